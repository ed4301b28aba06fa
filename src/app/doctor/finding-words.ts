/** What the doctor says of each finding, in both languages. */
const zh = {
  ok: '正常',
  warn: '注意',
  missing: '缺少',
  unused: '未用',
  checks: {
    node: 'Node.js',
    segmenter: '分词',
    recognizer: '文字识别',
    sqlite: 'SQLite',
    holidays: '放假安排',
    data: '数据文件夹',
    disk: '磁盘空间',
    mongodb: 'MongoDB',
    redis: 'Redis',
    configuration: '配置',
  },
  nodeOk: (version: string) => `版本 ${version}`,
  nodeOld: (version: string, wanted: string) => `版本 ${version} 太旧，请安装 Node.js ${wanted} 或更新版本`,
  recognizerFast: (id: string) => `${id}（本机安装的，较快）`,
  recognizerSlow: (id: string) =>
    `${id}（自带；本机装上 tesseract 和 chi_sim 语言包会更快，如 apt install tesseract-ocr-chi-sim）`,
  recognizerOff: '已关闭（JIANNUO_RECOGNIZER=off），扫描件不识别',
  recognizerMissing: (reason: string) => `文字识别组件不可用（${reason}），扫描件读不了，请运行 npm ci`,
  segmenterOk: (id: string) => id,
  segmenterFallback: (id: string, reason: string) =>
    `nodejieba 不可用（${reason}），已改用 ${id}，结果基本一致。要用 nodejieba，请装好编译工具（C++、Python 3）后运行 npm rebuild nodejieba`,
  segmenterMissing: (reason: string) => `分词组件都不可用（${reason}），请运行 npm ci`,
  sqliteOk: (version: string) => `better-sqlite3，SQLite ${version}`,
  sqliteHooks: (version: string) =>
    `better-sqlite3 是用 Node.js ${version} 的头文件编译的，内存回收时可能使进程退出；请换用 Node.js 22 或离线安装包`,
  holidaysOk: (path: string) => `${path} 可用`,
  sqliteMissing: (reason: string) => `better-sqlite3 不可用（${reason}），请运行 npm rebuild better-sqlite3`,
  sqliteUnused: (reason: string) => `better-sqlite3 不可用（${reason}）；集群版不需要它`,
  dataOk: (path: string) => `${path} 可写`,
  dataMissing: (path: string, reason: string) =>
    `${path} 不能写（${reason}），请检查权限，或用 --data 指定别的文件夹`,
  diskOk: (free: string) => `剩余 ${free}`,
  diskLow: (free: string) => `只剩 ${free}，请清理磁盘或换一个数据文件夹`,
  diskUnknown: (reason: string) => `查不到剩余空间（${reason}）`,
  serverOk: (where: string) => `${where} 可用，设置合要求`,
  serverUnused: (where: string) => `${where} 未连接；单机版不需要它，集群版才需要`,
  configurationOk: (profile: string): string =>
    profile === 'cluster' ? '集群版（cluster）' : '单机版（embedded）',
};

const en: typeof zh = {
  ok: 'ok',
  warn: 'note',
  missing: 'missing',
  unused: 'unused',
  checks: {
    node: 'Node.js',
    segmenter: 'segmenter',
    recognizer: 'recognition',
    sqlite: 'SQLite',
    holidays: 'holidays',
    data: 'data folder',
    disk: 'disk',
    mongodb: 'MongoDB',
    redis: 'Redis',
    configuration: 'configuration',
  },
  nodeOk: (version) => `version ${version}`,
  nodeOld: (version, wanted) => `version ${version} is too old; install Node.js ${wanted} or newer`,
  recognizerFast: (id) => `${id} (installed on this machine, the faster one)`,
  recognizerSlow: (id) =>
    `${id} (comes along; tesseract with chi_sim installed on this machine is faster, e.g. apt install tesseract-ocr-chi-sim)`,
  recognizerOff: 'switched off (JIANNUO_RECOGNIZER=off): scans are not recognised',
  recognizerMissing: (reason) =>
    `character recognition cannot be loaded (${reason}), scans cannot be read; run npm ci`,
  segmenterOk: (id) => id,
  segmenterFallback: (id, reason) =>
    `nodejieba cannot be loaded (${reason}); ${id} is used instead, with nearly the same results. For nodejieba install a C++ compiler and Python 3, then npm rebuild nodejieba`,
  segmenterMissing: (reason) => `no segmenter can be loaded (${reason}); run npm ci`,
  sqliteOk: (version) => `better-sqlite3, SQLite ${version}`,
  sqliteHooks: (version) =>
    `better-sqlite3 was compiled with the headers of Node.js ${version} and may end the process when memory is collected; use Node.js 22 or the offline bundle`,
  holidaysOk: (path) => `${path} can be used`,
  sqliteMissing: (reason) => `better-sqlite3 cannot be loaded (${reason}); run npm rebuild better-sqlite3`,
  sqliteUnused: (reason) => `better-sqlite3 cannot be loaded (${reason}); the cluster profile needs none`,
  dataOk: (path) => `${path} can be written`,
  dataMissing: (path, reason) =>
    `${path} cannot be written (${reason}); check its permissions or choose another with --data`,
  diskOk: (free) => `${free} free`,
  diskLow: (free) => `only ${free} free; make room or choose another data folder`,
  diskUnknown: (reason) => `free space unknown (${reason})`,
  serverOk: (where) => `${where} answers and is set up as needed`,
  serverUnused: (where) => `${where} does not answer; only the cluster profile needs it`,
  configurationOk: (profile) => `${profile} profile`,
};

export const findingWords = { zh, en };
