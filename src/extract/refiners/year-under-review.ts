import type { ExtractionContext, SentenceView } from '../draft.js';

/** A plan without any date of its own: its years are taken from its goals, and an earlier one need not be over. */
export const yearIsGuessed = ({ reference, outline: { meta } }: ExtractionContext): boolean =>
  reference.day === null && meta.kind === 'action_plan' && meta.period === null && meta.docNumber === null;

/** 预计全年完成, 预计2024年实现: the year under review itself, no day ahead. */
const wholeYear = /^(?:全年|当年|年度|(?:19|20)\d{2}年(?:全年)?)$/u;

/** Whether 预计 only says that a result under review is not final: no day ahead stands beside it. */
export function estimates(
  context: ExtractionContext,
  view: SentenceView,
  start: number,
  end: number,
): boolean {
  const section = context.sections[view.block.index];
  return (
    /^section:(?:review|past-year)$/.test(section?.stanceRule ?? '') &&
    !view.dates.some(
      (d) =>
        d.start >= start &&
        d.end <= end &&
        d.role === 'by' &&
        !wholeYear.test(context.text.slice(d.start, d.end)),
    )
  );
}

/** 预计全年地区生产总值增长6% in a text of January: last year's figure, not final yet. */
export function yearIsOver(
  { reference: { day } }: ExtractionContext,
  view: SentenceView,
  clause: string,
): boolean {
  return (
    day !== null &&
    day.slice(5, 7) <= '03' &&
    /预计(?:20\d\d年)?(?:全年|全[省市县区州旗]|我[省市县区州])/u.test(clause) &&
    !/将|可|今年|力争|完成后/u.test(clause) &&
    !view.dates.some((d) => d.role === 'by' && d.date !== null && d.date > day)
  );
}
