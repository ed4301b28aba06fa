/** In Chinese: what `doctor` says. */
export const doctor = {
  doctor: {
    ok: '正常',
    warn: '注意',
    missing: '缺少',
    unused: '未用',
    allWell: '一切正常，可以使用。',
    notWell: '有必需的东西缺少或不可用，请按上面的提示处理。',
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
    sqliteMissing: (reason: string) =>
      `better-sqlite3 不可用（${reason}），请运行 npm rebuild better-sqlite3`,
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
  },
};
export type DoctorMessages = typeof doctor;
