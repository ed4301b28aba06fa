import type { Clause } from '../../text/sentence/sentences.js';
import type { Draft, ExtractionContext, SentenceView } from '../draft.js';
import { askedFor } from './asked-for.js';
import { stripLeading, withoutDates } from './indicator-words.js';
import { paragraphTopic } from './paragraph-topic.js';
import { pointClauses, pointHead, stageOf } from './point-head.js';
import { colonHead, headingAbove, marker, recordName } from './topic-heading.js';

/** Words that say how much or how far, not of what: 投入, 完工, 建筑面积, 二期. */
const weakWords =
  /涉及|总投资|投入资金|完成投资|投资|投入|资金|支出|规划|设计|提供|给予|补助|补贴|建筑面积|占地面积|用地面积|绿化面积|总面积|面积|权重|增幅|降幅|净增|溯源|整治|改造|新建|续建|新增|确保|争取|力争|努力|超过|正式|进场|动工|开工|竣工|完工|建成|交付|使用|投用|通水|通车|运营|招生|户数|人数|总户数|规模|[一二三]期|单户|年度计划|任务|计划|整体|平均|完成率|开工率|竣工率|整改率|施工|工程|主体|建设|印发|实施|执行|出台|完成|实现|达到|其中|其余|余下|优化|到位|相较|较|同期|去年|上年|上线以来|全面|全线|秋季|春季|暑期|批次?|第[一二三]|容纳|开设|启动|开行|开通|试产|达产|投产|试?运行|上线|试营业|营业|亮灯|封顶|国庆|项目|可|能够?|将|仅|就|收回|返还|退还|折算|全长|总长|[路线]线?路?(?=全长|总长)|预算|决算|总造价|造价|长度|该段|该路段?|该项目|该工程|该道路|一期|预计|整个|再|已|仍|共|总|占|为|比|的|了|按|从|起|约|我[局委市县区们省州镇乡厅办]/gu;

/** Whether an indicator's own words name nothing that is measured. */
export function isWeak(words: string): boolean {
  return words.replace(weakWords, '').replace(/[^\u4e00-\u9fffA-Za-z]/g, '').length < 2;
}

const named =
  /([\u4e00-\u9fff“”A-Za-z\d]{2,26}?(?:工程|项目(?!建议书|可行性|可研|资金|前期|手续|赋码|选址|业主|单位|用地|立项|审批|储备)|中心|医院|学校|幼儿园(?!托|大班|食堂|教师|学位)|[小中]学(?![生部段教])|大楼|公园|道路|公路|大道|快速路|[国省县乡村]道|步道|绿道|隧道|天桥|(?<!现有|资金|融资|筹资|投诉|反映|沟通|销售|多种?|信息)渠道|[水灌干支沟]渠|河道|堤防|水库|水塔|泵站|电站|路灯|停车场|公厕|厕所|广场|运动场|操场|食堂|中转站|转运站|候车亭|充电桩|消防站|管网|管道|水厂|基地|小区|平台|大桥|停车楼|改造|治理|行动|商铺|校舍|校区|[体图博文][育书物化]馆|(?:综合|教学|科技|住院|门诊|宿舍)楼|[敬养]老院|福利院|卫生室|线路|基金|补贴|培训|企业|监测|泊位|设施|机构|制度|办法|绿地|卫生院|住房|公租房|安置房|处理厂|场站|排污口|产业园|示范区|建设(?!计划|任务|资金|指标|标准|规划|业主|单位|主体|责任|用地|期|方|内容|规模|地点|性质|条件|周期|工期|管理|指挥|领导|进度|手续|中$)))(?![的地])/gu;

const notToBe = /没有?必要|无需|无须|不需要|不再|不宜|不予|暂不|未能|尚未|无法/u;
const actedOn =
  /(?:^|[^针面应])对([\u4e00-\u9fff“”]{4,24})(?:进行|实施|开展)了?(?:全面|整体|统一)?((?:(?!性|式)[\u4e00-\u9fff、]){0,14}?(?:改造|维修|修缮|整治|改建|扩建|翻新|硬化|拓宽|治理|加固|重建|铺筑|加宽|安装|绿化|亮化|美化|清淤|疏浚))(?:以[^，]*)?$/u;

