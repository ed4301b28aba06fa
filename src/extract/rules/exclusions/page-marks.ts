import type { ExtractionContext } from '../../draft.js';
import type { QuantityMention } from '../../values/quantity.js';
import type { Exclusion } from './exclusion.js';

const between = (context: ExtractionContext, at: number): string => {
  const { origin } = context.outline.clean;
  return context.source.slice((origin[at - 1] ?? -1) + 1, origin[at] ?? 0);
};

/** Whether the words before and after a place make one word when what lies between them is taken out. */
function joinsAcross(context: ExtractionContext, before: string, after: string): boolean {
  let at = 0;
  for (const { word } of context.segmenter.tag(before + after)) {
    const end = at + word.length;
    if (at < before.length && end > before.length) return true;
    at = end;
  }
  return false;
}

const bareNumber = (text: string, q: QuantityMention): boolean =>
  !q.chinese && q.comparator === null && /^\d{1,3}$/.test(text.slice(q.numberStart, q.numberEnd));

/** Numbers that a page's layout put into the words: page numbers, footnote marks. */
export const pageExclusions: readonly Exclusion[] = [
  {
    // 全国经济增速基⏎12本一致: 基本 is one word, so the page's number stands inside it.
    rule: 'page-number-inside',
    holds: (t, q, v, context) =>
      bareNumber(t, q) &&
      q.numberStart > v.block.start &&
      /[\n\f]/.test(between(context, q.numberStart)) &&
      /[\u4e00-\u9fff]/.test(t.charAt(q.numberStart - 1)) &&
      joinsAcross(context, t.slice(q.numberStart - 3, q.numberStart), t.slice(q.numberEnd, q.numberEnd + 3)),
  },
  {
    // 1 指每万人口居民拥有的…: a footnote's number.
    rule: 'footnote-number',
    holds: (t, q, v, context) =>
      bareNumber(t, q) &&
      !q.unitKnown &&
      q.numberStart === v.block.start &&
      /\s/.test(between(context, q.numberEnd)),
  },
];
