import type { Span } from '../../domain/source-text.js';
import type { Draft, ExtractionContext, Leaning, SectionView, SentenceView } from '../draft.js';
import { because } from '../draft.js';
import { strengthCues } from '../lexicon/cues.js';
import { labelOf } from '../section-stance.js';
import { clauseLeanings, yearWeight } from './clause-leaning.js';
import { isHedged } from './hedge.js';
import { hedgedAbove } from './lead-in-hedge.js';
import { isMeasuredByBracket, isToldInBracket } from './told-in-bracket.js';
import { isLeft, isYetToCome } from './yet-to-come.js';

/** How much of the previous clause's leaning a clause without cues of its own takes over: in the sentence told, in those before it. */
const inheritance = 0.95;
const inheritanceBefore = 0.9;
/** How much of it a full stop lets through, the most that it comes to, and how many sentences back it is sought. */
const afterStop = 0.6;
const mostCarried = 5;
const memory = 12;
/** A weight of own words from which on the sentence's earlier clauses count little. */
const decisive = 4;
/** What is handed on to the next clause: its own words where they speak, of results never less than what was heard before. */
const further = (own: number, heard: number): number => (own === 0 || (own < 0 && heard < own) ? heard : own);

/** 改造管网56公里，确保供水率达到95%以上: after a result the words of purpose say what it was for. */
const purposeAfter = -2;
const purpose = /^(?:有效|切实|全力|以|从而|进而|并|充分)?(?:确保|保证|保障)/u;
const isPurpose = ({ text }: ExtractionContext, { start, end }: Span, { rules }: Leaning): boolean =>
  purpose.test(text.slice(start, end)) && !rules.some((rule) => rule !== 'goal:力争');
const inPassing = ({ rules }: Leaning): Leaning => ({ weight: 0.5, carried: 0, rules });

/** 具体为：1.…；2.…: a point of a list within the sentence. */
const innerPoint = /^(?:[（(]?\d{1,2}[）)、.．](?!\d)|[①-⑳]|[一二三四五六七八九十]是)/u;
/** From this weight on the words that announce such a list speak for each of its points. */
const announces = 1;
/** How much of one point's leaning the next takes over where nothing announces them. */
const betweenPoints = 0.5;

/** From this lean of its section on a point is a result unless its own words say otherwise, and how much one point's plans tell of the next there. */
const reportsResults = -2;
const inReport = 0.3;

/** A table's column speaks louder than the document's kind. */
const columnStance = { task: 3, progress: -3.5 } as const;
/** 鸡街5栋，108户，7744平方米: a list of bare counts says no new thing about when. */
const bareCount =
  /^(?:其中|共计?|合计|总计|涉及|惠及)*[\u4e00-\u9fff、“”]{0,8}?[约近超]?\d[\d.,]*[余多]?[万亿]?[\u4e00-\u9fff㎡]{1,6}$/u;
const decay = (context: ExtractionContext, { start, end }: Span): number =>
  end - start <= 24 && bareCount.test(context.text.slice(start, end)) ? 1 : inheritance;

/** A tag that sets a day ahead sets a task. */
function setForDay(context: ExtractionContext, section: SectionView | undefined): number {
  const due = section?.deadline?.rule === 'deadline:tag' ? section.deadline.mention.date : null;
  const { day } = context.reference;
  return due && day !== null && due > day ? yearWeight : 0;
}

/** 进出口总额突破9万亿元，连续39年居全国首位: in a text of no known kind the words that follow in the sentence tell. */
function toldLater(leanings: readonly Leaning[], at: number): number {
  const next = leanings.slice(at + 1, at + 4).find(({ weight }) => weight !== 0)?.weight ?? 0;
  return next < 0 ? Math.max(-1, next) : 0;
}

/** 改造完成1122公里，超额提前完成年度任务: a verdict on the figure before it. */
const verdict =
  /^(?:均|已|也|现|共|且|并)*(?:超额|提前|圆满|超前|超时序|超序时)[^，]{0,6}完成|^(?:占|为|完成)[^，]{0,8}(?:任务|目标|计划)(?:数|任务|目标)?的\d|^(?:任务|目标|计划)?(?:完成率|完成比例)(?:为|达|达到)?\d/u;
const thenMet = -5;
/** In a plan a verdict is one only with what makes it one: 已, 了, a share. */
const isMet = ({ text, outline }: ExtractionContext, { clauses }: SentenceView, at: number): boolean => {
  const next = clauses[at + 1];
  if (clauses[at]?.mark !== '，' || next === undefined) return false;
  const words = text.slice(next.start, next.end);
  return verdict.test(words) && (outline.meta.kind !== 'action_plan' || /[已了]|的\d|率/u.test(words));
};

