/**
 * The one table of faults. Everything that can go wrong for a user has a code here, a class that says whose fault it is,
 * and a message in plain words that says what to do. docs/errors.md is held against this table by a test.
 */

/** `input`: the file or the request is at fault, never retried. `unavailable`: a server is away, retried. `defect`: ours, retried, then set aside. */
export type FaultClass = 'input' | 'unavailable' | 'defect';

export type Language = 'zh' | 'en';

interface Fault {
  readonly class: FaultClass;
  readonly http: number;
  /** `{name}` stands for a parameter. */
  readonly zh: string;
  readonly en: string;
}

const fault = (cls: FaultClass, http: number, zh: string, en: string): Fault => ({
  class: cls,
  http,
  zh,
  en,
});

export const faults = {
  'file-not-found': fault(
    'input',
    404,
    '{file}：找不到这个文件或文件夹，请检查路径。',
    '{file}: no such file or folder; check the path.',
  ),
  'file-unreadable': fault(
    'input',
    422,
    '{file}：没有读取权限或读取失败（{reason}），请检查文件权限后重试。',
    '{file}: cannot be opened ({reason}); check its permissions and try again.',
  ),
  'file-is-folder': fault(
    'input',
    422,
    '{file}：这是文件夹，请给出里面的文件。',
    '{file}: is a folder; name a file in it.',
  ),
  'folder-empty': fault(
    'input',
    422,
    '{file}：文件夹里没有文件，请检查路径。',
    '{file}: no files in this folder; check the path.',
  ),
  'file-empty': fault(
    'input',
    422,
    '{file}：文件是空的，没有可读的内容，请重新导出后再上传。',
    '{file}: the file is empty; export it again.',
  ),
  'file-too-large': fault(
    'input',
    413,
    '{file}：文件有 {size}，超过上限 {limit}，请拆分后再上传，或由管理员调高上限。',
    '{file}: {size} is over the limit of {limit}; split it, or have the limit raised.',
  ),
  'file-type-unknown': fault(
    'input',
    415,
    '{file}：不认识这种文件格式（内容像是 {detected}）。现在能读 TXT、Markdown、PDF、DOCX，请另存为其中一种。',
    '{file}: unknown format (it looks like {detected}). TXT, Markdown, PDF and DOCX can be read; save it as one of these.',
  ),
  'file-format-unsupported': fault(
    'input',
    415,
    '{file}：这是{detected}，不能直接读取。请用 Office 或 WPS 打开，另存为 {saveAs} 后再上传。',
    '{file}: this is {detected}, which is not read as it is; open it in Office or WPS, save it as {saveAs} and upload that.',
  ),
  'file-encrypted': fault(
    'input',
    422,
    '{file}：文件有密码保护，请去掉密码后再上传。',
    '{file}: protected by a password; remove it and upload again.',
  ),
  'file-damaged': fault(
    'input',
    422,
    '{file}：文件已损坏或不完整（{reason}），请重新获取原件。',
    '{file}: damaged or incomplete ({reason}); get the original again.',
  ),
  'file-no-text': fault(
    'input',
    422,
    '{file}：没有文字层（可能是扫描件），需要先做文字识别（OCR）再上传。',
    '{file}: no text layer (a scan?); it needs character recognition first.',
  ),
  'file-garbled': fault(
    'input',
    422,
    '{file}：读出的是乱码（字体没有字符对照表或编码错误），请换用原始电子版，或做文字识别（OCR）后再上传。',
    '{file}: what was read is garbled (a font without character map, or a wrong encoding); use the original file or character recognition.',
  ),
  'file-unpacked-too-large': fault(
    'input',
    422,
    '{file}：解压后的内容超过上限（{reason}），为保护系统已停止读取，请检查文件来源。',
    '{file}: its unpacked content is over the limit ({reason}); reading was stopped; check where it comes from.',
  ),
  'file-time-limit': fault(
    'input',
    422,
    '{file}：读取超过 {seconds} 秒仍未完成，已停止。请拆分或重新导出后再上传。',
    '{file}: reading took more than {seconds} s and was stopped; split it or export it again.',
  ),
  'file-memory-limit': fault(
    'input',
    422,
    '{file}：读取时内存超过 {limit}，已停止。请拆分或重新导出后再上传。',
    '{file}: reading took more than {limit} of memory and was stopped; split it or export it again.',
  ),
  'reader-crashed': fault(
    'input',
    422,
    '{file}：读取程序因这个文件意外退出（{reason}），其他文件不受影响。请重新导出后再上传。',
    '{file}: the reader ended unexpectedly on this file ({reason}); other files are not affected; export it again.',
  ),
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
    '拒绝了来自其他网站或其他主机名的请求（{origin}），请用 127.0.0.1 或 localhost 访问。',
    'refused: the request comes from another site or host name ({origin}); use 127.0.0.1 or localhost.',
  ),
  'host-not-local': fault(
    'input',
    500,
    '还没有账号和权限，接口只能监听本机（127.0.0.1、::1、localhost），不能监听 {host}。',
    'there are no accounts yet, so the API listens on loopback only (127.0.0.1, ::1, localhost), not on {host}.',
  ),
  'query-invalid': fault('input', 400, '参数 {parameter} 不对：{reason}', 'parameter {parameter}: {reason}'),
  'cursor-invalid': fault(
    'input',
    400,
    '参数 cursor 不对：不是本接口给出的翻页标记，或排序方式已变，请从第一页重新查询。',
    'parameter cursor: not one of ours, or the order has changed; start again from the first page.',
  ),
  'not-found': fault('input', 404, '找不到{what}：{id}', '{what} not found: {id}'),
  'configuration-invalid': fault(
    'input',
    500,
    '配置项 {name} 不对：{reason}',
    'configuration {name}: {reason}',
  ),
  'line-not-json': fault('input', 400, '第 {line} 行不是 JSON：{reason}', 'line {line} is no JSON: {reason}'),
  'port-in-use': fault(
    'input',
    500,
    '端口 {port} 已被占用，请换一个端口（--port）或停掉占用它的程序。',
    'port {port} is in use; choose another with --port.',
  ),
  'data-locked': fault(
    'unavailable',
    503,
    '数据文件夹 {path} 正被另一个进程占用，请稍后再试。',
    'data folder {path} is held by another process; try again later.',
  ),
  'data-damaged': fault(
    'unavailable',
    503,
    '数据文件 {path} 已损坏，或不是本程序的数据（{reason}），请从备份恢复。',
    'data file {path} is damaged or not ours ({reason}); restore it from a backup.',
  ),
  'data-unwritable': fault(
    'unavailable',
    503,
    '数据文件夹 {path} 不能读写（{reason}），请检查权限和磁盘剩余空间。',
    'data folder {path} cannot be read and written ({reason}); check its permissions and the free space.',
  ),
  'store-newer': fault(
    'unavailable',
    503,
    '数据库的结构版本是 {found}，比程序认识的 {wanted} 新，请升级程序。',
    'the store is at schema {found}, newer than the {wanted} known here; upgrade the program.',
  ),
  'store-unavailable': fault(
    'unavailable',
    503,
    '连不上数据库（{where}）：{reason}。请确认它已启动，或检查 JIANNUO_MONGODB_URL。',
    'the store is not reachable ({where}): {reason}; check that it runs, and JIANNUO_MONGODB_URL.',
  ),
  'store-not-migrated': fault(
    'unavailable',
    503,
    '数据库的结构版本是 {found}，程序需要 {wanted}，请先运行 jiannuo migrate。',
    'the store is at schema {found}, {wanted} is needed; run jiannuo migrate.',
  ),
  'store-unsuitable': fault(
    'unavailable',
    503,
    '数据库的设置不合要求（{where}）：{reason}',
    'the store is not set up as needed ({where}): {reason}',
  ),
  'queue-unavailable': fault(
    'unavailable',
    503,
    '连不上任务队列（{where}）：{reason}。请确认 Redis 已启动，或检查 JIANNUO_REDIS_URL。',
    'the queue is not reachable ({where}): {reason}; check that Redis runs, and JIANNUO_REDIS_URL.',
  ),
  'queue-unsuitable': fault(
    'unavailable',
    503,
    '任务队列的设置不合要求（{where}）：{reason}',
    'the queue is not set up as needed ({where}): {reason}',
  ),
  'job-invalid': fault(
    'defect',
    500,
    '任务 {job} 的内容不合格式：{reason}',
    'job {job} does not fit its schema: {reason}',
  ),
  'original-missing': fault(
    'defect',
    500,
    '文档 {id} 的原件不见了，请从备份恢复或重新上传。',
    'the original of document {id} is missing; restore it from a backup or upload it again.',
  ),
  internal: fault(
    'defect',
    500,
    '程序内部出错（{reason}），已记入日志，请把日志交给管理员。',
    'internal error ({reason}); it is in the log.',
  ),
} as const satisfies Record<string, Fault>;

