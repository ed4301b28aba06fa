import type { Strength } from '../../domain/item.js';

/** A word that leans a clause to promise (positive) or result (negative). */
export interface StanceCue {
  readonly rule: string;
  readonly regex: RegExp;
  readonly weight: number;
}

/** Tense and aspect words, read within the value's own clause. Weights add up; the sign decides. */
export const clauseCues: readonly StanceCue[] = [
  { rule: 'done:已', regex: /已(?!婚|满|有条件|建成?的?基础)|业已/u, weight: -4 },
  {
    rule: 'done:目前',
    regex:
      /目前|(?<!优化|盘活|利用|依托|改造|整合|提升|立足|结合|巩固|扩建|用好|挖掘|加强|对|在|按|将|把)现有|现已|截[至止]|至今|迄今|至目前/u,
    weight: -3,
  },
  {
    rule: 'done:累计',
    regex: /(?:据|经)[^，。；]{0,30}统计(?!局|部门|口径|制度)|统计显示|统计数据/u,
    weight: -5,
  },
  {
    rule: 'done:累计',
    regex: /(?:任务|目标|计划|项目|投资)完成率|完成(?:全年|年度|目标)(?:任务|计划)的\d/u,
    weight: -2,
  },
  { rule: 'done:累计', regex: /累计(?!提高|不超)|先后|陆续|相继|如期|超额|首次|成功/u, weight: -2 },
  { rule: 'done:了', regex: /(?:导致|造成)[^，。；]{0,12}\d/u, weight: -2.5 },
  { rule: 'done:了', regex: /[\u4e00-\u9fff]了(?!解)/u, weight: -2.5 },
  {
    // 积极向上争取，申请到器材7套: the verb says that it came.
    rule: 'done:了',
    regex:
      /(?<!力争|确保|计划|将|努力)(?:申请|争取|筹集|筹措|协调|募集|筹得|申报|引进|招引|受理|收集|征集)到(?!位|\d{4}年)[^，。；]{0,24}\d/u,
    weight: -6,
  },
  {
    // 计划完成投资3亿元，累计完成1.8亿元: how far it is.
    rule: 'done:累计',
    regex:
      /^(?!.*(?:到20|将|力争|底前|确保|20\d\d年))(?:目前)?累计(?:完成|投入|建成|实现|改造|新建|发放|培训)[^，]{0,12}\d/u,
    weight: -4,
  },
  {
    rule: 'done:past-year',
    regex: /之初|当初|起初|最初|彼时|(?<![自从])(?:成立|设立|建园|建校|建馆|建院)时/u,
    weight: -3,
  },
  {
    rule: 'done:共',
    regex: /(?:今年|全年|年内|总|^)共(?!享|同|建|治|有[^，]{0,12}(?:将|要))[\u4e00-\u9fff]{0,12}\d/u,
    weight: -2.5,
  },
  {
    rule: 'done:同比',
    regex:
      /同比|较上年|比去年|较去年|[去上]年同期|环比|居全[国省市]|位居|排名|荣获|获评|获批|获得[^，]{0,6}批复|入选/u,
    weight: -2,
  },
  // 今年1—9月，发生…: months from January on are counted when they are over.
  { rule: 'done:累计', regex: /(?<!\d)1月?[-—–~至](?:[2-9]|1[0-2])月(?!底前|前)/u, weight: -2.5 },
  {
    rule: 'done:past-year',
    regex:
      /(?<![比较与同])去年|(?<![比较与同])上年|过去[一二三四五六七八九十\d]*[年个]|[一五三]年来|20\d\d年以来|近年来|年以来/u,
    weight: -3,
  },
  {
    rule: 'goal:将',
    regex:
      /将(?=[^，。；]{0,20}(?:建|完|达|实|推|开|投|新|增|提|启|全|力|于|按|进|在|对|继|安|组|培|落))|即将(?!完成)/u,
    weight: 4,
  },
  {
    rule: 'goal:力争',
    regex:
      /力争|(?<![共已]|累计|成功|积极|[向对](?:上级?|国家|中央|省|州|市|省级|上)[^，。；]{0,10})争取(?!到|了|中央|上级|国家|省|[^，。；]{0,10}(?:资金|补助|债券|项目|投资|专项|经费))|(?<!为了?)确保|努力(?:实现|达到|使|让|完成)|务必|务求|(?<!年度|项目|完成年|完成全年|建设|发展|行动|全年|规划|占|为|完成|超|按|原|[列纳]入|序时|进度|年初|占[^，]{0,4})计划(?!”)(?=[^《》]*(?:建|用|投|完|新|今年|20|到|实施|培|开|\d))|拟(?!定)|(?<!稳|市场|社会|向好|超|达到?)预期|(?<!完成[^，]{0,8}|高于|低于|超过?|较|塌|距离?|未达到?|预期|[这该此]一?|上述|以上)目标(?!\d|任务的|责任|考核|管理|绩效|任务?(?:圆满|全面|顺利|均|已|超额))/u,
    weight: 5,
  },
  { rule: 'goal:预计', regex: /预计/u, weight: 5 },
  {
    // 建设规模及内容为：…: the figures of a work that is on paper.
    rule: 'goal:建设规模',
    regex: /(?:建设|改造)(?:规模|规模及(?:主要)?内容|内容及规模)(?:主要)?(?:为|是|包括)(?=：|$|[^，]*\d)/u,
    weight: 2.5,
  },
  {
    // 工程概算总投资3.2亿元: what it will cost.
    rule: 'goal:概算',
    regex: /(?:概算|匡算|估算)(?:总)?(?:投资|造价|资金|经费)/u,
    weight: 3,
  },
  {
    // 三年行动计划总投资310亿元，实施内容包括…: the figures of a plan.
    rule: 'goal:行动计划',
    regex:
      /(?:行动计划|实施方案|行动方案)(?:实施)?(?:项目|内容)?(?:计划|共|的)*(?:总投资|安排|包括|涉及)|(?:实施|建设)内容(?:主要)?包括/u,
    weight: 5,
  },
  {
    // 已全部纳入PPP项目: the 已 is the list's, not the work's.
    rule: 'goal:已列入',
    regex:
      /已(?:经|全部|正式|均)*(?:列入|纳入|列为)[^，。；]{0,24}(?:计划|规划|项目库|(?:改造|建设|实施)(?:PPP)?项目)(?!范围|[^，。；]{0,4}(?:完成|实施完)|[^，。；]{0,14}[A-DＡ-Ｄ]类)/u,
    weight: 3,
  },
  {
    // 待批复后启动；该项目总投资…: what waits for something is not begun.
    rule: 'goal:待…后',
    regex: /(?:待|等)[^，]{2,16}后[^，]{0,6}(?:启动|实施|开工|动工|建设|组织实施|进场)/u,
    weight: 5,
  },
  {
    rule: 'goal:前期',
    regex: /(?:开展|启动|推进|进行|做)[^，]{0,4}前期(?:工作)?的/u,
    weight: 14,
  },
  {
    // 会议明确由县交通局负责…: who shall do it.
    rule: 'goal:会议明确',
    regex: /会议?(?:明确|议定|决定|要求|商定)(?!了|的)/u,
    weight: 4,
  },
  {
    // 已列入今年改造计划: what is on a plan is still to be done.
    rule: 'goal:列入',
    regex:
      /(?<!(?:完成|实施)[^，]{0,4})(?:列入|纳入|列为)(?!计划(?:逐步|正在)?(?:解决|落实|实施|推进))[^，。；]{0,24}(?:计划|规划|项目库|(?:改造|建设|实施)(?:PPP)?项目|盘子|年度任务)(?!范围|[^，。；]{0,4}(?:完成|实施完))/u,
    weight: 6,
  },
  {
    // 建成后可新增133个: what a work that is not yet done will give.
    rule: 'goal:成后可',
    regex:
      /(?:建成|完工|竣工|投用|投产|启用|实施|完成|建好|落成|改造|交付|投入使用)(?:并?(?:投用|投入使用|运营|使用|达产))?(?:之)?后(?:[^，]{0,6}(?:可|将|能|预计)|[^，]{0,24}共?(?:可以?|能够?)(?:提供|新增|容纳|解决|满足))|(?:^|[，；])(?:预计|届时)?(?:可|能够?)(?:新增|增加|解决|容纳|提供|满足|服务|惠及|覆盖|实现)/u,
    weight: 4,
  },
  {
    rule: 'goal:继续',
    regex:
      /继续(?:实施|推进|开展|建设|改造|投入|安排|支持|新建)|(?:准备|着手)(?:进行)?(?:实施|建设|开工|启动)/u,
    weight: 3,
  },
  {
    rule: 'goal:规划',
    regex:
      /规划(?:可|能|可以|能够)?(?:容纳|开设|设立|招收)|规划(?:新建|改建|扩建|改造|铺设|安装|建设(?!的|用地)|占地|设置|总?用地|总?投资|建筑|\d)/u,
    weight: 4.5,
  },
  {
    rule: 'goal:要',
    regex: /(?:^|[，；。、])(?:必须|应当?|须|要)(?!求|素|点|件|闻|道)|不得|需(?:达|在|要)|原则上/u,
    weight: 4,
  },
  { rule: 'goal:到', regex: /(?<!\d年?)到20\d\d年|到“?十[四五六]五”?期?末|(?<!\d年?)至20\d\d年/u, weight: 2 },
  { rule: 'goal:今年要', regex: /今年|明年|下半年/u, weight: 1 },
  { rule: 'goal:年底前', regex: /年内|[年月]底以?前|季度末前/u, weight: 2.5 },
  { rule: 'goal:任务', regex: /(?:今年|年度?|全年)(?:目标)?任务(?:数)?(?:为|是)?\d/u, weight: 4 },
  { rule: 'goal:每年', regex: /每年|每季度/u, weight: 0.5 },
  {
    // 从2022年起每年预算安排不低于1000万元: what is to be done every year from then on.
    rule: 'goal:每年',
    regex:
      /[从自](?:20\d\d|今|明)年(?:\d{1,2}月)?(?:起|开始)[^，。；]{0,16}每年[^，。；]{0,24}(?:不低于|不少于|安排|投入|新增|培训)/u,
    weight: 4,
  },
  { rule: 'goal:下一步', regex: /下一步|下步|今后|未来|接下来|下阶段|届时/u, weight: 5 },
];

