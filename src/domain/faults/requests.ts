import { type Fault, fault } from './fault.js';

/** What can be wrong with a request to the API or a question to the ledger. */
export const requestFaults = {
  'upload-empty': fault(
    'input',
    400,
    '请求里没有文件，请用 multipart/form-data 的 files 字段上传。',
    'no file in the request; send multipart/form-data with the field files.',
  ),
  'upload-damaged': fault(
    'input',
    400,
    '上传的数据不完整或格式不对（{reason}），请重新上传。',
    'the upload is incomplete or malformed ({reason}); send it again.',
  ),
  'upload-too-many': fault(
    'input',
    413,
    '一次最多上传 {limit} 个文件，已收下前面的，请把其余的分批上传。',
    'at most {limit} files at a time; those before were taken, send the rest in further requests.',
  ),
  'request-forbidden': fault(
    'input',
    403,
    '拒绝了来自其他网站或其他主机名的请求（{origin}），请用 127.0.0.1 或 localhost 访问，或由管理员把主机名写进 JIANNUO_HOSTS。',
    'refused: the request comes from another site or host name ({origin}); use 127.0.0.1 or localhost, or have the host name added to JIANNUO_HOSTS.',
  ),
  'method-not-allowed': fault(
    'input',
    405,
    '{path} 不支持 {method}，可用的方法：{allowed}。',
    '{path} does not take {method}; it takes {allowed}.',
  ),
  'query-invalid': fault('input', 400, '参数 {parameter} 不对：{reason}', 'parameter {parameter}: {reason}'),
  'cursor-invalid': fault(
    'input',
    400,
    '参数 cursor 不对：不是本接口给出的翻页标记，或排序方式已变，请从第一页重新查询。',
    'parameter cursor: not one of ours, or the order has changed; start again from the first page.',
  ),
  'export-too-many': fault(
    'input',
    422,
    '一份 Word 最多写 {limit} 条承诺，请用单位、时限等条件缩小范围，或改用 Excel。',
    'a Word file takes at most {limit} commitments; narrow the filters, or export to Excel.',
  ),
  'import-without-headings': fault(
    'input',
    422,
    '{file}：没有找到清单的表头。请在第一行写明各栏的名称，至少要有编号（如“建议号”）和标题（如“案由”）。',
    '{file}: no headings of a list were found; name the columns in the first row in Chinese, a number and a title at least.',
  ),
  'ledger-without-headings': fault(
    'input',
    422,
    '{file}：没有找到台账的表头。请在第一行写明各栏的名称，至少要有承诺原文（或承诺事项）和完成时限或责任单位，或者有指标和目标值。',
    '{file}: no headings of a ledger were found; name the columns in the first row in Chinese: the words of the promise with a deadline or a responsible unit, or an indicator with its target value.',
  ),
  'import-too-long': fault(
    'input',
    413,
    '{file}：有 {lines} 行，一次最多导入 {most} 行，请分成几个文件。',
    '{file}: {lines} lines; at most {most} are taken in at once, split the file.',
  ),
  'item-exists': fault(
    'input',
    409,
    '这一处已经是条目 {id}，不用再添加。',
    'this place is item {id} already; there is nothing to add.',
  ),
  'not-maker': fault(
    'input',
    403,
    '这条承诺是“{maker}”添加的，只有本人能撤回；读得不对可以标为“不是承诺”。',
    'this promise was added by {maker}, who alone may take it back; what is no promise can be rejected.',
  ),
  'text-changed': fault(
    'input',
    409,
    '这份文件的文字已重新读取，标记的位置对不上了，请刷新后重新标记。',
    'the text of this document was read anew and the place marked is not there any more; reload, then mark it again.',
  ),
  'decision-conflict': fault(
    'input',
    409,
    '{id} 已有别人作出的新决定（您看到的是第 {expected} 版，现在是第 {found} 版），请重新查看后再决定。',
    'somebody else has decided on {id} meanwhile (you saw version {expected}, it is {found} now); look again, then decide.',
  ),
  'document-binned': fault(
    'input',
    409,
    '{name} 已在回收站里（{id}），没有重复入库；需要时请管理员按这个编号从回收站恢复它。',
    '{name} lies in the bin ({id}) and was not taken in again; an administrator takes it out of the bin by this id.',
  ),
  'key-reused': fault(
    'input',
    422,
    '这个 Idempotency-Key 在 24 小时内已用于另一个请求；新的请求请用新的键。',
    'this Idempotency-Key has been used for another request within 24 h; give a new request a new key.',
  ),
  'request-under-way': fault(
    'input',
    409,
    '带着同一个 Idempotency-Key 的请求还在处理，请稍后用同一个键再试。',
    'a request with this Idempotency-Key is still at work; try again later with the same key.',
  ),
  'rate-limited': fault(
    'input',
    429,
    '请求太频繁，请过 {seconds} 秒再试。',
    'too many requests; try again in {seconds} s.',
  ),
  'upload-flood': fault(
    'input',
    429,
    '等待处理的文件已有 {waiting} 个，暂不再收，请过 {seconds} 秒再传。',
    '{waiting} documents wait already; no more are taken now, try again in {seconds} s.',
  ),
  'not-found': fault('input', 404, '找不到{what}：{id}', '{what} not found: {id}'),
} as const satisfies Record<string, Fault>;
