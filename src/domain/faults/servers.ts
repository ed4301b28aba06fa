import { type Fault, fault } from './fault.js';

/** What can be wrong with the data folder, the store and the queue. */
export const serverFaults = {
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
  'trail-broken': fault(
    'defect',
    500,
    '操作留痕的第 {number} 条与前面接不上：有人改动或删除过，之前的 {whole} 条完好。请保留现场并报告。',
    'entry {number} of the audit trail does not follow on the {whole} before it: it was changed or removed; keep everything as it is and report it.',
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
  'store-moving': fault(
    'unavailable',
    503,
    '这个数据库正在接收从 {folder} 搬来的数据，还没有搬完，请先运行完 jiannuo migrate --to-cluster。',
    'the data of {folder} is being moved into this store and not all of it is there; let jiannuo migrate --to-cluster end first.',
  ),
  'store-unsuitable': fault(
    'unavailable',
    503,
    '数据库的设置不合要求（{where}）：{reason}',
    'the store is not set up as needed ({where}): {reason}',
  ),
  'store-refused': fault(
    'unavailable',
    503,
    '数据库不接受登录，或这个用户没有权限（{where}）：{reason}。请改正 JIANNUO_MONGODB_URL 里的用户名、密码和 authSource，并给用户这个库的 readWrite 权限。',
    'the store refuses the user ({where}): {reason}; correct user, password and authSource in JIANNUO_MONGODB_URL, and give the user readWrite on this database.',
  ),
  'queue-unavailable': fault(
    'unavailable',
    503,
    '连不上任务队列（{where}）：{reason}。请确认 Redis 已启动，或检查 JIANNUO_REDIS_URL。',
    'the queue is not reachable ({where}): {reason}; check that Redis runs, and JIANNUO_REDIS_URL.',
  ),
  'queue-refused': fault(
    'unavailable',
    503,
    '任务队列不接受登录，或这个用户没有权限（{where}）：{reason}。请改正 JIANNUO_REDIS_URL 里的用户名和密码（redis://用户:密码@主机:端口/0）。',
    'the queue refuses the user ({where}): {reason}; correct user and password in JIANNUO_REDIS_URL (redis://user:password@host:port/0).',
  ),
  'queue-unsuitable': fault(
    'unavailable',
    503,
    '任务队列的设置不合要求（{where}）：{reason}',
    'the queue is not set up as needed ({where}): {reason}',
  ),
} as const satisfies Record<string, Fault>;
