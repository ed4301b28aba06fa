import type { Draft, ExtractionContext } from '../draft.js';
import { because } from '../draft.js';
import { leadingNoise } from '../lexicon/verbs.js';
import { distributed, firstPart, kindOfCommonNoun, samePart, wholeOfParts } from './indicator-of-list.js';
import {
  afterMeasure,
  countedTogether,
  coverer,
  ofPrevious,
  ofWhat,
  ownPoint,
} from './indicator-of-previous.js';
import {
  clip,
  stripLeading,
  stripTrailing,
  withoutAttributes,
  withoutDates,
  withoutMeasure,
} from './indicator-words.js';
import { milestoneIndicator } from './milestone-indicator.js';
import { bareValue, nameAbove } from './name-above.js';
import { colonHead, costOf, isWeak, listedBefore, namedBetween, topicAfter, topicBefore } from './topic.js';

/** After the number, these go on with the value (以上的基层机构) or only name it a goal. */
const afterNoise =
  /^(?:标准(?=配备|配置|建设|设置)(?:配备|配置|建设|设置)(?:包含.{1,16}在内的)?|及?以上的?|左右的?|以内的?|的|（含[^）]*）)+/u;
const afterIsNothing =
  /^(?:目标|一体化改革目标|(?!.*(?:完成|实现|超额))[^，]{0,8}目标(?:任务)?|标准|比例|的比例|为限|计|不等)?$/u;
const spends = /^(?:计划|预计|完成|共|累计)?(?:总?投资|投入|安排|拨付)/u;
const stateVerb =
  /^(?:全部|均|达到|实现|通过|获|入选|完成|开工|建成|投|纳入|实施|开展|进行|由|用于|为|覆盖|享受|参加|接受|取得|上岗|毕业|签约|惠及|受益|建立|配备|建有|设有|均|就业|创业|脱贫|入住|就读|入学|参保|获证|持证|返乡|搬迁|受训|复明|康复|稳岗|转移就业|达标|出列|摘帽|退出)/u;

const onlyCompletes =
  /^(?:[，、]|并|且|已|将|现|均|也|于|在|基本|实现|达到|做到|了)*(?:建成|建设|完成|完工|竣工|投用|投入使用|使用|到位|开工|交付|通车|办结|整改|改造|验收|安装|运行|运营|开通|启用)*(?:到位|完毕|使用|任务)?$/u;
const moneyName = /(?:资金|经费|补助|补贴|基金|债券|贷款|预算|投资|奖补)$/u;
const usedFor = /^(?:支持|用于|建设|实施|开展|对|推动|改造|升级|购置|新建|完成|补助|奖励|资助)/u;
const sums = /^(?:总?共计?|合计|总计|一共)$/u;

/** Words that measure something named before them: 开工率, 占比, 同比增长, 其中新建. */
const elliptic =
  /^(?:其中)?(?:同比|环比|同口径|比上年|较上年|较去年|共|累计|合计|已|分别|给予|发放|上调|下调|增长|增至|降至|达|每[\u4e00-\u9fff]|户均|亩均|人均|年均)*(?:改造|新建|扩建|改建|培训|资助|补贴|补助|投入|投资|占比|比例|面积|总投资|资金|发放资金|发放补贴|开工|完工|竣工|投用|开工率|完工率|整改率|治理率|完成率|合格率|覆盖率|优良率|达标率|惠及|服务|改造提升|户均补贴|亩均投入|泊位|规模|总额|产能|年产能|增幅|人数|数量)?(?:同比|环比)?(?:增长|下降|提高|减少|上调|下调|增至|降至|达到?|亩|(?:提高|提升|增加|上升|扩大|下降|降低|降|减少|压减|稳定|保持|控制)(?:到|至|在))?$/u;

/**
 * Fills the indicator in the text's words: what follows the unit (建设122个“就业驿站”), else what stands before the value
 * (县域就诊率达到92%), both for a share of something (减少的收入的10%由财政补偿).
 */