/** A paragraph that opens with a past year tells what was then: so much at least, until its words turn to what is to come. */
const openedPast = -1.6;
const openingSpan = 14;

function opensWithPast(context: ExtractionContext, first: SentenceView): boolean {
  const { year } = context.reference;
  return first.dates.some(
    (d) =>
      d.start - first.start <= openingSpan &&
      d.role === 'by' &&
      !d.asOf &&
      d.year !== null &&
      year !== null &&
      d.year < year &&
      d.inferred.length === 0,
  );
}

/** 1.引进项目不少于3个。上半年，引进2个。 in a report on tasks: what was set, then how far it is. */
const thenProgress = /^(?:截[至止]|目前|上半年|前[一二三]季度|一季度|今年以来|1[-—至]\d{1,2}月|到目前)/u;
const doneWords = /[已了]|完成率|累计|同比/u;

function setsTask(context: ExtractionContext, view: SentenceView): boolean {
  const { outline, text } = context;
  const { block } = view;
  if (outline.meta.kind !== 'progress_report' || block.level === null || view.previous) return false;
  const heading = outline.blocks[block.path.at(-1) ?? -1];
  return (
    heading !== undefined &&
    /任务|指标|目标|事项/u.test(text.slice(heading.start, heading.headingEnd)) &&
    thenProgress.test(text.slice(view.end, Math.min(block.end, view.end + 8)).replace(/^。/, '')) &&
    !doneWords.test(text.slice(view.start, view.end))
  );
}

/** 二期计划2026年开工。新增景区2家。 under 主要成效: one plan among results; 下一步 turns the paragraph. */
const turnsAhead =
  /^(?:下一?步|下一?阶段|今后|接下来|后续|未来|为此|明年|下半年|[一二三四]季度|年底前|(?:19|20)\d{2}年)|^[^，]{0,16}(?:下一?步|接下来)/u;
const turnSpan = 20;
const isReport = (context: ExtractionContext, view: SentenceView): boolean =>
  (context.sections[view.block.index]?.stance ?? 0) <= reportsResults;

function turnedAhead({ text }: ExtractionContext, view: SentenceView): boolean {
  let each: SentenceView | null = view;
  for (let i = 0; each && i < memory; i++, each = each.previous)
    if (turnsAhead.test(text.slice(each.start, each.start + turnSpan))) return true;
  return false;
}

/** What the sentences before it in its paragraph lean to: results go on being told, promises made, until the words turn. */
function paragraphLeaning(context: ExtractionContext, view: SentenceView): number {
  const open: SentenceView[] = [];
  let known = 0;
  let first = view;
  for (let i = 0; first.previous && i < memory; i++) first = first.previous;
  const least = first !== view && opensWithPast(context, first) ? openedPast : 0;
  for (let each = view.previous; each && open.length < memory; each = each.previous) {
    const heard = context.leaningAfter[each.index];
    if (heard !== undefined) {
      known = heard;
      break;
    }
    open.push(each);
  }
  for (const each of open.reverse()) {
    let carried = known * afterStop;
    for (const own of clauseLeanings(context, each)) {
      carried = (own.carried !== 0 ? own.carried : carried) * inheritanceBefore;
    }
    known = Math.max(-mostCarried, Math.min(mostCarried, carried));
    context.leaningAfter[each.index] = known;
  }
  const carried = known * afterStop;
  if (known > 0 && isReport(context, view) && !turnedAhead(context, view)) return carried * inReport;
  return known <= 0 ? Math.min(carried, least) : carried;
}

/** 目标任务：引进资金5亿元。完成情况：引进5.8亿元。 in one paragraph: the label that a sentence opens with, or one before it there. */
function labelAbove(
  context: ExtractionContext,
  view: SentenceView,
): { weight: number; rule: string; own: boolean } | null {
  let each: SentenceView | null = view;
  for (let i = 0; each && each.block === view.block && i < memory; i++, each = each.previous) {
    const label = labelOf(context.text.slice(each.start, each.start + 14));
    if (label) return { ...label, own: each === view };
  }
  return null;
}

/**
 * Promise or result: the clause's own tense words and years, what the sentence said before it, the section, the document's kind,
 * each with its weight; the sign of the sum decides.
 */
