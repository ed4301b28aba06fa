import { finishLine, gatherLines, joinRows, type OpenLine, type PageLine } from './page-lines.js';
import type { PlacedText } from './placed-text.js';
import { inReadingOrder } from './reading-order.js';

/** The lines of a page in reading order, from its pieces in the order in which they are drawn. */
export const linesOf = (pieces: readonly PlacedText[]): PageLine[] => finishLines(gatherLines(pieces));

/** The same from lines as they were drawn. */
export function finishLines(drawn: readonly OpenLine[]): PageLine[] {
  return joinRows(inReadingOrder(drawn))
    .map(finishLine)
    .filter((line) => line.text.trim() !== '');
}
