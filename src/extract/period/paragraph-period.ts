import { isEnclosed } from '../../text/sentence/sentences.js';
import type { Draft, ExtractionContext, SentenceView } from '../draft.js';
import { isBaseYear } from '../refiners/base-year.js';
import type { DateMention } from '../values/date.js';

/** What may stand between a clause's beginning and the date that governs it: who says so, and words of purpose. */
const speaks =
  /^(?:[^，。；]{2,14}\d{1,2}月\d{1,2}日[电讯]\s?)?(?:（[^）]{0,20}）)?(?:[^，。；]{0,14}(?:提出|指出|明确|要求|显示|了解到|获悉|表示|介绍|透露|强调|确定|规定|目标是?)(?:，|：)?)?(?:其中|力争|确保|计划|争取|预计|即|将|我[省市县区州镇乡]|全[省市县区州镇乡])*[，：]?$/u;
/** 日前，某省出台意见，明确到2027年…: a later clause that tells what is set. */
const says = /^(?:[^，。；]{0,8})(?:提出|明确|要求|确定|部署|规定|目标是?)(?:，|：)?(?:力争|确保|争取)?$/u;
/** 2019年，…将、计划、完成: what a date must have beside it to set a period; 到、前 set it alone. */
const sets =
  /将|计划|力争|确保|争取|(?<![重主需必首紧简概])要(?![求性素点害闻])|拟|目标|预期|安排|完成|实现|建成|新建|改造|达到|启动|开工|实施/u;
export const closes = /^[到至]|[前底末]$/u;
/** From here on another time is spoken of. */
const turns =
  /^(?:下一步|下步|今后|未来|接下来|此后|之后|长远|远期|目前|当前|现已|此前|近年来|去年|上年|去冬|以往|过去|多年来|据了解|截[至止])/u;

const whole = /^(?:year|relative-year|year-range|year-part|five-year)$/u;

/** The date that a sentence opens with, where it sets the sentence's period. */
function opening(context: ExtractionContext, view: SentenceView): DateMention | null {
  const { text, reference } = context;
  const dates = view.dates.filter(({ role, asOf }) => role === 'by' && !asOf);
  const mention = dates.find(
    ({ start, end }) =>
      speaks.test(text.slice(view.start, start)) ||
      view.clauses.some((c) => start > c.start && end <= c.end && says.test(text.slice(c.start, start))) ||
      // 围绕…开展行动，到2027年，…: said of the paragraph that the sentence begins.
      (!view.previous && /^[到至]/u.test(text.slice(start, end)) && text.charAt(start - 1) === '，'),
  );
  if (!mention || mention.date === null || mention.year === null) return null;
  const words = text.slice(mention.start, mention.end);
  const early =
    reference.day !== null
      ? mention.date < reference.day
      : reference.year !== null && mention.year < reference.year;
  if (early || isBaseYear(text, view.start, mention)) return null;
  if (isEnclosed(text, view.start, mention.start, '《', '》')) return null;
  const clause = view.clauses.find(({ start, end }) => mention.start >= start && mention.end <= end);
  const after = text.slice(mention.end, clause?.end ?? view.end);
  // 2019年建成的, 2020年度考核: which ones. 2020年是…之年: what it is called.
  if (/^(?:度?[^，]{0,8}(?:的|考核|规划|方案|以来)|是)/u.test(after)) return null;
  // 2026年建成2所，到2028年建成6所: more than one period.
  if (
    dates.some(
      (d) => d.start > mention.end && d.year !== mention.year && /[，；]/u.test(text.charAt(d.start - 1)),
    )
  )
    return null;
  return closes.test(words) ||
    text.charAt(mention.end) === '：' ||
    sets.test(text.slice(mention.end, view.end))
    ? mention
    : null;
}

/** Whether a sentence begins with a word of another time. */
export const turnsAway = ({ text }: ExtractionContext, { start }: SentenceView): boolean =>
  turns.test(text.slice(start, start + 5));

/** Whether the paragraph stands under a heading of aims: its year opens all that it sets. */
export function standsUnderAims({ outline, text }: ExtractionContext, draft: Draft): boolean {
  const above = outline.blocks[draft.view.block.path.at(-1) ?? -1];
  return above !== undefined && /目标/u.test(text.slice(above.start, above.headingEnd));
}

/** The date that a paragraph's sentences up to one stand under, and whether each from its own on gives figures. */
interface Standing {
  readonly mention: DateMention;
  readonly run: boolean;
}
/** What was found for a sentence: every item of those after it asks again. */
const standings = new WeakMap<SentenceView, Standing | null>();

function standingAfter(context: ExtractionContext, last: SentenceView): Standing | null {
  const open: SentenceView[] = [];
  let found: Standing | null = null;
  for (let view: SentenceView | null = last; view && view.block === last.block; view = view.previous) {
    const known = standings.get(view);
    if (known !== undefined) {
      found = known;
      break;
    }
    open.push(view);
  }
  for (const view of open.reverse()) {
    const figures = view.quantities.length > 0;
    const mention = turnsAway(context, view) ? null : opening(context, view);
    if (mention) found = { mention, run: figures };
    else if (found && turnsAway(context, view)) found = null;
    else if (found?.run && !figures) found = { mention: found.mention, run: false };
    standings.set(view, found);
  }
  return found;
}

/** 对获评国家级的街区一次性奖励100万元: what is given, to whom and under what condition, is for no day of a goal. */
const grants = /奖励|奖补|补助|补贴|贴息|资助|给予|^(?:对|凡)[^，]*的/u;
export const isGrant = ({ text }: ExtractionContext, { clause }: Draft): boolean =>
  grants.test(text.slice(clause.start, clause.end));

/**
 * 到2026年，体系基本建立。新建12所。: the period that a sentence before it in its paragraph opens with. It holds till another one
 * opens, or the words turn to another time. A bare year (2026年，计划投资30亿元。) holds for the figures that directly follow its
 * own, a label (第一季度：…) for all up to the next. Days of single sentences (于6月底前完成) are their own (ruling 9).
 */
export function paragraphPeriod(context: ExtractionContext, draft: Draft): DateMention | null {
  const { text } = context;
  const { view } = draft;
  if (!view.previous || view.previous.block !== view.block) return null;
  const standing = standingAfter(context, view.previous);
  if (!standing) return null;
  const { mention, run } = standing;
  if (text.charAt(mention.end) === '：') return mention;
  if (!whole.test(mention.rule)) return null;
  const follows = run && view.quantities.length > 0;
  return follows || standsUnderAims(context, draft) || closes.test(text.slice(mention.start, mention.end))
    ? mention
    : null;
}

const part =
  /^(?:其中|按照?[^，。；\d]{1,10}(?:划分|分类?|来看|看|统计)|分[^，。；\d]{1,8}看|包括|含)[，：]?/u;

/** 2026年10月底前完成820户。按方式划分，集中供热575户。: parts are for the day of their whole. */
export function dayOfWhole(context: ExtractionContext, draft: Draft): DateMention | null {
  const { view } = draft;
  const { text } = context;
  const before = view.previous;
  if (!before || before.block !== view.block || !part.test(text.slice(view.start, view.start + 16)))
    return null;
  return opening(context, before);
}
