import type { Span } from '../../domain/source-text.js';
import type { Clause } from '../../text/sentence/sentences.js';
import type { QuantityMention } from '../values/quantity.js';

/**
 * Cuts a clause between its values, so that each gets its own words: 名医1名、骨干40名 at the 、 after a unit,
 * 4所A和4所B at the conjunction before a number, else at the last 、 between them.
 * @returns one span a quantity, in order
 */
export function valueSegments(text: string, clause: Clause, quantities: readonly QuantityMention[]): Span[] {
  const segments: Span[] = [];
  let start = clause.start;
  for (const [i, q] of quantities.entries()) {
    const next = quantities[i + 1];
    if (!next) {
      segments.push({ start, end: clause.end });
      break;
    }
    const between = text.slice(q.end, next.start);
    const after = /^(?:（[^）]{0,20}）)?[、和与及]/.exec(between);
    const beforeNext = /(?:[、和与]|以及|(?<![涉普顾惠波])及)(?:其中)?$/.exec(between);
    let cut: number;
    if (after) cut = q.end + after[0].length - 1;
    else if (beforeNext) cut = q.end + beforeNext.index;
    else {
      const list = between.lastIndexOf('、');
      cut = list >= 0 ? q.end + list : q.end + between.length;
      // Without a mark between them the words may be the tail of one or the head of the other: both get them.
      if (list < 0) {
        segments.push({ start, end: cut });
        start = q.end;
        continue;
      }
    }
    segments.push({ start, end: cut });
    start = cut;
    while (start < next.start && /[、和与及]/.test(text.charAt(start))) start++;
  }
  return segments;
}
