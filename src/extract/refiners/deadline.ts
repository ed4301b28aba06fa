import { inYear } from '../../domain/day.js';
import type { Span } from '../../domain/source-text.js';
import { isEnclosed } from '../../text/sentence/sentences.js';
import type { Draft, ExtractionContext } from '../draft.js';
import { because } from '../draft.js';
import { governingPeriod } from '../period/governing.js';
import type { DateMention } from '../values/date.js';
import { completion } from './completion-date.js';
import { usable } from './usable-date.js';

export type DraftDeadline = NonNullable<Draft['deadline']>;

/** The nearest date of the item's own sentence, else of the heading or lead-in above, else the plan's period. */
export function deadlineOf(context: ExtractionContext, draft: Draft): DraftDeadline | null {
  const { text } = context;
  const { view, clause } = draft;
  const valueEnd = draft.quantity?.end ?? draft.valueEnd ?? clause.end;
  const dates = view.dates.filter((mention) => usable(context, draft, mention));
  const before = dates.filter(
    (mention) =>
      !(draft.stance === 'achievement' && !mention.asOf && crossesBreak(text, mention.end, clause)) &&
      mention.end <= valueEnd &&
      mention.start < (draft.quantity?.start ?? draft.valueStart ?? clause.end),
  );
  const sameClauseAfter = dates.find(
    (mention) =>
      mention.start >= valueEnd - 1 &&
      mention.end <= clause.end &&
      // 12个（其中2024年4个、2025年8个）, 97台（2018年9台、…）: the parts' years.
      !(
        partsBelow.test(text.slice(valueEnd, valueEnd + 18)) &&
        isEnclosed(text, valueEnd, mention.start, '（', '）')
      ),
  );
  const last = before.at(-1);
  // …10月底前完成；这3项预计11月底前完成: the clause's own day, before one of another point.
  const ownDay =
    last &&
    sameClauseAfter?.role === 'by' &&
    last.end <= clause.start &&
    (text.slice(last.end, clause.start).includes('；') ||
      // 2022年12月扩大试点，首批资金已于今年3月到位: the clause's own again.
      (draft.quantity !== null && sameClauseAfter.start > draft.quantity.end));
  const ended = (): DateMention | null => completion(text, draft, dates);
  // 今年…，先装10盏，秋季开学前亮灯: a day of its own outweighs the year said before.
  const bareYearBefore =
    draft.quantity !== null &&
    last !== undefined &&
    last.end <= clause.start &&
    (/year$/u.test(last.rule) || text.slice(last.end, clause.start).includes('；'));
  const nearest =
    (draft.rules.stance?.includes('sentence:to-come') ? ended() : null) ??
    distributedDate(text, draft, before) ??
    (ownDay ? sameClauseAfter : bareYearBefore ? (ended() ?? last) : last) ??
    sameClauseAfter ??
    ended();
  if (nearest) {
    if (nearest.role === 'since') return sectionOrDocument();
    // 2021—2022年2年内: the years say which two.
    const named = before.at(-2);
    if (nearest.role === 'length' && named?.role === 'by' && named.end === nearest.start)
      return {
        mention: named,
        text: text.slice(named.start, named.end),
        date: named.date,
        scope: 'clause',
        inferred: [...named.inferred],
      };
    const whole = nearest.role === 'length' ? wholePeriod(context, nearest) : null;
    return {
      mention: nearest,
      text: text.slice(nearest.start, nearest.end),
      date: nearest.date ?? whole,
      scope: 'clause',
      inferred: [...nearest.inferred],
    };
  }
  // 届时 takes up the day that the sentence before it named.
  const then = text.slice(view.start, draft.quantity?.start ?? clause.end).lastIndexOf('届时');
  if (then >= 0 && view.earlier)
    return {
      mention: view.earlier,
      text: '届时',
      date: view.earlier.date,
      scope: 'clause',
      inferred: [...view.earlier.inferred],
    };
  return sectionOrDocument();

  function sectionOrDocument(): DraftDeadline | null {
    if (nearest?.role === 'since' && draft.stance === 'achievement') return null;
    return governingPeriod(context, draft);
  }
}

const partsBelow = /^（(?:其中|(?:19|20)\d{2}年\d[\d.]*[\u4e00-\u9fff]{1,3}[、，])/u;

/** 三年内 in a plan of three years ends with it; no day where the lengths differ. */
function wholePeriod(context: ExtractionContext, mention: DateMention): string | null {
  const { period } = context.outline.meta;
  const words = /([一二两三四五]|\d)年/.exec(context.text.slice(mention.start, mention.end))?.[1];
  if (!period || !words) return null;
  const years = '一二三四五'.indexOf(words) + 1 || (words === '两' ? 2 : Number(words));
  return period.end - period.start + 1 === years ? `${period.end}-12-31` : null;
}

/** 2021年秋季报名2870人；现有小学5所: what is now so is not told as of the year before it, whatever clause the 目前 stands in. */
const crossesBreak = (text: string, from: number, clause: Span): boolean =>
  from < clause.start &&
  (/^(?:目前|现有|现已|现(?![场代实状]))/.test(text.slice(clause.start, clause.start + 2)) ||
    /[，；](?:目前|截至目前|现在|至今)，/u.test(text.slice(from, clause.start)));