/** Words of headings that say what stands under them. */
export const sectionCues: readonly StanceCue[] = [
  { rule: 'section:next', regex: /下一步|下步|下一阶段|下阶段|今后|打算|工作思路|努力方向|后续/u, weight: 4 },
  {
    rule: 'section:targets',
    regex:
      /(?<!紧盯|围绕|聚焦|锚定|对标|锁定)目标|重点任务|主要任务|工作任务|任务分工|工作安排|重点工作(?!完成)|实事(?!完成|办理)|预期|总体要求|工作要求|行动步骤|工作举措|主要措施|重点举措|保障措施/u,
    weight: 2.5,
  },
  {
    rule: 'section:review',
    regex:
      /回顾|总结|(?:圆满|超额|全面|顺利|较好|如期|胜利)(?:地|完成|实现)[^，。]{0,16}(?:目标|任务)|完成[^，。]{0,12}(?:目标|任务)情况|(?<!(?:巩固|提升|扩大|深化|增强|突出)[^，。]{0,12})成效|成绩|进展|开展情况|工作情况|办理情况|落实情况|实施情况|执行情况|完成情况|目标完成|任务完成|成绩单|推进情况|主要做法|现状|基本情况|发展成就|主要工作|已开展|取得/u,
    weight: -3,
  },
];

/** How firmly a promise is made. The strongest doubt wins: 探索 over 力争 over 确保. */
export const strengthCues: readonly { readonly strength: Strength; readonly regex: RegExp }[] = [
  { strength: 'exploratory', regex: /探索|适时|有条件的?|鼓励|视情/u },
  {
    strength: 'best_effort',
    regex:
      /力争|(?<![共已]|累计|成功)争取(?!到|了|[^，。；]{0,16}(?:资金|补助|支持|债券|投资|专项))|(?<!经过|共同|不懈|积极)努力(?!程度|下)|尽量|尽可能|原则上|逐步/u,
  },
  { strength: 'binding', regex: /确保|必须|务必|不得|严格|应当|一律/u },
];

/** ANNOTATION.md: what makes an item hedged. */
export const hedgeWords =
  /力争|(?<![共已]|累计|成功)争取(?!到了?|了)|(?<!经过|共同|不懈|积极)努力(?!程度|下)|原则上|有条件|逐步|探索|尽量|尽可能/u;