export type FaultCode = keyof typeof faults;
export type FaultParameters = Readonly<Record<string, string | number>>;

/** Words that stand for `{what}`, told in the language of the message. */
const nouns: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  document: { zh: '文档', en: 'document' },
  commitment: { zh: '台账条目', en: 'ledger row' },
  job: { zh: '任务', en: 'job' },
  unit: { zh: '单位', en: 'unit' },
  route: { zh: '接口', en: 'route' },
  文档: { zh: '文档', en: 'document' },
  单位: { zh: '单位', en: 'unit' },
  可重试的任务: { zh: '可重试的任务', en: 'job to retry' },
};

/** The message of a code with its parameters filled in; a missing one shows as its name, so that a slip is seen. */
export function faultMessage(
  code: FaultCode,
  parameters: FaultParameters = {},
  language: Language = 'zh',
): string {
  return faults[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = String(parameters[name] ?? whole);
    return name === 'what' ? (nouns[value]?.[language] ?? value) : value;
  });
}

/** Any fault that is told to a user. `message` is the Chinese text; `parameters` hold what a log may not. */
export class JiannuoError extends Error {
  readonly code: FaultCode;
  readonly parameters: FaultParameters;

  constructor(code: FaultCode, parameters: FaultParameters = {}, cause?: unknown) {
    super(faultMessage(code, parameters), cause === undefined ? undefined : { cause });
    this.name = 'JiannuoError';
    this.code = code;
    this.parameters = parameters;
  }

  get class(): FaultClass {
    return faults[this.code].class;
  }

  get retryable(): boolean {
    return this.class !== 'input';
  }

  in(language: Language): string {
    return faultMessage(this.code, this.parameters, language);
  }

  toJSON(): { code: FaultCode; message: string } {
    return { code: this.code, message: this.message };
  }
}

/** Wraps whatever was thrown: a JiannuoError stays, anything else is our defect. */
export function asJiannuoError(thrown: unknown): JiannuoError {
  if (thrown instanceof JiannuoError) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new JiannuoError('internal', { reason }, thrown);
}
