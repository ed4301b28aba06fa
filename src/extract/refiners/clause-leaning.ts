import type { Span } from '../../domain/source-text.js';
import { prefiltered } from '../../text/pattern/prefilter.js';
import { isEnclosed } from '../../text/sentence/sentences.js';
import type { ExtractionContext, Leaning, SentenceView } from '../draft.js';
import { clauseCues } from '../lexicon/cues.js';
import { standardCues } from '../lexicon/standard-cues.js';
import type { DateMention } from '../values/date.js';
import { asCounted } from './as-counted.js';
import { isBaseYear } from './base-year.js';
import { outsideBrackets } from './told-in-bracket.js';
import { toldOfOwnYear } from './when-told.js';
import { estimates, yearIsGuessed, yearIsOver } from './year-under-review.js';

/** Years back from which on a date describes. */
const longAgo = 8;
/** Years against the document's own: a goal lies ahead, a result behind. */
export const yearWeight = 3;
/** What began in an earlier year has gone on since. */
const begunWeight = 1.5;
/** 于2014年底全部建成投用 in a reply of 2015: a completion on a day that is over. */
const overWeight = 2.5;
const completed = /(?:建成|竣工|投用|投入使用|通车|完工|交付|验收|完成|开工|通过)[^，的]{0,8}$/u;

/** 印发《…意见》（以下简称《意见》）: a paper that has its short name is out. */
const issued =
  /(?:印发|出台|发布|下发|颁布|制定|转发|编制|通过|实施)了?《[^》]*》（(?:(?:以下)?简称|[^（）《》]{2,12}〔20\d\d〕\d+号)/u;

