const words = (list: string): string[] => list.trim().split(/\s+/);

/** Words before an indicator that are no part of it: effort, extent, place. Stripped from the front, again and again. */
const leading = words(`
  其中 同时 此外 并且 以及 总共 一共 共计 合计 总计 累计 先后 陆续 力争 争取 确保 努力 务必 保证 预计 预期 应当
  必须 能够 原则上 目标是 目标为 年度目标 工作目标 全面 进一步 加快 加大 加强 着力 积极 继续 稳步 大力 深入 扎实 认真 切实
  有序 统筹 全力 全部 不断 逐步 分批 分别 初步 如期 高质量 滚动 已经 目前 现有 现已 至今 截至目前 今年 去年 当年
  年内 全市 全省 全县 全区 全州 全镇 全旗 我市 我省 我县 我区 我州 我局 我委 本市 本县 本区 辖区内 辖区 共有 实现 推动
  推进 建成 新建成 新建 开展 达到 组织 举办 投入 拨付 下达 争取到 争取 鼓励 引导 打造 引进 设立 设置 成立 组建 配备 配置 购置
  招聘 招录 遴选 选派 选取 聘请 吸引 募集 开发储备 新增 净增 实施 认定 评定 启动 促进 扩大 加密 办好 拥有 按照 通过 力促
  应设 应建 应配 需建 需设 待建 已建 拟建 拟设 拟新建 尚需 形成 筹集 筹措 发布 推广应用
`);
/** Those that also begin other words: 能!源力 is stripped unless 源 or 力 follows (能源, 能力). */
const guarded = words(`
  并!网购轨联发 且 还!田草林款绿湖建本 也 再!生就造制担贷培利 共!享建青同治富产 将!军 要!素点道求 拟 应!急用届对收设建配 须 需!求
  能!源力效耗量级 可!再持移研控视穿 持续 重点!行企项人群实领区工产场高学专污县村镇流建 基本!养医公农药生服民草水建 已
  现!代场金役货状 全国!重 完成!率 建设!用工项资规 落实 提供 投资!额 安排 支持 培育!基中 建立 开发!区 发放 增加!值 办理
  发展!中 创建 提升!工 提高 增强 使!用命 让!利 把!关手 将!军 为!民期 对!外口接标象虾比 向!阳上导 给!水排付
  在!建线校岗册编职园地孵读 下一步 下步 今后 接下来 高标准!农粮基 计划!生 是!否 按!摩揭需 带动 覆盖!率面 整合 推广
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

const guardedPatterns = guarded.map((entry) => {
  const [word = '', tails] = entry.split('!');
  return tails ? `${word}(?![${tails}])` : word;
});

export const leadingNoise = new RegExp(
  `^(?:${alternatives([...leading, ...guardedPatterns])}|[和及与](?=改造|新建|改扩建|扩建|完善|提升|推广|建设)|[，、：；\\-—\\s])`,
  'u',
);
export const trailingNoise = new RegExp(
  `(?:(?<![下到送传抵转直发表雅])达|(?<![涉以普顾惠波])及|(?<=[\\u4e00-\\u9fff）]{2})(?:[环同]比|(?<![占对配之可性价相正反])比|(?<![比相])较|分别(?:比|较)|(?:比|较)(?:上年|去年|上一?年度?|年初|同期|基期|往年|上季度|上月)(?:同期|末|底)?|总体|总体上|整体|拟按?|再|应|须)|${alternatives(trailing.filter((word) => word !== '达' && word !== '及'))}|[，、：；\\s])$`,
  'u',
);

/** Deliverables that an auditor can tick; `firm` ones count with a section's deadline too. */
export const firmDeliverables =
  /(?:安装|调试|拆除|搬迁|铺设|施工|改造|整改|清理|发放|兑付|拨付|建设|修复|采购|招标|签订|排查|摸排|归并|整合|更换|划转|配备|部署|录入|移交|安置|征收|征迁|拆迁|登记|整治|维修|加固|清淤|采集|搭建|选址|报批)(?:全部|调试)?(?:完毕|到位)|完成|建成|竣工|开工|(?<!推|带)动工(?!业|作)|开行|投用|投入(?:正式)?(?:使用|运营|运行)|投运|通车|交付|出台|印发|启用|落地|投产|升格|申遗成功|贯通|开园|开业|开馆|开诊|揭牌|挂牌|封顶|收尾(?=$|工作)|办结|验收|试运行|全线贯通|完工|重启(?=[^，]{0,16}(?:工程|项目|建设|施工)$)|腾退|销号|摘牌|并网|通水|通气|通电|下闸蓄水|截流|合龙|架通|点火|送电|试运营|首飞|开航|开港|(?<!扩大|高水平|对内|深化|推进)对外开放|面向社会开放|开放运营|完成招标|试营业|试产(?!品)|(?:兑|拨|付|发|清)付?完毕?(?=$|[，；])|付清|兑清|补齐|亮灯(?=$)|进场装修|(?<=拿)出(?=[^，]{0,16}(?:办法|方案|结论|意见|细则|清单|规划|报告)$)|(?<=(?:确保|力争|月|日|底|节|前|年内|季度)[^，]{0,4})开放(?=$)|启动(?!资金|仪式|区)(?=[^，]{2,20}(?:建设|工程|项目)$)|(?<![交沟流普打开畅直贯联连互接精变南昭])通(?=(?:高速|高铁|铁路|动车|地铁)(?:公路|列车)?$)/gu;
export const softDeliverables =
  /建立|成立|组建|设立|启动(?!资金|仪式|区)|通过(?=验收|审[定核批议]|评[估审]|认[定证]|考核|鉴定|人大|竣工|省|国家|$)|制定(?!如下)|(?<![机核用定超有空占满缺周转])编制(?!\d|内|外|总|人|数|备|床|在|核|资源|管理|标准|岗位)|发布|开通|上线|形成|达到|处于|进入|达成|创成|构建|销账|关停|取消|消除|清零|完善(?=[^，]*(?:体系|制度|机制))|基本实现|修订|获批|取得(?=[^，]{0,12}(?:批复|批准|许可|核准|证书?$))|具备(?=[^，]{2,12}条件)|创建(?:成功|为|成为)|成功创建(?:为|成为?)?/gu;
/** Products that can be shown: a document, a body, a building, a system with a name. With them a section's deadline is enough. */
export const tangible =
  /(?:方案|办法|规划|条例|意见|细则|清单|目录|指南|规程|标准(?!化)|制度汇编|平台|中心|基地|联盟|委员会|公司|学院|学校|医院|基金|数据库|产业园|示范区|合作区|博物馆|图书馆|工程|试点|统筹|普查|认定(?:工作)?|修编(?:工作)?|改革(?:任务)?|队|模块|系统|资源库|云|门户|指引|事项)(?:建设|编制|修订)?$/u;
/** Verbs of setting up or issuing that a section's deadline makes an item of, where their product is tangible. */
export const settingUp = /^(?:建立|成立|组建|设立|启动|制定|编制|发布|开通|上线)$/u;
/** Verbs of building that count where a tag gives the paragraph its day. */
export const building =
  /建设|搭建|打造|开发|上线|迁移|部署|新建|迁建|改建|扩建|改造|修建|修缮|实施(?=[^，]{2,30}(?:工程|项目|改造)$)/gu;
/** Verbs of raising one building, with what is raised: under a year's heading they set it for that year. */
export const raising = /翻建|新建|迁建|重建/gu;
export const isRaising = /^[翻新迁重]建$/u;
export const raised =
  /^为?[^，；]{2,40}(?:站|馆|院|校|学校|幼儿园|公园|桥|楼|中心|基地|广场|码头|车站|水库|厂|图书室|隧道)$/u;
/** Effort before a completing word: 加快完成 is none, unless the sentence itself gives the day. */
export const effortBefore = /(?:加快|加速|持续|逐步|有序|扎实|稳步|深入|同步|抓好|做好|着力|配合)$/u;
export const endOfEffort = /^(?:完成|落地|交付|办结|腾退)$/u;

/** After a deliverable verb these make it a modifier or a rate: 建成的, 完成率. */
export const notDeliverable =
  /^(?:见效|生根|验收[^，]{0,4}的|的|率|果(?![蔬园品树林业菜汁农木酒苗酱脯干])|后|时|区(?=基本|全面|内|面积|绿|污|雨|远|的|黑|道路|平均|水|供|人口|，|、|$)|通水条件|条件|小康社会|社会主义|以来|情况|之后|度|量(?!化)|国家(?:和省|、省)?下达|上级下达|省下达|下达|指标|应用|进度|[^，]*(?:指标|目标)(?:[，。；]|$)|[“"]?(?:十.五[”"]?)?(?:规划)?(?:国家|各项|全年|年度|政府|工作|建设|既定|预期|主要|上述)*(?:下达)?(?:目标)?任务(?:[，。；]|$))/u;