export function indicatorRefiner(context: ExtractionContext, draft: Draft, previous: Draft | null): void {
  if (draft.view.block.indicator) return;
  if (draft.kind === 'milestone') {
    milestoneIndicator(context, draft);
    return;
  }
  const { text } = context;
  const valueStart = draft.valueStart ?? draft.clause.start;
  const valueEnd = draft.valueEnd ?? draft.clause.end;
  const rawBefore = withoutDates(context, draft, { start: draft.segment.start, end: valueStart });
  // 解决了5.6万人（其中脱贫人口980人）的饮水问题: behind the bracket.
  const behind = /^（[^）]{2,40}）的([^，。；]{2,20})/u.exec(text.slice(valueEnd, draft.clause.end))?.[1];
  const rawAfter = (behind ?? withoutDates(context, draft, { start: valueEnd, end: draft.segment.end }))
    .replace(afterNoise, '')
    .replace(/（[^）]{12,}）$/u, '')
    .replace(/[；，](?!其中).*$/u, '')
    .replace(/^并[^、]*$/u, '')
    .replace(/^\d[\d.,]*[万亿]?[\u4e00-\u9fff]{1,4}$/u, '')
    .replace(/由[\u4e00-\u9fff]{2,12}(?:负责|牵头|挂牌督办|督办).*$/u, '')
    .replace(/^（.*$/u, '')
    // 1078个农贸市场、覆盖城乡的三级市场体系: what they make up.
    .replace(/、(?:覆盖|布局|功能|结构|特色|管理|运行|分布|辐射|遍布)[^，]*的[^，]*(?:体系|网络|格局)$/u, '')
    // 1231个公共充电桩（直流875桩、…: what the bracket opens is of its parts.
    .replace(/(?<=[\u4e00-\u9fff]{2})（[^）]*$/u, '')
    // 活动室77个并配有辅导员
    .replace(/^(?:并|且|同时)(?:配|设|已|全|均|投|建|对|实|按|完|通|在|于|由|将|达)[^，]*$/u, '')
    .replace(/(?:均|都)?已(?:经|全部|正式)*[列纳]入.*$/u, '')
    // 二期投资近2000万元已开始实施: how far it is.
    .replace(
      /^(?:目前|现|均|都|也)*已(?:经|全部|基本|正式|开始|全面|陆续|顺利|如期)*(?:完成|投入|实施|开工|动工|竣工|建成|投用|到位|下达|启动|拨付|发放|使用|运行|通过|并网|交付|落实|签约|兑现|进场)[\u4e00-\u9fff]{0,6}$/u,
      '',
    )
    // 健身器材500件安装在广场和公园: where they are.
    .replace(/^(?:安装|分布|布设|投放|摆放|栽植|位于|分散|坐落)[在于].*$/u, '')
    .replace(/(?<=[\u4e00-\u9fff]{2})作为.*$/u, '')
    // 投入200万元在实验大楼安装了检测设备: where it was done.
    .replace(
      /^在[\u4e00-\u9fff]{2,30}?(?=(?:安装|建设|新建|购置|配备|改造|实施|设置|种植|修建|开展)了?[\u4e00-\u9fff]{3})/u,
      '',
    )
    // 8个以猕猴桃为主导产业的国家现代农业产业园
    .replace(/^(?:以前|之前|以后)?(?:建成|建设|投用)的(?=[\u4e00-\u9fff]{3})/u, '')
    .replace(/^以[^，]{1,20}为[^，的]{1,8}的(?=[\u4e00-\u9fff]{3})/u, '');
  const before = stripTrailing(
    stripLeading(
      withoutSubject(rawBefore, draft)
        .replace(/^[，、；]?(?:由|从)(?:的|原来的?|最初的?)?\d[^，；]*$/u, '')
        .replace(/(?<![，；])(?:由|从)[^，；]{0,20}\d[^，；]*$/u, '')
        .replace(/^.*[：]/u, '')
        .replace(/^[一二三四五六七八九十]是/u, '')
        .replace(/^[，、]*[^，]{0,24}[动开]工建设了?(?=.{3})/u, '')
        .replace(/^[^，]{0,12}(?:获得|取得)批复(?:建设|实施|新建)?/u, '')
        // 连接线项目新改建四级公路: a part of it.
        .replace(
          /^[^，、]{6,}项目(?=(?:新改建|新建|改建|改造|铺设|完成(?!投资|年度|总|工程量))[\u4e00-\u9fff]{2,}|[\u4e00-\u9fff]{1,6}段[\u4e00-\u9fff]{4,})/u,
          '',
        )
        .replace(/（[^）]*$/u, '')
        // 利用边角地新增公共泊位: by what means is not what.
        .replace(/^[，、]*(?:利用|依托|结合|通过)[^，]{2,20}?(?=新增|新建|建设|建成|打造|培育)/u, ''),
    ),
  );
  const after =
    afterIsNothing.test(rawAfter) || /^[、，）]/u.test(rawAfter) ? '' : rawAfter.replace(/[。，；、]+$/u, '');
  if (draft.kind === 'coverage') {
    const joined = coverageWords(rawBefore, rawAfter);
    // 候车亭已纳入计划，并于年底全部建成投用: what was built is named before.
    const own = joined.replace(
      /^(?:(?:该|此|本|整个|上述|以上)?(?:工程|项目)?(?:预计|计划|力争|拟|预期)?)/u,
      '',
    );
    const subject = onlyCompletes.test(own) ? topicBefore(context, draft) : '';
    draft.indicator = clip(subject ? `${subject}${own}` : joined);
    because(draft, 'indicator', 'indicator:around-total');
    return;
  }
  const clean = (words: string) =>
    clip(
      withoutAttributes(words).replace(
        /^[“”"]{2}|(?:[，、；：]|[和与或]|(?<![涉普顾惠波])及|分别达?)+$/gu,
        '',
      ),
    );
  const name = (words: string, rule: string) => {
    draft.indicator = clean(words);
    because(draft, 'indicator', rule);
  };
  const list =
    /等$/u.test(rawBefore) && after.length >= 2 && after.length <= 5
      ? /^(.{2,20}?)(?:至少|不少于|不低于)/u.exec(before)
      : null;
  if (list?.[1]) {
    name(`${list[1]}${after}`, 'indicator:list-head');
    return;
  }
  const kind = kindOfCommonNoun(context, draft, after);
  if (kind) {
    name(kind, 'indicator:after');
    return;
  }
  // 全面完成目标任务的有46项: those that are counted, in a clause of their own.
  const nominal = /^[，、]?(?:其中)?([^，、]{4,30}的)(?:共?有|为|达)?$/u.exec(rawBefore)?.[1];
  if (nominal && after === '' && !/其中的$/u.test(nominal) && !/%|‰/.test(draft.unit ?? '')) {
    name(nominal.replace(/的$/u, ''), 'indicator:before');
    return;
  }
  // 57个村、6.35万户散煤治理任务: what both count stands behind the last.
  const common = countedTogether(context, draft, before, after);
  if (common) {
    name(common, 'indicator:after');
    return;
  }
  // 覆盖所有社区、90%以上乡镇和60%以上村: what covers them.
  const covers = draft.unit === '%' && after.length <= 6 && after.length > 0 ? coverer(context, draft) : null;
  if (covers) {
    name(`${covers}${after}`, 'indicator:before-and-after');
    return;
  }
  const told = ofPrevious(context, draft, previous, rawBefore, after);
  if (told) {
    name(told, 'indicator:inherited');
    return;
  }
  // 安排专项资金2000万元支持…: the money is named before it.
  if (/元$/u.test(draft.unit ?? '') && moneyName.test(before) && usedFor.test(after)) {
    name(before, 'indicator:before');
    return;
  }
  if (after.length >= 2) {
    const share = draft.unit === '%' && before.length >= 4 && /的$/.test(rawBefore);
    // 村组道路硬化工程62个项目: a noun that names nothing.
    const bare =
      /^(?:子?项目|工程|标段|事项|(?:建设|改造|治理|整治|栽插|播种|种植|搬迁)?任务(?:已.*|均.*|全[部面].*)?)$/u.test(
        after,
      ) &&
      before.length >= 4 &&
      !isWeak(before);
    if (share || bare || (stateVerb.test(after) && before.length >= 2)) {
      name(`${before}${after}`, 'indicator:before-and-after');
    } else if (stateVerb.test(after) && previous && previous.view === draft.view && before.length < 2) {
      name(after, 'indicator:after');
    } else if (
      draft.unit === '%' &&
      before.length >= 3 &&
      !/^以?上?的/.test(text.slice(valueEnd, valueEnd + 3)) &&
      !/^(?:的|以上)/.test(rawAfter) &&
      /率|比例|比重|占比|程度$/.test(before)
    ) {
      name(before, 'indicator:rate-before');
    } else {
      name(after, 'indicator:after');
    }
    return;
  }
  const above = bareValue.test(before) ? nameAbove(context, draft) : '';
  if (above) {
    name(above, 'indicator:topic');
    return;
  }
  const shared = distributed(context, draft, before);
  if (shared) {
    name(shared, 'indicator:distributed');
    return;
  }
  const part = samePart(context, draft, rawBefore, after);
  if (part) {
    name(part, 'indicator:part-of-whole');
    return;
  }
  const first = firstPart(draft, rawBefore, previous);
  if (first && after === '') {
    name(first, 'indicator:part-of-whole');
    return;
  }
  const whole = wholeOfParts(context, draft, rawBefore, before, previous);
  if (whole) {
    name(whole, 'indicator:part-of-whole');
    return;
  }
  // 占总人口的19.2%: a share of what stands before it.
  if (
    /^约?占/u.test(before) &&
    previous &&
    previous.view === draft.view &&
    !previous.indicator.includes('占')
  ) {
    name(`${previous.indicator}${before}`, 'indicator:share-of-previous');
    return;
  }
  if (isWeak(before) && before.length <= 10) {
    const base =
      (sums.test(rawBefore.replace(/^[，、；：]+/u, '')) && listedBefore(context, draft)) ||
      (/总投资|造价|概算/u.test(before) && costOf(context, draft)) ||
      (spends.test(before) &&
        !colonHead(context, draft.view) &&
        !afterMeasure(context, draft, previous) &&
        topicAfter(context, draft)) ||
      ownPoint(context, draft, previous) ||
      (previous && previous.view === draft.view && namedBetween(context, draft, previous)) ||
      (previous && previous.view === draft.view && !isWeak(previous.indicator)
        ? withoutMeasure(ofWhat(previous).indicator)
        : topicBefore(context, draft));
    if (base) {
      const own = before
        .replace(/^(?:其中|可|能|将|再|比|整个|该(?:段|路段|道路|项目|工程|条)|我[局委市县区])+/u, '')
        .replace(/[同环]比|(?:[比较])(?:去年|上年)?同期|(?<!占)比$|较$/gu, '')
        .replace(/\d[\d.,]*[万亿]?(?:元|公里|亩|吨|个|人|户|平方米)的?/gu, '');
      name(base.includes(own) ? base : `${base}${own}`, 'indicator:topic');
      return;
    }
  }
  if (elliptic.test(before)) {
    name(inherited(context, draft, before, previous), 'indicator:inherited');
    return;
  }
  if (before.length >= 3 || (before.length >= 2 && !leadingNoise.test(before))) {
    name(before, 'indicator:before');
    return;
  }
  name(inherited(context, draft, before, previous), 'indicator:inherited');
}

/** 市住建局要在8月底完成…: who does it is said in `responsible`. */
function withoutSubject(words: string, draft: Draft): string {
  if (!draft.rules.responsible?.includes('responsible:subject')) return words;
  const rest = words.replace(/^[，、]/u, '');
  const name = draft.responsible.find((each) => rest.startsWith(each));
  return name === undefined ? words : rest.slice(name.length).replace(/^(?:要|将|应|须|需)?在?/u, '');
}

function inherited(context: ExtractionContext, draft: Draft, own: string, previous: Draft | null): string {
  const { text } = context;
  const at = draft.view.clauses.indexOf(draft.clause);
  const spending = /^(?:投入|投资|安排|拨付|筹集|争取|落实)/u.test(own);
  const verbOnly =
    /^(?:其中|同比|环比|同口径|比上年|较上年|较去年|分别|达|共|累计|给予|上调|下调|增长|下降|提高|减少|增至|降至)*$/u.test(
      own,
    );
  if (previous && previous.view === draft.view && previous.indicator && !spending)
    return verbOnly || previous.indicator.includes(own)
      ? previous.indicator
      : `${previous.indicator}${own.replace(/^其中|^[比较](?:上年|去年|同期|年初)*$/gu, '')}`;
  // A table's row: 新增4000张养老床位 | 4385张 | 110%.
  if (own === '' && previous?.indicator && previous.view !== draft.view)
    return draft.unit === '%' && previous.unit !== '%' ? `${previous.indicator}完成率` : previous.indicator;
  const neighbour = spending
    ? (draft.view.clauses[at + 1] ?? draft.view.clauses[at - 1])
    : (draft.view.clauses[at - 1] ?? draft.view.clauses[at + 1]);
  if (neighbour) {
    const words = stripLeading(withoutDates(context, draft, neighbour))
      .replace(/《[^》]*》/gu, '')
      .slice(-24);
    if (words.length >= 2) return `${words}${own}`;
  }
  const block = draft.view.block;
  const heading = text
    .slice(block.start, block.headingEnd)
    .replace(/^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、）).．]/u, '')
    .replace(/[。：]$/u, '');
  return own || heading || text.slice(draft.clause.start, draft.clause.end);
}

function coverageWords(before: string, after: string): string {
  const head = stripTrailing(stripLeading(before));
  const tail = after
    .replace(/，?并.*$/u, '')
    .replace(/^(?:达到|实现)(?=.{6})/u, '')
    .replace(/(?:目标|要求|工作)$/u, '');
  const words = `${head === before && head.length < 2 ? '' : head}${tail}`;
  return words.length >= 2 ? words : `${before}${after}`;
}
