import type { Item } from '../../domain/item.js';
import type { SourceText, Span } from '../../domain/source-text.js';
import { findDates } from '../../extract/values/date.js';
import { findQuantities } from '../../extract/values/quantity.js';

type Figure = Pick<
  Item,
  'valueText' | 'valueStart' | 'valueEnd' | 'value' | 'valueMax' | 'unit' | 'comparator'
>;

export const noFigure: Figure = {
  ...{ valueText: null, valueStart: null, valueEnd: null, value: null, valueMax: null },
  ...{ unit: null, comparator: null },
};

/** Full-width signs as the rules know them, one for one, so that places hold. */
export const halfWidth = (words: string): string =>
  words.replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** What a cell's only figure says: 12个以上, ≥92%; null where there is none, or several. */
function figureIn({ text }: SourceText, { start, end }: Span, unit: string): Figure | null {
  const words = halfWidth(text.slice(start, end)).replace(/\n/gu, ' ');
  // A cell of a number alone has its unit in the next.
  const whole = /[\d.]$/u.test(words) ? words + unit : words;
  const dates = findDates(whole, 0, whole.length, { year: null, day: null });
  const [found, more] = findQuantities(whole, 0, whole.length, dates);
  if (!found || more) return null;
  const valueStart = start + found.numberStart;
  const valueEnd = Math.min(end, start + found.numberEnd);
  const comparator = found.comparator?.goal ?? '=';
  return {
    ...{ valueText: text.slice(valueStart, valueEnd), valueStart, valueEnd, comparator },
    ...{ value: found.value, valueMax: found.valueMax, unit: found.unit },
  };
}

/** A number and nothing else: 12, 3.5, 1,200. */
function bareNumber({ text }: SourceText, { start, end }: Span, unit: string): Figure | null {
  const valueText = text.slice(start, end);
  const digits = halfWidth(valueText).replaceAll(',', '');
  if (!/^-?\d+(?:\.\d+)?$/u.test(digits)) return null;
  const place = { valueText, valueStart: start, valueEnd: end };
  return { ...place, value: Number(digits), valueMax: null, unit: unit || null, comparator: '=' };
}

/** What a ledger's cell of a target says, with the unit that its own column tells; null for no figure. */
export const targetFigure = (source: SourceText, cell: Span, unit: string): Figure | null =>
  bareNumber(source, cell, unit) ?? figureIn(source, cell, unit);

/** The one figure of a promise's words. */
export const figureOfWords = (source: SourceText, cell: Span): Figure | null => figureIn(source, cell, '');
