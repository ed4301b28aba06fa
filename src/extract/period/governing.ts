import type { Draft, ExtractionContext } from '../draft.js';
import type { DateMention } from '../values/date.js';
import { goalYear } from './goal-year.js';
import { ofSection } from './of-section.js';
import {
  closes,
  dayOfWhole,
  isGrant,
  paragraphPeriod,
  standsUnderAims,
  turnsAway,
} from './paragraph-period.js';
import { planYear } from './plan-year.js';
import { titlePeriod } from './title-period.js';

/**
 * The period that an item without a day of its own is set for, by the nearest evidence: the section's day, the day of the whole
 * that it is part of, the period in the document's title, the period that a sentence before it in its paragraph opens with, the
 * year that a report plans for. A reply's sentence keeps its day for itself (ruling 9), and a result takes none from a title
 * (ruling 28).
 */
export function governingPeriod(context: ExtractionContext, draft: Draft): Draft['deadline'] {
  const { text, outline, sections, reference } = context;
  const wordsOf = ({ start, end }: DateMention): string => text.slice(start, end);
  const promise = draft.stance === 'commitment';
  const above = sections[draft.view.block.index]?.deadline;
  // A lead-in of the past governs results, not promises.
  const past =
    above !== undefined &&
    above !== null &&
    promise &&
    reference.day !== null &&
    above.mention.date !== null &&
    above.mention.date < reference.day;
  if (above && !past) return ofSection(above.text, above.mention);
  if (!promise) return null;
  // A reply's sentence keeps its day for itself; 今后，… leaves the paragraph's behind.
  const turned = turnsAway(context, draft.view);
  const grant = isGrant(context, draft);
  const carries = outline.meta.kind !== 'reply' && !turned && !grant;
  const whole = carries ? dayOfWhole(context, draft) : null;
  if (whole) return ofSection(wordsOf(whole), whole);
  const opened = carries ? paragraphPeriod(context, draft) : null;
  if (opened && draft.kind === 'milestone' && standsUnderAims(context, draft))
    return ofSection(wordsOf(opened), opened);
  const setsTask =
    draft.view.column === 'task' || sections[draft.view.block.index]?.stanceRule === 'section:targets';
  const titled = titlePeriod(outline, setsTask);
  if (titled) return { mention: null, ...titled, scope: 'document', inferred: [] };
  if (opened && (draft.kind !== 'milestone' || closes.test(wordsOf(opened))))
    return ofSection(wordsOf(opened), opened);
  return (turned || grant ? null : goalYear(context, draft)) ?? planYear(context, draft);
}