/** The last thing that a clause names, its verbs of effort left out; '' where it names none. */
function nameIn(context: ExtractionContext, draft: Draft, clause: Clause): string {
  // 向省厅申报“…”: the name of a programme.
  if (/^用于|申报[^，]{0,2}[“《]/u.test(context.text.slice(clause.start, clause.end))) return '';
  // 没有必要再修一条道路: what will not be.
  if (notToBe.test(context.text.slice(clause.start, clause.end))) return '';
  // 对校门前绿化带进行改造: a work in two words.
  const acted = actedOn.exec(context.text.slice(clause.start, clause.end));
  if (acted?.[1] && acted[2]) return `${acted[1]}${acted[2]}`;
  const words = stripLeading(
    withoutDates(context, draft, clause)
      .replace(/^.*[：]/u, '')
      .replace(/（[^）]*）|(?:[列纳]入|列为|根据|按照?|依据)《[^》]*》/gu, '')
      // 某某公路建设有限公司为业主: a firm's name.
      .replace(/[\u4e00-\u9fff]{3,24}?(?:有限|股份|集团)公司(?![\u4e00-\u9fff]{0,8}(?:项目|工程))/gu, '')
      // 通过省引水工程建设管理局审批: an office's.
      .replace(
        /[\u4e00-\u9fff]{2,20}?(?:工程|项目|建设){1,2}(?:管理局|管理处|管理中心|指挥部|领导小组|服务中心)/gu,
        '',
      )
      .replace(/(?:位于|坐落[于在]|地处|地[点址][在为])[^，]*$/u, '')
      .replace(
        /\d[\d.,]*(?:余|多)?[万亿]?(?:[个项件条座所处家户名台辆套张栋幢间口眼盏部艘架场期批次起宗株棵头只块片段孔](?=[\u4e00-\u9fff]{2})|[\u4e00-\u9fff㎡%]{0,2}(?:\/[\u4e00-\u9fff]{1,2}的?)?)/gu,
        '',
      )
      .replace(/^(?:[一二三四五六七八九十]是|督促|推动|正在|现已|正|目前)+/u, ''),
  );
  // 将敬老院改扩建项目纳入重点工程: what is put on the list, not the list.
  const listed = /^(?:.*将)?(.*?)(?:已|均|也|给予)*(?:[列纳]入|列为)/u.exec(words)?.[1] ?? '';
  // 纳入国家重大建设项目储备库: the list is no name either.
  const last = (lastName(listed) || lastName(words.replace(toList, ''))).replace(
    /^.*(?:申报|签订|签署|办理|下达|启动|针对|提到|提及|反映|申请(?:建设)?|[列纳]入|包括|包含)了?的?|^.*(?:逐步|分批|分期|有序)(?:进行|实施|开展)(?=.{5,})/u,
    '',
  );
  // 确定施工单位并开工建设: an act, no name.
  if (/(?:开工|动工|启动|施工|组织)建设$/u.test(last)) return '';
  const name = stripLeading(last).slice(-22);
  // 该条道路, 是…的主要道路: the name stands elsewhere.
  return isWeak(name) || /^(?:该|此|这|是|(?:的|道路|公路|路段|街道|小区|学校|医院)$)/u.test(name)
    ? ''
    : name;
}

const toList =
  /(?:[列纳]入|列为|入选|入围)[^，]*(?:(?:重[点大]|民生|年度|实施)[^，]{0,8}(?:项目|工程|实事)(?:储备)?库?|库|计划|规划|清单|范围|名录|盘子)[^，]{0,6}$/u;

/** The last name; one that another goes straight on with is a part of it (连接线道路|硬化工程). */
function lastName(words: string): string {
  let name = '';
  let end = -1;
  for (const match of words.matchAll(named)) {
    const found = match[1] ?? '';
    name = match.index === end ? name + found : found;
    end = match.index + found.length;
  }
  return name;
}

