/** Amounts of change in a stock: what was added in a time, never what there is. */
export const strictFlow =
  /新增|净增|增建|新建|新开(?:工|通|设|办)?|新招|新设|新培育|新认定|新引进|新签|新获批|新改建|新改扩建|新登记|新注册|扩增|增加(?!值|到|至|为)|加装|增设/u;

/** Verbs whose count is work done in a time. Read at the beginning of a value's words or right before the value. */
const flowVerbs =
  '建成|建设|新建|改造|打造|创建|创成|完成|实施|更新|修复|治理|整治|维修|修缮|加固|培训|招聘|招录|招募|引进|培育|认定|评定|开展|举办|组织|发放|投入|安排|筹集|筹措|下达|拨付|建立|组建|设立|设置|布设|布局|配备|配置|购置|投放|推广|发展|营造|淘汰|关停|整合|提供|帮扶|扶持|支持|转移|检测|抽检|抽查|筛查|体检|接种|办理|办结|惠及|带动|遴选|选派|选聘|聘请|募集|开发|储备|升级|推出|落地|签约|开通|开行|开工|竣工|完工|投用|启动|种植|改建|扩建|改扩建|养护|绿化|造林|搬迁|安置|回收|拆除|清理|排查|化解|减免|争取|引导|制定|出台|发布|盘活|收储|供应|筹建|交付|提升|加密|疏浚|清淤|解决|受理|审结|救助|资助|慰问|发展';
const prefix =
  '(?:其中|并|还|共|合计|累计|先后|已|将|要|全面|全年|年内|今年|当年|年度|[一二两三四五六七八九十]+年(?:来|内|间|计划)?|20\\d\\d年(?:以来|内|起)?|截[至止](?:到)?(?:目前|20\\d\\d年|年?底|末|\\d{1,2}月|底|份|\\d{1,2}日)*|全[市省县区州旗镇社]会?|我[市省县区]|我们|力争|确保|计划|预计|推动|推进|加快|重点|集中|统筹|按照.{0,8}|继续|每年|为|对|向|用于|实际|新|大力|有序|稳步|扎实|支持|鼓励|引导|[，、；：\\s])*';
export const opensWithFlow = new RegExp(`^${prefix}(?:${flowVerbs})`, 'u');
export const closesWithFlow = new RegExp(
  `(?:${flowVerbs})(?:了|约|近|超过?|突破|达到?|不少于|不低于|至少|共|各)*$`,
  'u',
);

/** The number is what there is at the time. */
export const stockCue =
  /(?:总数|总量|总里程|总规模|保有量|存量|在册|在园|在校|在岗|在库|参保(?:人数)?|余额|装机(?:规模|容量)?|面积|现有|共有|已有|目前有|拥有|建有|达到?|增至|增加到|增长到|提高到|提升到|提升至|扩大到|发展到|稳定在|保持在|维持在|突破|超过?|控制在)(?:为|了|约|近|共|超过?)*$/u;

/** What is counted over a year and named with its amount: 产量, 总额. */
export const annualAmount =
  /(?:产量|总产|产值|总额|零售额|销售额|交易额|成交额|交易量|营业收入|营收|收入|支出|吞吐量|客运量|货运量|客流量|发送量|业务量|电量|生产总值|增加值|外资|进出口(?:总值|总额)?|游客|旅客|利润|税收|成交额度|总花费|消费额|诊疗量|总诊疗人次|出栏量|出口额)$/u;

/** Levels: per head, per cubic metre, averages, times. */
export const levelName =
  /人均|户均|亩均|平均|浓度|均价|时间|时长|时限|寿命|指数|强度|密度|标准$|限额|补贴标准|工资/u;

export const rateName = /(?:率|比例|比重|占比|比率|程度|水平|强度|比值|之比|贡献度|满意度|知晓度|化率)$/u;
export const growthName = /(?:增速|增幅|涨幅|降幅|增长率|增长幅度)$/u;

const growthVerbs =
  '增长|上涨|上升|下降|降低|减少|压减|提高|提升|增加|回落|微降|微增|缩减|精简|压缩|缩短|下调|上调|增收|降幅|增速|增幅|涨幅|增产|减排|削减|下滑|降';
/** 增长6%, 下降3.2%; never 下降到, 增加值. */
export const growthCue = new RegExp(
  `(?:${growthVerbs})(?!到|至|为|值)(?:了|率|幅度|达到?|约|超过?|为|近|不低于|不少于|不小于|不超过|控制在|保持在|突破|力争|(?:预期)?目标为?|在|左右|[^，；、。到至]{0,4})$`,
  'u',
);
export const fallingVerb =
  /下降|降低|减少|压减|降幅|缩减|回落|微降|精简|压缩|缩短|下调|削减|减排|下滑|降(?!水|雨)/u;
export const risingVerb = /增长|上涨|上升|提高|提升|增加(?!值)|微增|增速|增幅|涨幅|上调|增收|增产/u;

/** Work on what stands against what is made new. */
export const actionWords: readonly (readonly [string, RegExp])[] = [
  // 新开工改造老旧小区: new work, on what stands.
  ['new', /新建(?!、?改|和改|及改|改)|新设|新开工(?![^，；]{0,8}(?:改造|改建|扩建|维修|修缮))/u],
  [
    'renew',
    /(?<!新、?)(?<!新建、?)(?<!新建和)(?:改造|改建|扩建|改扩建|维修|修缮|更新|提升改造|翻新|改善提升)/u,
  ],
];
/** Only begun: no count of what is finished. */
export const begunOnly = /开工(?!率)|启动|动工|立项|签约|谋划|储备|在建|推进|正在|前期/u;
/** Less is better: an indicator named so is reached at the value or below it. */
export const lowerIsBetter =
  /失业率|死亡率|发病率|患病率|漏损率|损失率|损耗率|超限率|超标率|违法率|事故|伤亡|死亡人数|能耗|用水量|耗水|碳排放|二氧化碳排放|排放量|排放总量|浓度|PM2\.5|PM10|大班额|负债率|债务率|赤字率|不良率|不良贷款|杠杆率|辍学率|空置率|败诉率|投诉率|返贫|劣[Ⅴ五V]类|污染天数|重污染天气|用电成本|物流总?费用|费用与|收入比|收入差距|办理时限|办理时间|审批时限|审批时间|平均用时|反应时间|响应时间|到达时间|等候时间|平均住院日|药占比|农药使用量|化肥使用量|使用量减|差错率|发案率|案件数|警情|欠薪|积压|破损率|超期|受害率|淘汰率|近视率|贫困发生率|传播率|感染率/u;
/** How much of something bad was taken away: more of it is better, whatever it is taken from. 承诺时限压缩比例, 漏损削减率. */
export const takenAwayShare =
  /(?:压缩|压减|缩短|缩减|下降|降低|削减|减少|精简|减排|去除|消除|节约)(?:率|比例|比率|比重|幅度)$/u;
/** Work whose object is something bad: how much of it was done. */
export const takenAway =
  /^(?:已|共|累计|全年|年内|完成|力争|确保|[，、：])*(?:消除|消灭|整治|治理|销号|清零|化解|清理|淘汰|拆除|关停|处置|整改|消纳|破获|查处)(?!率|后)/u;
/** Neither more nor less is the good side. */
export const neitherIsBetter = /居民消费价格|消费价格指数/u;
