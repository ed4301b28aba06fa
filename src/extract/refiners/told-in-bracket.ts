import type { Span } from '../../domain/source-text.js';
import type { Draft, ExtractionContext } from '../draft.js';

/**
 * 今年先轮训110名（上半年已完成42名）: how far it is stands in a bracket, and tells nothing of what stands before it.
 */
const progress =
  /（(?=[^（）]{0,40}\d)(?:[^（）]{0,16}(?:已|截[至止]|目前|现为|现有|其中[^（）]{0,6}已)|上半年|去年)[^（）]{0,40}）/gu;

/** A clause without what its brackets tell of how far it is. Brackets are blanked out, so that places stay. */
export const outsideBrackets = (body: string): string =>
  body.includes('（') ? body.replace(progress, (told) => '　'.repeat(told.length)) : body;

/** Whether a place of the clause stands in such a bracket. */
export function isToldInBracket({ text }: ExtractionContext, clause: Span, place: number): boolean {
  const body = text.slice(clause.start, clause.end);
  if (!body.includes('（')) return false;
  const at = place - clause.start;
  for (const told of body.matchAll(progress))
    if (told.index < at && at < told.index + told[0].length) return true;
  return false;
}

const ofThisYear = /今年|明年|年内|全年|年底|任务/u;

/** 今年先轮训110名（上半年已完成42名）: what the bracket measures was set. */
export function isMeasuredByBracket({ text }: ExtractionContext, { clause, quantity }: Draft): boolean {
  const body = text.slice(clause.start, clause.end);
  if (!quantity || !body.includes('（') || !ofThisYear.test(body)) return false;
  const told = text.slice(quantity.end, clause.end).search(progress);
  return told >= 0 && !/[，；\d]/u.test(text.slice(quantity.end, quantity.end + told));
}