/** 正在进行管网施工, 委托第三方编制项目建议书: a step on the way, not what will be finished. */
const stepTaken =
  /^(?:您|你们?)[^，]*(?:提出|反映|提到)|^(?:目前|现|项目)*(?:正在|正|已)?(?:进行|办理|开展|委托|按照?|签订|协调|对接)[^，]*(?:施工|审批|报批|招标|招投标|评审|编制|设计|勘察|测设|手续|报告|方案|任务|建设中)$/u;
/** Clauses that are looked back over: a sentence of thousands costs no more than one of forty. */
const farthest = 40;

function nearest(context: ExtractionContext, draft: Draft, clauses: readonly Clause[]): string {
  const near = clauses.slice(-farthest).reverse();
  for (const clause of near) {
    if (draft.kind === 'milestone' && stepTaken.test(context.text.slice(clause.start, clause.end))) continue;
    const name = nameIn(context, draft, clause);
    if (name) return name;
  }
  return '';
}

/** Which clause of its sentence the draft stands in; a part of a clause counts as the whole. */
const placeOf = ({ view, clause }: Draft): number =>
  view.clauses.findIndex((each) => each.start <= clause.start && each.end >= clause.end);

/** 已投用的公共停车场有A、B等，共计15处: what the list before it is a list of. */
export function listedBefore(context: ExtractionContext, draft: Draft): string {
  const { clauses } = draft.view;
  for (const clause of clauses.slice(Math.max(0, placeOf(draft) - 3), placeOf(draft)).reverse()) {
    const listed =
      /^(.{0,30}?)([\u4e00-\u9fff]{2,12})(?:主要)?(?:有|包括|包含|分别为|分别是|为)[^，]*、[^，]*$/u.exec(
        context.text.slice(clause.start, clause.end),
      );
    if (listed?.[2]) return stripLeading(listed[2].replace(/^.*的(?=.{2})/u, ''));
    const built = /(?:建|造|置|备|装|设)了?[^，]*、([\u4e00-\u9fff]{4,14})$/u.exec(
      context.text.slice(clause.start, clause.end),
    );
    if (built?.[1]) return built[1];
  }
  return '';
}

/** 投资5000万元，提升改造低等级公路40公里: what money is for follows it. */
export function topicAfter(context: ExtractionContext, draft: Draft): string {
  const { clauses } = draft.view;
  const at = placeOf(draft);
  const next = draft.clause.mark === '，' ? clauses[at + 1] : undefined;
  return next ? nameIn(context, draft, next) || doneWith(context, draft, next) : '';
}

/** 投资28万元，完成30个行政村音响配发: what was done with it, where nothing is named. */
function doneWith(context: ExtractionContext, draft: Draft, clause: Clause): string {
  const words = withoutDates(context, draft, clause);
  if (
    !/^(?:完成|建成|新建|实施|改造|修建|购置|配备|安装|铺设|种植|硬化|整治|治理|修缮|维修|更换|采购|清淤)/u.test(
      words,
    )
  )
    return '';
  const own = stripLeading(words.replace(/\d[\d.,]*(?:余|多)?[万亿]?[\u4e00-\u9fff㎡%]/gu, ''));
  return own.length >= 3 && !isWeak(own) ? own.slice(-22) : '';
}

/** 安排了示范产业项目，总投资496万元: whose cost it is stands right before. */
export function costOf(context: ExtractionContext, draft: Draft): string {
  const before = draft.view.clauses[placeOf(draft) - 1];
  return before?.mark === '，' &&
    /(?:工程|项目|中心|医院|学校|公园|道路|公路|基地|小区|大桥|水库|水厂)$/u.test(
      context.text.slice(before.start, before.end),
    )
    ? nameIn(context, draft, before)
    : '';
}

