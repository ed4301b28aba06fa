import type { Draft, ExtractionContext } from '../draft.js';
import { because } from '../draft.js';
import { leadingNoise } from '../lexicon/verbs.js';
import { onlyDone } from './bare-name/bareness.js';
import { completeName } from './bare-name/complete.js';
import { toldByPlan } from './bare-name/topic-words.js';
import { coverageWords, wordsAfter, wordsBefore } from './indicator-around.js';
import { inherited, withRate } from './indicator-inherited.js';
import {
  behindSize,
  doneByAll,
  ofKin,
  ofMoney,
  ofSameShare,
  ofWholeList,
  places,
  summed,
} from './indicator-of-kin.js';
import { distributed, firstPart, kindOfCommonNoun, samePart, wholeOfParts } from './indicator-of-list.js';
import {
  afterMeasure,
  countedTogether,
  coverer,
  ofPrevious,
  ofWhat,
  ownPoint,
} from './indicator-of-previous.js';
import { ofShape } from './indicator-of-shape.js';
import { clip, stripLeading, withoutAttributes, withoutDates, withoutMeasure } from './indicator-words.js';
import { milestoneIndicator } from './milestone-indicator.js';
import { bareValue, nameAbove } from './name-above.js';
import { paragraphTopic } from './paragraph-topic.js';
import { costOf, firstNamed, isWeak, listedBefore, namedBetween, topicAfter, topicBefore } from './topic.js';
import { colonHead } from './topic-heading.js';

const afterIsNothing =
  /^(?:目标|一体化改革目标|(?!.*(?:完成|实现|超额))[^，]{0,8}目标(?:任务)?|标准|比例|的比例|为限|计|不等)?$/u;
const spends = /^(?:计划|预计|完成|共|累计)?(?:总?投资|投入|安排|拨付)/u;
const stateVerb =
  /^(?:全部|均|达到|实现|通过|获|入选|完成|开工|建成|投|纳入|实施|开展|进行|由|用于|为|覆盖|享受|参加|接受|取得|上岗|毕业|签约|惠及|受益|建立|配备|建有|设有|均|就业|创业|脱贫|入住|就读|入学|参保|获证|持证|返乡|搬迁|受训|复明|康复|稳岗|转移就业|达标|出列|摘帽|退出)/u;

const onlyCompletes =
  /^(?:[，、]|并|且|已|将|现|均|也|于|在|基本|实现|达到|做到|了)*(?:建成|建设|完成|完工|竣工|投用|投入使用|使用|到位|开工|交付|通车|办结|整改|改造|验收|安装|运行|运营|开通|启用)*(?:到位|完毕|使用|任务)?$/u;
const moneyName = /(?:资金|经费|补助|补贴|基金|债券|贷款|预算|投资|奖补)$/u;
const usedFor = /^(?:支持|用于|建设|实施|开展|对|推动|改造|升级|购置|新建|完成|补助|奖励|资助)/u;
const madeBefore = /^(?:研究|出台|制定|印发|建立|健全|完善|推出|了)+/u;
const commonNoun = /^(?:工作|管理|服务|运行)?(?:机制|制度|措施|政策|举措|文件|办法|标准)$/u;
const estimated = /^(?:工程|项目)?(?:概算|估算|匡算)(?:总)?(?:投资|造价)$/u;
const sums = /^(?:总?共计?|合计|总计|一共)$/u;

/** Words that measure something named before them: 开工率, 占比, 同比增长, 其中新建. */
const elliptic =
  /^(?:其中)?(?:同比|环比|同口径|比上年|较上年|较去年|[比较](?:年初|上年末|去年底|上年底|上月|上季度|前年)|共|累计|合计|已|分别|给予|发放|上调|下调|增长|增至|降至|达|每[\u4e00-\u9fff]|户均|亩均|人均|年均)*(?:改造|新建|扩建|改建|培训|资助|补贴|补助|投入|投资|占比|比例|面积|总投资|资金|发放资金|发放补贴|开工|完工|竣工|投用|开工率|完工率|整改率|治理率|完成率|合格率|覆盖率|优良率|达标率|惠及|服务|改造提升|户均补贴|亩均投入|泊位|规模|总额|产能|年产能|增幅|人数|数量)?(?:同比|环比)?(?:增长|下降|提高|减少|上升|上涨|回升|回落|提升|增加|下滑|降低|上调|下调|增至|降至|达到?|亩|(?:提高|提升|增加|上升|扩大|下降|降低|降|减少|压减|稳定|保持|控制)(?:到|至|在))?$/u;

