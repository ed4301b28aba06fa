const words = (list: string): string[] => list.trim().split(/\s+/);

/** Words before an indicator that are no part of it: effort, extent, place. Stripped from the front, again and again. */
const leading = words(`
  其中 同时 此外 并且 并 且 还 也 以及 和 与 及 又 再 均 都 共 总共 一共 共计 合计 总计 累计 先后 陆续 力争 争取
  确保 努力 务必 保证 计划 预计 预期 将 要 拟 应当 应 须 必须 需 能够 能 可 原则上 目标是 目标为 年度目标 工作目标 全面
  进一步 加快 加大 加强 着力 积极 继续 持续 稳步 大力 深入 扎实 认真 切实 有序 统筹 重点 全力 全部 不断 逐步 分批 分别
  基本 初步 如期 高标准 高质量 滚动 已经 已 目前 现有 现已 现 至今 截至目前 今年 去年 当年 年内 全市 全省 全县 全区 全国
  全州 全镇 全旗 我市 我省 我县 我区 我州 我局 我委 本市 本县 本区 辖区内 辖区 共有 实现 推动 推进 完成 建成 建设 新建
  开展 落实 达到 组织 举办 提供 投入 投资 安排 拨付 下达 争取到 争取 支持 鼓励 引导 打造 培育 引进 建立 设立 设置 成立
  组建 配备 配置 购置 招聘 招录 遴选 选派 选取 聘请 吸引 募集 开发储备 开发 发放 新增 净增 增加 办理 实施 发展 创建 认定
  评定 启动 促进 提升 提高 增强 扩大 加密 办好 拥有 使 让 把 将 为 对 向 给 在 按照 按 通过 力促 带动 覆盖 形成 筹集
  筹措 整合 发布 推广应用 推广
`);
/** Words after an indicator and before its number. */
const trailing = words(`
  达到 达 提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 增至 扩大到 上升到 上升至 下降到 下降至 降低到 降低至 降至
  降到 压缩到 压缩至 缩短到 缩短至 减少到 减少至 稳定在 保持在 维持在 控制在 不低于 不少于 不超过 不高于 至少 超过 超 突破
  约 近 为 是 有 共 共计 合计 累计 分别 各 均 都 实现 完成 新增 增长 下降 提高 提升 减少 增加 上升 降低 以 的 在 到
  至 ： ， 、 按照 力争 确保 争取 预期 要 将 人均 已 仅 就 每年 年均 高于 低于 扩 由 从 占 投入 补助 设 设置 设立
  建设 配备 配置 办理 和 与 及 并 了
`);
const bySize = (words: readonly string[]): string[] =>
  [...new Set(words)].sort((a, b) => b.length - a.length);
const alternatives = (words: readonly string[]): string => bySize(words).join('|');

export const leadingNoise = new RegExp(`^(?:${alternatives(leading)}|[，、：；\\-—\\s“”])`, 'u');
export const trailingNoise = new RegExp(`(?:${alternatives(trailing)}|[，、：；\\s])$`, 'u');

/** Deliverables that an auditor can tick; `firm` ones count with a section's deadline too. */
export const firmDeliverables =
  /完成|建成|竣工|开工|(?<!推|带)动工(?!业|作)|投用|投入使用|投入运营|投入运行|投运|通车|交付|出台|印发|启用|落地|投产|贯通|开园|开业|开馆|开诊|揭牌|挂牌|封顶|办结|验收|试运行|全线贯通|完工|腾退|销号|摘牌|并网/gu;
export const softDeliverables =
  /建立|成立|组建|设立|启动|通过|制定|编制|发布|开通|上线|形成|达到|处于|进入|达成|创成|构建|销账|关停|取消|消除|清零|完善(?=[^，]*(?:体系|制度|机制))|基本实现|修订/gu;
/** After a deliverable verb these make it a modifier or a rate: 建成的, 完成率. */
export const notDeliverable =
  /^(?:的|率|后|时|以来|情况|之后|度|量(?!化)|国家下达|上级下达|省下达|下达|指标|应用|进度|[“"]?(?:十.五[”"]?)?(?:规划)?(?:国家|各项|全年|年度|建设|既定|预期|主要|上述)*(?:下达)?(?:目标)?任务(?:[，。；]|$))/u;