export function stanceRefiner(context: ExtractionContext, draft: Draft): void {
  const { view, clause } = draft;
  if (view.block.indicator) {
    because(draft, 'stance', draft.stance === 'achievement' ? 'column:progress' : 'table:target-column');
    return;
  }
  if (isToldInBracket(context, clause, draft.quantity?.start ?? draft.start)) {
    draft.stance = 'achievement';
    because(draft, 'stance', 'bracket:progress');
    return;
  }
  const section = context.sections[view.block.index];
  const label = labelAbove(context, view);
  let carried = label?.own ? 0 : paragraphLeaning(context, view);
  const rules: string[] = [];
  if (carried !== 0) rules.push(carried > 0 ? 'paragraph:goal' : 'paragraph:done');
  const leanings = clauseLeanings(context, view);
  let announced = 0;
  for (const [i, each] of view.clauses.entries()) {
    const said = leanings[i];
    if (!said) break;
    if (view.clauses[i - 1]?.mark === '；' && innerPoint.test(context.text.slice(each.start, each.start + 4)))
      carried = Math.abs(announced) >= announces ? announced : carried * betweenPoints;
    const own = carried <= purposeAfter && isPurpose(context, each, said) ? inPassing(said) : said;
    if (each === clause) {
      rules.push(...own.rules);
      if (carried !== 0 && each !== view.clauses[0])
        rules.push(carried > 0 ? 'sentence:goal' : 'sentence:done');
      // A clause's own words outweigh what the sentence said before: 现已完成招标，将于7月开工. So does a day that is yet to come.
      const isAhead = own.weight > 0 && own.rules.includes('date:ahead');
      const heard =
        Math.sign(own.weight) !== Math.sign(carried) && (isAhead || Math.abs(own.weight) >= decisive)
          ? carried * 0.3
          : carried;
      const around =
        (view.column ? columnStance[view.column] : (label?.weight ?? section?.stance ?? 0)) +
        (heard < 0 ? 0 : setForDay(context, section));
      const above =
        (isAhead || Math.abs(own.weight) >= decisive) && Math.sign(own.weight) !== Math.sign(around)
          ? around * 0.6
          : around;
      const task = setsTask(context, view) || isMeasuredByBracket(context, draft) ? decisive : 0;
      if (task > 0) rules.push('sentence:then-progress');
      const toCome = (own.weight === 0 && isYetToCome(context, view, i)) || isLeft(context, view, i);
      if (toCome) rules.push('sentence:to-come');
      const later = toCome && heard + own.weight < yearWeight ? yearWeight - heard - own.weight : 0;
      const met = own.weight === 0 && !toCome && isMet(context, view, i);
      if (met) rules.push('sentence:then-met');
      const told = met
        ? thenMet
        : own.weight === 0 && carried === 0 && section?.stanceRule === 'kind:other'
          ? toldLater(leanings, i)
          : 0;
      // 已全部纳入计划: put on the list, all of it; that much is done.
      const onList =
        draft.kind === 'coverage' &&
        /已[^，]{0,4}(?:全部|均|全面|都)?[纳列]入/u.test(context.text.slice(clause.start, clause.end))
          ? -2 * decisive
          : 0;
      const sum = own.weight + heard + above + task + later + told + onList;
      draft.stance = sum >= 0 ? 'commitment' : 'achievement';
      because(
        draft,
        'stance',
        ...rules,
        view.column ? `column:${view.column}` : (label?.rule ?? section?.stanceRule ?? 'kind'),
        `sum:${Math.round(sum * 10) / 10}`,
      );
      return;
    }
    carried = further(own.carried, carried) * decay(context, each);
    // 预计6月完工；建成5所: in a report of results the next point is one again.
    if (each.mark === '；' && carried > 0 && (section?.stance ?? 0) <= reportsResults) carried *= inReport;
    if (each.mark === '：') announced = carried;
  }
}

/** Fills strength and hedged: a hedge governs its whole list (ruling 13), back to the last full break. */
export function strengthRefiner(context: ExtractionContext, draft: Draft): void {
  const { text } = context;
  const at = draft.valueEnd ?? draft.clause.end;
  const { start } = draft.view;
  // 力争到2025年，…；…: with the day that opens the sentence the hedge is every point's.
  const ofAll = /^(?:力争|争取|努力|力求)(?:到|至|在)?(?:20\d\d年|“?十[四五六]五)[^，；]{0,4}，/u.test(
    text.slice(start, start + 20),
  );
  const from = ofAll ? start : start + text.slice(start, at).lastIndexOf('；') + 1;
  // 《关于力争2020年…的意见》: a title hedges nothing.
  const reach = text.slice(from, draft.clause.end).replace(/《[^》]*》/gu, '');
  // What has been reached is no longer striven for.
  draft.hedged =
    draft.stance === 'commitment' &&
    (isHedged(text, from, draft.clause) || hedgedAbove(context.outline, draft.view.block));
  for (const { strength, regex } of strengthCues) {
    if (!regex.test(reach)) continue;
    draft.strength = strength;
    because(draft, 'strength', `strength:${strength}`);
    return;
  }
}