/**
 * Fills the indicator in the text's words: what follows the unit (建设122个“就业驿站”), else what stands before the value
 * (县域就诊率达到92%), both for a share of something (减少的收入的10%由财政补偿).
 */
export function indicatorRefiner(context: ExtractionContext, draft: Draft, previous: Draft | null): void {
  if (draft.view.block.indicator) return;
  nameByOwnWords(context, draft, previous);
  completeName(context, draft);
}

function nameByOwnWords(context: ExtractionContext, draft: Draft, previous: Draft | null): void {
  if (draft.kind === 'milestone') {
    milestoneIndicator(context, draft);
    return;
  }
  const { text } = context;
  const valueStart = draft.valueStart ?? draft.clause.start;
  const valueEnd = draft.valueEnd ?? draft.clause.end;
  const rawBefore = withoutDates(context, draft, { start: draft.segment.start, end: valueStart });
  const rawAfter = wordsAfter(context, draft, valueEnd);
  const before = wordsBefore(rawBefore, draft);
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
  const shaped = ofShape(rawBefore, after);
  if (shaped) {
    name(shaped, 'indicator:before-and-after');
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
  // 供热启动机制、供热管家制度等10项工作机制: the common noun alone says too little.
  if (commonNoun.test(after) && !rawBefore.includes('《') && /[^，；：]、[^，；：]*等$/u.test(rawBefore)) {
    name(`${stripLeading(rawBefore).replace(madeBefore, '')}${after}`, 'indicator:before-and-after');
    return;
  }
  const kin =
    ofMoney(context, draft, rawBefore, before, after) ??
    doneByAll(context, draft, after) ??
    behindSize(context, draft) ??
    (places.test(after) && /^\d/u.test(text.slice(draft.segment.end)) && !isWeak(before) ? before : null) ??
    (after === ''
      ? (ofWholeList(context, draft, previous, rawBefore) ??
        ofKin(context, draft, previous, rawBefore, before))
      : null);
  if (kin) {
    name(kin, 'indicator:before-and-after');
    return;
  }
  // 4个结构性指标均实现10%以上增长: the growth is said by the change.
  if (draft.unit === '%' && /^的?(?:增长|增幅|增速|下降|提升)$/u.test(after) && before.length >= 3) {
    name(before, 'indicator:before');
    return;
  }
  // 安排专项资金2000万元支持…: the money is named before it.
  if (/元$/u.test(draft.unit ?? '') && moneyName.test(before) && usedFor.test(after)) {
    name(before, 'indicator:before');
    return;
  }
  if (after.length >= 2) {
    // 建设11个项目1320公里: whose projects is said before.
    const whose = /^(?:子?项目|工程|标段)$/u.test(after) && isWeak(before) ? topicBefore(context, draft) : '';
    if (whose) {
      name(`${whose}${whose.endsWith(after) ? '' : after}`, 'indicator:topic');
      return;
    }
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
  const share = ofSameShare(previous, draft, before);
  if (share) {
    name(share, 'indicator:share-of-previous');
    return;
  }
  // 二期计划投入4亿元: its stage names it.
  if (/^第?[一二三四]期/u.test(before) && /(?:投入|投资|资金)$/u.test(before)) {
    const of = topicBefore(context, draft);
    name(`${of}${before.replace(/^第?[一二三四]期|计划|预计|拟|将/gu, '')}`, 'indicator:topic');
    return;
  }
  const plan = onlyDone(before) ? toldByPlan(context, draft) : '';
  if (plan) {
    name(`${plan}${before}`, 'indicator:governed');
    return;
  }
  if ((isWeak(before) && before.length <= 10) || estimated.test(before)) {
    const base =
      (sums.test(rawBefore.replace(/^[，、；：]+/u, '')) &&
        (listedBefore(context, draft) || summed(draft, previous))) ||
      (estimated.test(before) && firstNamed(context, draft)) ||
      (/总投资|造价|概算/u.test(before) && costOf(context, draft)) ||
      (spends.test(before) &&
        !colonHead(context, draft.view) &&
        !afterMeasure(context, draft, previous) &&
        topicAfter(context, draft)) ||
      (/元$/u.test(draft.unit ?? '') && paragraphTopic(context, draft.view)) ||
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
      name(base.includes(own) ? base : withRate(base, own), 'indicator:topic');
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