/** What is named between the item before it and its own clause; '' where nothing is. */
export function namedBetween(context: ExtractionContext, draft: Draft, previous: Draft): string {
  const { clauses } = draft.view;
  return nearest(context, draft, clauses.slice(placeOf(previous) + 1, Math.max(0, placeOf(draft))));
}

/** The nearest thing named before it in its own sentence. */
export const namedHere = (context: ExtractionContext, draft: Draft): string =>
  nearest(context, draft, draft.view.clauses.slice(0, Math.max(0, placeOf(draft))));

/** What the sentence names first: of all that it tells, what an estimate is for. */
export function firstNamed(context: ExtractionContext, draft: Draft): string {
  for (const clause of draft.view.clauses.slice(0, Math.max(0, Math.min(placeOf(draft), farthest)))) {
    const name = nameIn(context, draft, clause);
    if (name) return name;
  }
  return '';
}

/** Kilometres measure no houses: 筛选重点小区列入清单，改造150公里 is of something else. */
const measures = ({ unit }: Draft, name: string): boolean =>
  !(
    /^(?:公里|千米|米)$/u.test(unit ?? '') &&
    /(?:小区|学校|医院|公司|企业|中心|卫生院|幼儿园|卫生室|机构)$/u.test(name)
  );

/** 南山供水工程分两期，一期…；二期2020年3月开工: the work whose stage a point tells of. */
function wholeOf(context: ExtractionContext, draft: Draft, at: number): string {
  const { view } = draft;
  const first = view.clauses.findIndex(({ start }) =>
    /^第?[一二三四]期/u.test(context.text.slice(start, start + 3)),
  );
  const names: string[] = [];
  let each: SentenceView | null = view;
  for (let i = 0; each && i < 4; i++, each = each.previous) {
    const upTo = each === view ? Math.max(0, first < 0 ? at : first) : each.clauses.length;
    for (const clause of each.clauses.slice(0, upTo).slice(-farthest).reverse()) {
      const name = nameIn(context, { ...draft, view: each }, clause);
      if (name) names.push(name);
    }
  }
  // A work has stages before its parts do.
  return names.find((name) => /(?:工程|项目)$/u.test(name)) ?? names[0] ?? askedFor(context.outline);
}

const isCost = ({ unit }: Draft): boolean => /元$/u.test(unit ?? '');

/**
 * What the words before an item speak of: the nearest thing named in its sentence, else in the heading of its paragraph,
 * else in the sentences before it there. '' where nothing is named.
 */
export function topicBefore(context: ExtractionContext, draft: Draft): string {
  const { view } = draft;
  const at = placeOf(draft);
  const headed = colonHead(context, view);
  if (headed) return headed;
  const topic = paragraphTopic(context, view);
  const point = pointClauses(view, at);
  // Among points that ； sets apart a work's name stands in its own.
  const split = point.length > 0 && point.length < at && draft.kind === 'milestone';
  const stage = stageOf(context, view, at);
  if (stage) return `${wholeOf(context, draft, at)}${stage}`;
  const own =
    (split ? pointHead(context, view, at) || nearest(context, draft, point) : '') ||
    nearest(context, draft, view.clauses.slice(0, Math.max(0, at)));
  if (own && measures(draft, own) && !(topic && isCost(draft))) return own;
  if (topic) return topic;
  const { block } = view;
  const heading = stripLeading(
    context.text
      .slice(block.start, block.headingEnd)
      .replace(marker, '')
      .replace(/[。：]$/u, '')
      .replace(/工作(?:情况)?$/u, ''),
  );
  if (heading.length >= 4 && heading.length <= 20 && named.test(heading)) {
    named.lastIndex = 0;
    return heading;
  }
  named.lastIndex = 0;
  const record = recordName(context, block.index);
  if (record) return record;
  let before: SentenceView | null = view.previous;
  for (let i = 0; before && i < 3; i++, before = before.previous) {
    const name = nearest(context, { ...draft, view: before }, before.clauses);
    if (name) return name;
  }
  const heads = isCost(draft) ? '' : headingAbove(context, block);
  return heads || askedFor(context.outline);
}
