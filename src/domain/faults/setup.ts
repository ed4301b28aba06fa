import { type Fault, fault } from './fault.js';

/** What can be wrong with the settings and the input of a command. */
export const setupFaults = {
  'configuration-invalid': fault(
    'input',
    500,
    '{name} 的值不对：{reason}',
    'wrong value of {name}: {reason}',
  ),
  'line-not-json': fault('input', 400, '第 {line} 行不是 JSON：{reason}', 'line {line} is no JSON: {reason}'),
  'line-invalid': fault(
    'input',
    400,
    '第 {line} 行的 {field} 缺少或不对：text 要是文本，ref 要是日期（如 2025-03-20）或没有，请改正。',
    'line {line}: {field} is missing or wrong; text is a text, ref a date (2025-03-20) or absent.',
  ),
  'line-too-long': fault(
    'input',
    413,
    '第 {line} 行超过 {limit} 个字符，没有读取，请分成几行。',
    'line {line} is longer than {limit} characters and was not read; split it.',
  ),
  'output-unwritable': fault(
    'input',
    422,
    '写不了文件 {path}（{reason}），请检查文件夹和权限，或换一个位置。',
    '{path} cannot be written ({reason}); check the folder and its permissions, or choose another place.',
  ),
  'port-in-use': fault(
    'input',
    500,
    '端口 {port} 已被占用，请换一个端口（--port）或停掉占用它的程序。',
    'port {port} is in use; choose another with --port.',
  ),
  'backup-damaged': fault(
    'input',
    422,
    '备份文件 {path} 不能用：{reason}。现有数据没有改动，请换一份备份。',
    'backup {path} cannot be used: {reason}. Nothing was changed; use another backup.',
  ),
  'backup-foreign': fault(
    'input',
    422,
    '备份文件 {path} 是 {found} 的，这里是 {wanted}，请恢复到同一种版本（单机版 sqlite，集群版 mongodb）。',
    'backup {path} is of {found}, this is {wanted}; restore it into the same profile.',
  ),
  'backups-unset': fault(
    'input',
    409,
    '没有指定放备份的文件夹，不能在网页上备份。请用 JIANNUO_BACKUPS 指定一个各接口和任务进程都看得到的文件夹，或在命令行运行 jiannuo backup 文件名。',
    'no folder for backups is named: set JIANNUO_BACKUPS to one that every API and worker process sees, or run jiannuo backup FILE.',
  ),
  'backups-unreadable': fault(
    'input',
    422,
    '读不了放备份的文件夹 {path}（{reason}），请检查权限。',
    'the folder for backups, {path}, cannot be read ({reason}); check its permissions.',
  ),
  'backups-no-room': fault(
    'input',
    507,
    '放备份的文件夹 {path} 空间不够：还剩 {free}，至少要 {needed}，没有备份。请删除不要的旧备份，或用 JIANNUO_BACKUPS 换一个地方。',
    'there is no room for a backup in {path}: {free} left, {needed} needed, and none was made; remove old ones, or name another place by JIANNUO_BACKUPS.',
  ),
  'restore-not-empty': fault(
    'input',
    409,
    '这里已有数据，没有恢复。请恢复到空的数据文件夹或数据库；确实要全部替换时加 --force。',
    'there is data here, and nothing was restored; restore into an empty place, or replace all of it with --force.',
  ),
  'move-not-empty': fault(
    'input',
    409,
    '要搬到的地方（{where}）已有数据，没有搬。请换一个空的数据库和任务队列（JIANNUO_MONGODB_URL、JIANNUO_QUEUE_PREFIX）。',
    'there is data where it should go ({where}), and nothing was moved; use an empty database and queue (JIANNUO_MONGODB_URL, JIANNUO_QUEUE_PREFIX).',
  ),
  'move-damaged': fault(
    'input',
    422,
    '原件 {place} 的内容与名称不符，没有搬完。请先运行 jiannuo fsck，按提示处理后重来。',
    'original {place} is not what its name says; run jiannuo fsck, mend what it tells, and move again.',
  ),
  'move-differs': fault(
    'defect',
    500,
    '搬过去的与原来的不一致（{what}），没有启用。数据文件夹没有改动；请重来一次，仍不一致时报告。',
    'what was moved is not what was there ({what}), and is not put into use. The data folder is as it was; move again, and report it if it differs again.',
  ),
} as const satisfies Record<string, Fault>;