/** 一、2024年工作回顾: the section's year is the state's. */
function ofReview(context: ExtractionContext, draft: Draft): boolean {
  const { outline, text } = context;
  return draft.view.block.path.some((index) => {
    const heading = outline.blocks[index];
    return (
      heading !== undefined &&
      /^[^，]{0,8}(?:19|20)\d{2}年(?:[^，和与及、—]{0,10}(?:回顾|总结|情况|成效)|[^，、—\d]{0,30}(?:执行|完成|落实|进展)情况$|(?:度)?(?:全[市县区局]|我[市县区局])?(?:的)?(?:主要|重点|各项|所做的?)*(?:工作|业绩|做法)[。：]?$)/u.test(
        text.slice(heading.start, heading.headingEnd),
      )
    );
  });
}

/** 2025年、2026年分别建设10.8万亩、10.5万亩: the k-th year goes with the k-th value. */
function distributedDate(text: string, draft: Draft, before: readonly DateMention[]): DateMention | null {
  const { clause, view, quantity } = draft;
  if (!quantity) return null;
  const yearly = eachYears(text, draft, before);
  if (yearly) return yearly;
  const mark = text.slice(clause.start, quantity.start).indexOf('分别');
  if (mark < 0) return null;
  const years = before.filter(
    (d) => d.start >= clause.start && d.end <= clause.start + mark && d.role === 'by',
  );
  const values = view.quantities.filter((q) => q.start >= clause.start + mark && q.end <= clause.end);
  return years.length > 1 && years.length === values.length
    ? (years[values.indexOf(quantity)] ?? null)
    : null;
}

/** 2024—2026年实施18个，分年完成5个、7个、6个: a year each, from the first on. */
function eachYears(
  text: string,
  { clause, view, quantity }: Draft,
  before: readonly DateMention[],
): DateMention | null {
  if (!quantity || !/^分年度?[\u4e00-\u9fff]{0,6}\d/u.test(text.slice(clause.start, clause.start + 12)))
    return null;
  const whole = before.findLast(({ rule }) => rule === 'year-range');
  const first = whole && /(?:19|20)\d{2}/u.exec(text.slice(whole.start, whole.end))?.[0];
  if (!whole || first === undefined || whole.year === null) return null;
  const values = view.quantities.filter(
    (q) => q.start >= clause.start && q.end <= clause.end && q.unit === quantity.unit,
  );
  const year = Number(first) + values.indexOf(quantity);
  return values.length === whole.year - Number(first) + 1 ? { ...whole, year, date: `${year}-12-31` } : null;
}

function ruleOfSection(context: ExtractionContext, draft: Draft): string | undefined {
  const section = context.sections[draft.view.block.index];
  return (draft.stance === 'achievement' && section?.asOf ? section.asOf : section?.deadline)?.rule;
}

/** As of when a result is told that gives no day of its own: what its section says, else the year that the section reviews. */
function stateDay(
  context: ExtractionContext,
  draft: Draft,
  found: DraftDeadline | null,
): DraftDeadline | null {
  const asOf = context.sections[draft.view.block.index]?.asOf;
  if (asOf)
    return {
      mention: asOf.mention,
      text: asOf.text,
      date: asOf.mention.date,
      scope: 'section',
      inferred: [...asOf.mention.inferred],
    };
  return found?.scope === 'section' && ofReview(context, draft) && !ofItsOwnTime(context, draft)
    ? found
    : null;
}

/** 目前完成8公里, 自2014年整治以来累计拆除41处: how things stand now, or since long, is no figure of the year under review. */
function ofItsOwnTime({ text, reference }: ExtractionContext, { view, clause, quantity }: Draft): boolean {
  if (/^(?:截至)?目前|^现(?:有|已)/u.test(text.slice(clause.start, clause.start + 4))) return true;
  return view.dates.some(
    ({ role, year, end }) =>
      role === 'since' &&
      year !== null &&
      year < (reference.year ?? 0) - 1 &&
      end <= (quantity?.start ?? clause.end) &&
      text.slice(end, quantity?.start ?? clause.end).includes('以来'),
  );
}

const wholeYear = /^(?:全年|当年|年度)$/u;
/** Until this month a text that tells of 全年 tells of the year before it. */
const early = '03';

/** 预计全年实现630亿元 under 2024年工作回顾, or in a text of January: the year under review. */
function ofYearTold(context: ExtractionContext, draft: Draft, found: DraftDeadline): DraftDeadline {
  if (draft.stance !== 'achievement' || found.date === null || !wholeYear.test(found.text)) return found;
  const section = context.sections[draft.view.block.index];
  const told = section?.asOf ?? (ofReview(context, draft) ? section?.deadline : null);
  const { day, year } = context.reference;
  const before =
    day !== null && day.slice(5, 7) <= early && found.date.startsWith(`${year}`) ? (year ?? 0) - 1 : null;
  const its = told?.mention.year ?? before;
  return its === null ? found : { ...found, date: inYear(found.date, its) };
}

/** Fills `deadline`. An achievement takes no date from the title alone (ruling 28). */
export function deadlineRefiner(context: ExtractionContext, draft: Draft): void {
  // A column's year is the row's own.
  if (draft.deadline) return;
  const found = deadlineOf(context, draft);
  draft.deadline =
    found?.scope === 'clause'
      ? ofYearTold(context, draft, found)
      : draft.stance === 'commitment'
        ? found
        : stateDay(context, draft, found);
  if (draft.deadline)
    because(
      draft,
      'deadline',
      draft.deadline.scope === 'section'
        ? (ruleOfSection(context, draft) ?? 'deadline:section')
        : `deadline:${draft.deadline.scope}`,
      ...(draft.deadline.mention ? [`date:${draft.deadline.mention.rule}`] : []),
    );
}