const planNamed =
  /^[”"]?[\u4e00-\u9fff]{0,12}(?:规划|计划)(?!期|的?目标|[^，]{0,4}(?:新建|建设|投资|实施|完成))/u;

/** 围绕2020年脱贫目标，选派…: what something is done for says nothing of whether it is done. */
const aim =
  /^(?:（[^）]*）)?(?:按照?|根据|依据|围绕|聚焦|对照|对标|锚定|紧扣|紧盯|为了?|结合|针对|本着|遵循|落实)[^，]*(?:目标|计划|规划|要求|任务|部署|思路|原则|定位|安排|精神|需求|需要)[”"]?$/u;

/** 已完成前期设计, 已委托编制可研报告: what comes before a work says nothing of the work as done. */
const prepares =
  /(?:完成|委托|编制|取得|通过|办理|获得|上报|启动|开展|进入)[^，]*(?:前期(?:工作|设计|手续|准备)?|可研(?:报告)?|可行性研究(?:报告)?|项目建议书|立项|初步设计|初设|施工图|方案设计|规划设计|勘[察测](?:设计)?|选址|用地预审|环评|招投?标|预算评审|财评|报批|审批手续)(?:的?(?:编制|设计|批复|审批|审查|评审|工作|手续|阶段|论证|报告))*$/u;
const ofPreparation = 0.25;
/** 该项目建设内容为：…, once its design is done: what is to be built. */
const content = /^(?:该|此|本)?(?:项目|工程)?(?:主要)?(?:建设|改造|实施)内容(?:主要)?(?:为|是|有|包括)$/u;
const contentWeight = 4;
const announcesContent = (
  { text }: ExtractionContext,
  view: SentenceView,
  start: number,
  body: string,
): boolean =>
  content.test(body) &&
  [...(view.previous?.clauses ?? []), ...view.clauses].some(
    (each) => each.end <= start && prepares.test(text.slice(each.start, each.end)),
  );

/** 上级下达我县安防计划1730公里，计划里程393公里，计划投资3亿元: what a plan that was handed down comes to; 将、拟 beside it still promise. */
const handed = /(?:下达|批复|获批)[^，；。]{0,20}(?<!年|行动)计划(?:共|数|约)*\d/u;
const ofHanded = /^计划(?:总)?(?:里程|投资|补助|资金|规模|面积)(?:共|约|为)*\d/u;
const future = /将|拟|力争|确保|预计|即将|明年|下一步|年内/u;
function handedDown({ text }: ExtractionContext, view: SentenceView, start: number, body: string): boolean {
  if (!body.includes('计划') || future.test(body)) return false;
  if (handed.test(body)) return !/计划(?:下达|批复)/u.test(body);
  return (
    ofHanded.test(body) &&
    handed.test(text.slice(view.start, start)) &&
    !future.test(text.slice(view.start, start))
  );
}

/** 完成硬化74公里（计划90公里）: what was planned, beside what came of it. */
const planBeside = /(?<=\d[^（]{1,6})（(?:年度|全年|年初|原定?|本年)?(?:计划|目标|任务)[^（）]{0,20}）?/gu;

/** 开展“共育美好未来”主题宣讲: the words of a name tell no tense. */
const motto = /“[^”\d，。；]{6,40}”/gu;

/** A clause has the characters of two or three tense and aspect words, if of any: the others are not tried. */
const cuesOf = prefiltered([...clauseCues, ...standardCues], ({ regex }) => regex);

/** What each clause of a sentence leans to by itself, worked out once: every item of the sentence asks again. */
export function clauseLeanings(context: ExtractionContext, view: SentenceView): readonly Leaning[] {
  const known = context.leanings[view.index];
  if (known) return known;
  const made = view.clauses.map(({ start, end }) => clauseLeaning(context, view, start, end));
  for (const [i, own] of made.entries()) {
    const before = made[i - 1];
    const clause = view.clauses[i];
    if (before && clause && before.weight > 0 && onlyCompares(context, clause, own))
      made[i] = { weight: 0, carried: 0, rules: [] };
  }
  context.leanings[view.index] = made;
  return made;
}

/** 计划投资90亿元，同比增长6%: a comparison measures what the clause before it promises or tells. */
const compares = /^(?:[同环]比|[比较](?:上年|去年)(?:同期)?)[^，]{0,6}[增提上下减降]/u;
const onlyCompares = ({ text }: ExtractionContext, { start, end }: Span, { rules }: Leaning): boolean =>
  rules.length === 1 && rules[0] === 'done:同比' && compares.test(text.slice(start, end));

function clauseLeaning(context: ExtractionContext, view: SentenceView, start: number, end: number): Leaning {
  const body = outsideBrackets(context.text.slice(start, end));
  const rules: string[] = [];
  let weight = 0;
  let attributive = 0;
  const isCounted = view.dates.some(
    (d) => d.start >= start && d.end <= end && d.role === 'by' && asCounted(context, view, d),
  );
  const unquoted = body.includes('“') ? body.replace(motto, '“”') : body;
  const said = unquoted.includes('（') ? unquoted.replace(planBeside, '') : unquoted;
  for (const cue of cuesOf(said)) {
    if (!cue.regex.test(said)) continue;
    if (cue.rule === 'goal:力争' && handedDown(context, view, start, body)) continue;
    if (isCounted && (cue.rule === 'goal:到' || cue.rule === 'goal:年底前')) continue;
    // 预计实现生产总值391亿元 in a review: the year is over, its figures are not in yet.
    if (cue.rule === 'goal:预计' && estimates(context, view, start, end)) continue;
    if (cue.rule === 'goal:预计' && yearIsOver(context, view, body)) {
      weight -= yearWeight;
      rules.push('done:past-year');
      continue;
    }
    if (context.outline.meta.kind === 'action_plan' && setInPlan(cue.rule, body)) continue;
    if (cue.rule === 'done:累计' && sumToCome(context, view, start, body)) continue;
    weight += cue.weight;
    if (cue.rule === 'done:已' && /^[^，]+已[^，]{2,}的/u.test(body)) attributive += cue.weight;
    rules.push(cue.rule);
  }
  if (body.includes('》（') && context.outline.meta.kind === 'reply' && issued.test(body)) {
    weight -= yearWeight;
    rules.push('done:印发');
  }
  if (announcesContent(context, view, start, body)) {
    weight += contentWeight;
    rules.push('goal:建设规模');
  }
  const { year, day } = context.reference;
  for (const mention of view.dates) {
    if (mention.start < start || mention.end > end || mention.role === 'every' || mention.role === 'length')
      continue;
    // 今年轮训110名（上半年已完成42名）: when that was.
    if (body.charAt(mention.start - start) === '　') continue;
    if (isBaseYear(context.text, start, mention)) continue;
    // 编制了《…规划（2021—2025年）》: the years of a title.
    if (isEnclosed(context.text, start, mention.start, '《', '》')) continue;
    // 纳入“十四五”交通规划: a plan's name.
    if (mention.rule === 'five-year' && planNamed.test(context.text.slice(mention.end, mention.end + 18)))
      continue;
    const told = toldOfOwnYear(context, mention, body, end);
    if (told !== 0) {
      weight += told;
      rules.push('date:own-year');
      continue;
    }
    // 2005年底前建成的小区: a year so long ago tells which ones, not when.
    if (mention.year !== null && year !== null && mention.year < year - longAgo && !mention.asOf) continue;
    if (mention.asOf || (isCounted && asCounted(context, view, mention))) {
      weight -= yearWeight;
      rules.push('date:as-of');
    } else if (
      day !== null &&
      mention.date !== null &&
      mention.inferred.length > 0 &&
      mention.role === 'by'
    ) {
      // 6月底前 in a reply of March lies ahead.
      if (
        mention.date <= day ||
        !/月|底|末|半年|季度|年内|[春夏秋冬]季|节|五一|国庆|元旦|秋收|汛|开学|供暖|采暖/.test(
          context.text.slice(mention.start, mention.end),
        )
      )
        continue;
      weight += yearWeight;
      rules.push('date:ahead');
    } else if (mention.year !== null && year !== null && mention.inferred.length === 0) {
      // 2021年起常态化实施: begun before the document's year.
      if (mention.role === 'since') {
        if (mention.year < year && mention.rule !== 'five-year') {
          weight -= begunWeight;
          rules.push('date:past');
        }
        continue;
      }
      if (runs(context, view, mention, year)) continue;
      const ahead =
        mention.year > year ||
        (mention.year === year &&
          day !== null &&
          mention.date !== null &&
          mention.date > day &&
          /月|底|末|半年|季度/.test(context.text.slice(mention.start, mention.end)));
      if (ahead) {
        weight += yearWeight;
        rules.push('date:ahead');
      } else if (mention.year < year) {
        weight -= yearIsGuessed(context) ? yearWeight / 2 : yearWeight;
        if (mention.role === 'by' && completed.test(body) && !/计划|预计|拟|要求|应/u.test(body))
          weight -= overWeight;
        rules.push('date:past');
      }
    }
  }
  const carried = weight - attributive;
  if (carried > 0 && aim.test(body)) return { weight, carried: 0, rules };
  return { weight, carried: carried < 0 && prepares.test(body) ? carried * ofPreparation : carried, rules };
}

/** 年内共实施120个, 圆满完成培训任务 in a plan: a sum and a verdict that are still to come; 正在建设的12个: which ones. */
const setInPlan = (rule: string, body: string): boolean =>
  rule === 'done:正在'
    ? /正在[^，]{2,6}的/u.test(body)
    : (rule === 'done:共' || (rule === 'done:进展' && !body.includes('进展'))) &&
      !/[已了]|截[至止]|以来/u.test(body);

/** 到2027年，新建15个，累计建成50个: what a goal's year counts together by then. */
const goalForm = /^(?:到|至|力争到)/u;
function sumToCome(context: ExtractionContext, view: SentenceView, start: number, body: string): boolean {
  const { text, reference } = context;
  if (!/^[^，]{0,10}累计/u.test(body) || /已|截|目前|同比/u.test(body)) return false;
  for (let each: SentenceView | null = view, i = 0; each && i < 4; each = each.previous, i++) {
    const told: DateMention | undefined = each.dates.findLast(
      (d) => d.start < start && d.role === 'by' && d.date !== null,
    );
    if (!told) continue;
    return (
      !told.asOf &&
      goalForm.test(text.slice(told.start, told.end)) &&
      told.year !== null &&
      (reference.year === null ||
        told.year > reference.year ||
        (told.year === reference.year && reference.day !== null && (told.date ?? '') > reference.day))
    );
  }
  return false;
}

/** “十四五”期间，2021—2023年下达…: the years tell when, the period neither looks ahead nor back. */
const runs = (context: ExtractionContext, view: SentenceView, mention: DateMention, year: number): boolean =>
  mention.rule === 'five-year' &&
  mention.year !== null &&
  year <= mention.year &&
  year > mention.year - 5 &&
  !/[末到至]|收官/u.test(context.text.slice(mention.start, mention.end)) &&
  view.dates.some(
    (d) => d.start >= mention.end && d.rule === 'year-range' && d.year !== null && d.year <= year,
  );
