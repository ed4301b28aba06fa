/** Words of doing, of setting and of how far: without a noun beside them they name nothing that is measured. */
const empty =
  /[一二两三四五六七八九十]年(?:内|间)?|运行|受理|全[国省市县区镇乡州旗]|我[国省市县区镇乡州局委厅部]|任务|目标|指标|计划|方案|年度|全年|年初|当年|今年|去年|实际|累计|共计?|合计|总计|总|预计|完成|超额|实现|达到?|先行|先|再|已|将|拟|还|尚|仍|仅|只|就|可望|可|也|均|平均|余下|其余|剩余|剩下|另外|另|其他|余|欠|差|缺|滞后|未|有|新建|改建|扩建|改造|建成|建设|建|盘活|安装|安排|投放|投入|开工|完工|竣工|动工|增加|新增|增|覆盖|兑付|拨付|支出|支付|下达|发放|登记|备案|罚款|节约|结余|到位|放款|提高|提升|减少|下降|上升|增长|降低|压减|压降|扣减|达成|启动|实施|推进|推广|集中|原则上|一般|分年|逐年|分批|每年|每周|每天|每月|年均|日均|目前|以后|之后|此后|此前|届时|其中|中|后|起|先期|首期|首批|预算|经费|资金|投资|的|为|至|到|由|按|从|并|和|与|及|在|对|把/gu;

const bareOf = (words: string): string => words.replace(empty, '').replace(/[^\u4e00-\u9fffA-Za-z]/g, '');

/** 任务, 先行盘活, 全市投入: nothing but doing, setting and place. */
export const onlyDone = (words: string): boolean => words.length <= 10 && bareOf(words).length === 0;

/** 每个派出所, 平均每个乡镇, 每处补助: of each, but what is not said. */
export const onlyEach = (words: string): boolean =>
  /^(?:按|使|确保|保证|平均|原则上|维持)*每[个座所处台户村镇乡县家名位室站校班]?[\u4e00-\u9fff]{0,8}$/u.test(
    words,
  ) &&
  !/(?:补|配|建|设|领|看|送)[\u4e00-\u9fff]{2,}$/u.test(
    words.replace(/(?:补助|补贴|限领|配置|配备|建设|设置)$/u, ''),
  );

/** Rates that say of themselves what they are of. */
const ownRate =
  /^(?:失业|城镇化|出生|死亡|就业|增长|[\u4e00-\u9fff]?[利税汇费]|投产|发病|参保|入学|升学|贫困|不良|负债)率$/u;
/** 破案率, 满意率, 采购占比: a rate of what was told before it. */
export const onlyRate = (words: string): boolean =>
  /^(?:[\u4e00-\u9fff]{2,3}率|[\u4e00-\u9fff]{2}占比)$/u.test(words) && !ownRate.test(words);

/** What a thing has or costs, which is always some thing's: 工期, 班额, 泊位, 分值. */
export const onlyPart = (words: string): boolean =>
  /^(?:(?:可|共|能|将|后)*(?:新增|增加|提供|容纳|设置?|设有|建成|接入)?(?:停?车位|泊位|学位|床位|摊位|铺位|席位|商铺)|工期|班额|分值|单价|造价)$/u.test(
    words,
  );

/** 农村, 丘陵区, 居民用户: where or with whom, but not what. */
export const onlyWhere = (words: string): boolean =>
  /^(?:其中)?(?:农村|城镇|城市|城区|主?城区|中心城区|老城区|县城|乡镇|乡村|村级|县级|市级|省级|山区|平原区?|丘陵区?|山丘区|牧区|沿海|沿江|坝区|高原|[一二三]类区|[\u4e00-\u9fff]{2}用户|小学|初中|高中|中职|幼儿园|企业|学校|医院|机关)$/u.test(
    words,
  );

/** 管理办法, 鉴定结论: a paper that is always about something. */
export const onlyPaper = (words: string): boolean =>
  /^(?:管理办法|实施细则|细则|办法|方案|实施方案|实施意见|意见|标准|鉴定结论|结论|结果|报告|名单|清单|环评批复|可研批复|批复|初步设计)$/u.test(
    words,
  );
