import { isBankers, smallScaleOf } from './characters.js';
import type { NumberReading } from './number.js';

/** What may stand before and after a single Chinese digit that is a number by itself: marks, and words that equate. */
const before = /(?:^|[,，。;；?？!！:"'“”‘’\n ]|[是为])$/;
const after = /^(?:[,，。;；?？!！:"'“”‘’\n ]|不[是为]|$)/;
/** 党的二十大, 十九届: numbers of sessions, and what else names by number. */
const naming = /^(?:[大届](?![人中小型个])|计|进制)/;

/** Whether a number without a unit after it is a number in its place, and no part of a word, a name or a code. */
export function standsAlone(text: string, number: NumberReading): boolean {
  const { start, end } = number;
  const preceding = text.slice(Math.max(0, start - 1), start);
  if (preceding === '第') return false;
  if (!number.chinese) {
    // A4, PM2.5, 5G, x86.
    return !/[A-Za-z_·#]/.test(preceding) && !/[A-Za-z_]/.test(text.charAt(end));
  }
  if (number.signed || number.loose) return true;
  const alone = before.test(preceding) && after.test(text.slice(end, end + 2));
  const single = end - start === 1;
  if (single && isBankers(text.charAt(start))) return alone && smallScaleOf(text.charAt(start)) === undefined;
  if (single || !number.scaled) return alone;
  return !naming.test(text.slice(end, end + 2));
}
