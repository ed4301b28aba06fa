import type { CellAnchor } from '../../../app/query/anchor.js';

/** In Chinese: what commands say while they run. */
export const runs = {
  ingest: {
    done: (name: string, commitments: number, achievements: number, id: string) =>
      `完成  ${name}  承诺 ${commitments} 条，成效 ${achievements} 条  ${id}`,
    again: (name: string, first: string, id: string) =>
      `已有  ${name}  内容与“${first}”相同，未重复入库  ${id}`,
    queued: (name: string, id: string) => `已收  ${name}  等待处理  ${id}`,
    unqueued: (name: string, id: string) => `已收  ${name}  任务队列暂时连不上，恢复后自动处理  ${id}`,
    failed: (message: string) => `失败  ${message}`,
    summary: (n: { done: number; again: number; queued: number; failed: number; seconds: string }) =>
      `共 ${n.done + n.again + n.queued + n.failed} 个文件：完成 ${n.done}${n.queued > 0 ? `，等待处理 ${n.queued}` : ''}，已有 ${n.again}，失败 ${n.failed}；用时 ${n.seconds} 秒`,
    untracked: (n: number) => `有 ${n} 份文档还没有与其他文档对照：没有进程处理，启动后自动进行`,
    bar: '处理进度',
  },
  show: {
    fields: {
      item: '列入理由',
      whole: '整体',
      stance: '类型',
      kind: '形式',
      indicator: '指标',
      value: '数值',
      comparator: '比较',
      per: '单位口径',
      change: '增减',
      deadline: '时限',
      responsible: '责任单位',
      strength: '力度',
      hedged: '弱化词',
      missing: '缺少',
      doubtful: '识别存疑',
      confidence: '把握',
      section: '所在标题',
      document: '文档',
      authority: '答复单位',
      proposal: '建议提案号',
      place: '位置',
    },
    deadline: (text: string, date: string, scope: string) => `${text} → ${date}（据${scope}）`,
    inferred: (parts: string) => `，其中${parts}是推定的`,
    noDate: '无法定到具体日期',
    paragraph: (paragraph: number) => `第 ${paragraph} 段`,
    cell: ({ table, sheet, row, column, reference }: CellAnchor) =>
      sheet === null ? `表 ${table} 第 ${row} 行第 ${column} 列` : `工作表“${sheet}” ${reference}`,
    placeSeparator: '，',
    place: (start: number, end: number, page: number | null) =>
      `${page === null ? '' : `第 ${page} 页，`}原文第 ${start}–${end} 字`,
    rules: '依据规则',
    passage: '原文',
  },
  check: {
    file: (name: string, findings: number) =>
      `${name}：${findings === 0 ? '没有发现问题' : `${findings} 处`}`,
    more: (n: number) => `另有 ${n} 句只表示努力方向，未逐句列出。`,
    says: '：',
  },
  explain: {
    field: (label: string, reasons: string) => `${label}：${reasons}`,
    separator: '；',
    words: (words: string) => `（“${words}”）`,
    file: (name: string, items: number, left: number) => `${name}：${items} 条；看过而没有列入的 ${left} 处`,
    left: '看过而没有列入：',
    intentions: (n: number) => `只表示努力方向、不入台账的句子 ${n} 句`,
  },
  bin: {
    nothing: '回收站是空的。',
    columns: { binned: '放进时间', by: '操作人', removable: '可彻底删除' },
    put: (name: string, id: string) => `已放进回收站：${name}  ${id}`,
    restored: (name: string, id: string) => `已恢复：${name}  ${id}`,
    emptied: (n: number, days: number) => `彻底删除了 ${n} 份放了满 ${days} 天的文档。`,
  },
  imports: {
    column: (words: string, field: string) => `“${words}” → ${field}`,
    leftOut: (words: string) => `没有用到的栏：${words}`,
    fields: {
      number: '编号',
      title: '标题',
      proposers: '提出人',
      seconders: '附议人',
      lead: '主办单位',
      assisting: '会办单位',
      session: '届次',
      body: '类型',
      handover: '交办日期',
      letters: '已有的答复',
    },
    columns: { line: '行', outcome: '结果', number: '编号', title: '标题', what: '改动或问题' },
    outcomes: { new: '新增', changed: '补充', same: '没有变化', refused: '没有导入' },
    ledgerOutcomes: { taken: '收入', doubled: '重复', refused: '没有导入' },
    ledgerWords: '承诺',
    ledgerSum: (taken: number, doubled: number, refused: number, what: 'dry' | 'done' | 'known') =>
      `${{ dry: '试导入，什么都没有改动：', done: '', known: '这个文件以前导入过，什么都没有改动：' }[what]}收入 ${taken} 条，重复 ${doubled} 行，没有导入 ${refused} 行。`,
    sum: (n: { fresh: number; changed: number; same: number; refused: number; dryRun: boolean }) =>
      `${n.dryRun ? '试导入，什么都没有改动：' : ''}新增 ${n.fresh} 件，补充 ${n.changed} 件，没有变化 ${n.same} 件${n.refused > 0 ? `，没有导入 ${n.refused} 行，改正后再导入一次即可` : ''}。`,
  },
  reextract: {
    asked: (older: number, current: number, rules: string) =>
      `用旧规则抽取的 ${older} 份，已是现在的规则（${rules}）的 ${current} 份。`,
    notRead: (id: string) => `${id} 正在处理或读不了，不用重新抽取。`,
    later: (n: number) => `已排队 ${n} 份，由任务处理进程重新抽取。`,
    done: (n: number, failed: number, lost: number) =>
      `重新抽取了 ${n} 份${failed > 0 ? `，失败 ${failed} 份` : ''}；未能沿用的决定和自报 ${lost} 条${lost > 0 ? '：' : '。'}`,
  },
  jobs: { retried: (id: string) => `任务 ${id} 已重新排队。` },
  backup: {
    done: (file: string, size: string) => `已备份到 ${file}（${size}）。`,
    restored: (file: string) => `已从 ${file} 恢复。`,
  },
  fsck: {
    looked: (originals: number, documents: number, rows: number) =>
      `核对了原件 ${originals} 个、文档 ${documents} 份、台账 ${rows} 条。`,
    well: '没有发现问题。',
    found: (n: number) => `发现问题 ${n} 个，见上；什么都没有改动。`,
    recounted: (tenant: string) => `单位 ${tenant} 的统计数已按台账重新计数。`,
    left: (n: number) => `还有问题 ${n} 个，见上；没有改动。`,
  },
  move: {
    resumed: '上次没有搬完，接着搬。',
    originals: (n: number) => `原件 ${n} 个，逐个读回核对过。`,
    records: (n: number) => `台账、决定、用户、留痕等记录 ${n} 条。`,
    compared: (documents: number, rows: number, people: number, entries: number) =>
      `逐条核对一致：文档 ${documents} 份、台账 ${rows} 条、用户 ${people} 名、留痕 ${entries} 条。`,
    jobs: (n: number) => `没有做完的任务 ${n} 个，已排队。`,
    done: (folder: string) =>
      `搬完了。${folder} 没有改动，可以留作备份；以后用 JIANNUO_PROFILE=cluster 启动，不要再用它启动服务。`,
  },
  migrate: {
    done: (names: string) => `已升级：${names}`,
    none: '数据库结构已是最新，无需升级。',
  },
  serve: {
    listening: (url: string) => `践诺已启动：${url}（按 Ctrl+C 停止）`,
    api: (url: string) => `接口说明：${url}`,
    open: (link: string) =>
      `还没有账号：本机的人都可以使用。要改成登录后才能使用，请打开这个一次性链接设置管理员：${link}`,
    closed: (link: string) => `还没有账号：请先打开这个一次性链接设置管理员，其他请求一律拒绝：${link}`,
    stopping: '正在停止，等待进行中的任务……',
    stopped: '已停止。',
  },
  people: {
    login: '用户名',
    name: '姓名',
    role: '角色',
    state: '状态',
    states: { on: '启用', off: '停用' },
    bound: '所属',
    until: '有效期至',
    nobody: '还没有用户。用 jiannuo user add 用户名 --role administrator 添加。',
    noTokens: '没有接口令牌。',
    added: (login: string) => `已添加 ${login}。把下面的一次性链接（7 天内有效）交给本人设置密码：`,
    once: '只显示这一次，请妥善保管：',
    disabled: (login: string) => `已停用 ${login}。`,
    removed: (id: string) => `令牌 ${id} 已作废。`,
  },
  work: {
    started: (kinds: string, n: number) => `任务处理进程已启动：${kinds}，同时 ${n} 个（按 Ctrl+C 停止）`,
  },
  allKinds: '全部种类',
};
export type RunsMessages = typeof runs;
