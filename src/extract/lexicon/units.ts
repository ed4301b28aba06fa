/**
 * Measure words and units that may follow a number, longest first at use. Words as data: a new unit is one entry.
 * Units of length, area and so on are written as offices write them, never converted.
 */
export const measureUnits: readonly string[] = `
  美元 欧元 港元 日元 元 角 分钱 块钱 % ‰ 个百分点 百分点 个点 倍 成 人次 人份 人 名 位 农户 户次 户 口 家次 用户 人天 课时 学时 学分 个 家
  所 座 处 项次 项 件次 件 条次 条 台次 台件 标台 台套 套件 台 套 辆次 辆 艘 架次 架 列 节 张 份 本 册 部 篇 幅 枚 块 片 根 棵 株 头 只 匹 尾 羽
  盏 杆 门 支 只次 间 栋 幢 层 套间 床 床位 席 户型 宗 起 例 场次 场 班次 班 期 批次 批 轮次 轮 次 遍 趟 回 类 大类 小类 种 款
  组 对 双 副 届 门次 点位 孔 眼 井 扇 顶 瓶 袋 箱 桶 罐 卷 盒 包 捆 车次 船次 航次 航班 标箱 标准箱 箱次 票 笔 股 码 图斑 网格
  车位 泊位 学位 托位 机位 基站 端口 节点 样本 剂 剂次 针次 分 名次 个工作日 工作日 个小时 小时 分钟 秒钟 天 个月 周 个自然日 日 公里
  千米 延米 延长米 米 厘米 毫米 海里 平方公里 平方千米 平方米 平米 平方 ㎡ 立方米 方 吉瓦时 兆瓦时 立方 公顷 亩 亩次 顷 升 毫升 吨 公斤 千克 斤 克 毫克 微克 担 吨标准煤
  吨标煤 千瓦时 千瓦 兆瓦 吉瓦 瓦 度 度电 千伏安 千伏 伏 兆 摄氏度 ℃ 比特 字节 km kW kWh MW GW MWh kV kVA GB TB
  PB MB Gbps Mbps Tbps PFLOPS EFLOPS P mg kg g m cm mm hm ha t L ml 微克/立方米 毫克/升 微克每立方米 毫克每立方米 毫克每升 人每平方公里 吨每日 m³ m² m3 m2 km² km2 hm² hm2 km³ 岁 周岁 cm² dB
`
  .trim()
  .split(/\s+/);

/** What a unit with a slash may be over: 吨/日, 元/人·年. */
const over =
  '[十百千万亿]{0,2}(?:常住人口|户籍人口|人口|人次|人|名|户|家|村|镇|乡|县|市|班次|班|生|年|季度|月|天|日|周|次|小时|分钟|时|分|秒|亩|公顷|平方公里|平方米|平米|平方|立方米|吨|公斤|千克|斤|升|公里|千米|米|台套|台|辆|套|张|床|件|所|个|处|座|头|只|千瓦时|千瓦|度|棵|株|课时|学期)';
export const slashUnit = new RegExp(
  `^(?:/${over}(?:[·・.]?${over})?)+|^(?:/(?:(?!以[上下内]|左右|[相比以与和而，且])[\\u4e00-\\u9fffA-Za-z]){1,4}(?:[·・.](?:(?!以[上下内]|左右)[\\u4e00-\\u9fffA-Za-z]){1,4})?)+`,
  'u',
);
