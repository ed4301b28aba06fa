import { parseDay } from './dates/calendar.js';
import { dateAt } from './dates/date-at.js';
import { valueAt } from './measures/find.js';
import { Found } from './measures/found.js';
import { joinBounds } from './measures/join.js';
import { scanText } from './scan-text.js';
import type { Recognized } from './span.js';

/**
 * Numbers, percentages, ordinals, ranges, money, measures, quantities, dates, periods and lengths of time in a text.
 * @param ref ISO day or date-time that relative expressions count from (今年, 三年内, 3月), or null
 * @returns spans by place, the outer before the inner; `text.slice(start, end)` are a value's words
 */
export function recognize(text: string, ref: string | null): Recognized[] {
  const scanned = scanText(text);
  const found = new Found();
  let at = 0;
  const { text: clean } = scanned;
  const base = { ref: parseDay(ref), year: null, month: null };
  while (at < clean.length) {
    const dated = dateAt(clean, at, base, found);
    const end = dated > at ? dated : valueAt(clean, at, found);
    at = end > at ? end : at + 1;
  }
  return joinBounds(clean, found.spans)
    .map((span) => ({ ...span, ...scanned.toSource(span) }) as Recognized)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
