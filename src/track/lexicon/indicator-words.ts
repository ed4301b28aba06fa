const list = (words: string): string[] => words.trim().split(/\s+/);

/** Words of an indicator that tell nothing apart: effort, extent, counting. Left out wherever they remain on one side only. */
export const fillers: readonly string[] = list(`
  全市 全省 全县 全区 全州 全旗 全镇 全域 我市 我省 我县 我区 本市 本县 本区 辖区 区域内 市域 省域 市区 全社会
  全年 年度 全年度 当年 今年 年内 年末 年底 期末 年均 年 平均 均值 平均值 平均为 首次 累计 共计 合计 总计 总数 总量 总 数量 数 人数 户数 总人数
  人次 水平 情况 工作 任务 目标 计划 指标 要求 建设 建设项目 项目 工程 建成 建成率 完成 实现 实施 开展 组织 推进 推动 推广 加强 提供 提升 提高
  新增 净增 新建 新培育 新认定 新引进 新增加 增加 发展 培育 认定 评定 创建 实际 其中 全部 所有 各 各类 各级 有关 相关 主要 等 的 了 和 及 与 在 为 对 由 将 已 均 达 到 以
  率达 力争 确保 争取 我们 我们将 要 应 左右 目前 现有 拥有 共有 已有 具有 配备 配置 购置 设置 设立 布设 投放 投入 安排 落实 下达 拨付 发放
  占全市 微 幅度 涨幅 增幅 增速 增长 同比 同口径 按可比价 按可比口径 较上年 比上年 持续 稳定 保持 能力 左右的 扶持 引进 招聘 问题
  开工 完工 竣工 累计完成 改造 更新 更新改造 提升改造 改造提升 三年 两年 四年 五年 不变价 比例 率 不超过 不低于 不少于 不高于 至少 原则上 年度 计划
`);

/** May stand on one side only without changing what is counted; the score is lower for it. `公办@学位`: only beside 学位. */
export const weakModifiers: readonly string[] = list(`
  高层次 各类 现代 新型 公办@学位 优质@学位 少年@儿童 计量@检定 政策性@创业 规范 规范化 城区 地方 符合条件 适龄 免费 集中 统一 专项 多层次 高质量 高水平 常住 户籍 户口
`);

/** One of a line excludes the others: an indicator with one is never answered by a figure with another. */
const contrastLines = `
城镇 农村 城乡
县域 基层 乡镇 村级 市域
新建 改造 改建 扩建 改扩建 维修 拆除
公办 民办 普惠
学前 小学 初中 高中 普通高中 基础教育 义务教育 中职 高职 高等教育 幼儿园 本科 职业教育
一期 二期 三期 四期 五期
国家级 省级 市级 县级 区级 乡级 镇级
规模以上 规模以下
男 女
老年人 儿童 残疾人 妇女 婴幼儿 青少年 孕产妇 学生
收入 支出
进口 出口
存款 贷款
增加值 产值 利润 营业收入 投资 销售额 零售额 消费 税收
开工率 完工率 竣工率 入住率 整改率
国内 入境 境外
货物 服务贸易
第一产业 第二产业 第三产业
工业 农业 服务业 建筑业
大班额 班额
全科医生 执业医师 注册护士
养老 托育
地表水 地下水 饮用水 海域
PM2.5 PM10 臭氧
化肥 农药
普及率 覆盖率 合格率 达标率 参保率 就业率 就诊率 死亡率 发病率 利用率 处理率 治理率 收集率 回收率 漏损率 失业率 收缴率 使用率 满意率 签约率 毕业率 入学率 保有率 规范管理率
首席 签约 培训 引进 招聘
孕产妇 婴儿
博士 硕士 本科
中医 西医
一级 二级 三级 甲等 乙等
慢性病 传染病
国省道 国道 省道 县道 农村公路 高速公路
污水 供水 雨水 燃气 供热 电力
高血压 糖尿病
就业 创业 失业
暑托 寒托
`;
export const contrasts: readonly (readonly string[])[] = contrastLines.trim().split('\n').map(list);

/** Too little to be an indicator alone: what it belongs to stands before it in the sentence. */
export const elliptic =
  /^(?:惠及|受益|实际|消除|整治|治理|销号|带动|涉及|完成|开工|完工|竣工|投用|改造|新建|扩建|改扩建|总|其中|占|年度?|户均|人均|亩均|平均|农户|居民|群众|企业|村|人口|投资|资金|面积|规模|产值|产量|增加值|收入|总?投资|占比|比例|增速|增幅|覆盖率|完成率|合格率|开工率|完工率|里程|泊位|学位|提供|床位|户|人|项目|全部|已|计划|达标|达标率|保有量|数量|总数)*$/u;
