/**
 * Pairs of characters that stand in very many names of indicators and deliverables, the commonest first. An index
 * follows a name's rarer pairs. The order is fixed: what is found must not hang on what else is in the ledger.
 */
export const commonPairs: readonly string[] =
  '比例 建设 改造 服务 项目 工程 完成 新增 新建 中心 建成 标准 覆盖 盖率 综合 以上 农村 城镇 城市 小区 社区 资金 设施 企业 投资 管理 平台 示范 基地 机构 面积 养老 老年 居民 公共 供水 公路 培训 乡镇 重点 人员 人次 生产 安全 经济 产业 发展 任务 达到 实现 推进 全市 全县 全省 人均 收入 增加 加值 增长 总额 总量 产值 产量 工业 农业 技术 科技 教育 学校 学位 医疗 卫生 床位 就业 创业 保障 补贴 文化 体育 旅游 生态 环境 质量 治理 利用 水平 能力 体系 信息 数据 数字 网络 交通 道路 更新 提升 规模 县级 市级 省级 国家 行政 政府 政务 群众 人口 家庭 活动 专项 高质 质量 化改 务中 务站 施建 设项 设工 程项 心建 率达'.split(
    ' ',
  );
