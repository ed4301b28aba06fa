import type { Item } from '../domain/item.js';
import { pageAt, type SourceText, type Span } from '../domain/source-text.js';
import type { Outline } from '../text/outline/block.js';
import { headingText } from '../text/outline/outline.js';
import { doubtfulWords } from './doubtful.js';
import type { Draft } from './draft.js';

const edge = /[\s，。；：、]/u;

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && edge.test(text.charAt(start))) start++;
  while (end > start && edge.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** Ornaments that a quote drops at its front where no value begins there. */
function withoutMarker(text: string, span: Span, valueStart: number | null): Span {
  const marker = /^(?:-{1,2}|—{1,2}|[一二三四五六七八九十]是|（[一二三四五六七八九十\d]{1,3}）|[①-⑳])/u.exec(
    text.slice(span.start, span.end),
  );
  if (!marker || (valueStart !== null && span.start + marker[0].length > valueStart)) return span;
  return { start: span.start + marker[0].length, end: span.end };
}

/**
 * A draft with its places in the source text, or null where they do not hold: an item whose words cannot be shown is not kept.
 * `source.slice(start, end) === quote`, the value's text lies inside it.
 */
export function ground(source: SourceText, outline: Outline, draft: Draft): Omit<Item, 'id'> | null {
  const { clean } = outline;
  const valueStart = draft.valueStart;
  const quoteClean = withoutMarker(
    clean.text,
    trimmed(clean.text, {
      start: Math.min(draft.start, valueStart ?? draft.start),
      end: Math.max(draft.end, draft.valueEnd ?? draft.end),
    }),
    valueStart,
  );
  if (quoteClean.end <= quoteClean.start) return null;
  const quote = clean.toSource(quoteClean);
  const value =
    valueStart !== null && draft.valueEnd !== null
      ? clean.toSource({ start: valueStart, end: draft.valueEnd })
      : null;
  if (draft.kind !== 'milestone' && (!value || value.start < quote.start || value.end > quote.end))
    return null;
  const mention = draft.deadline?.mention;
  const doubtful = doubtfulWords(source, [quote, ...(mention ? [clean.toSource(mention)] : [])]);
  const section = draft.view.block.path.flatMap((index) => {
    const block = outline.blocks[index];
    return block ? [headingText(outline, block)] : [];
  });
  return {
    stance: draft.stance,
    kind: draft.kind,
    quote: source.text.slice(quote.start, quote.end),
    start: quote.start,
    end: quote.end,
    valueText: value ? source.text.slice(value.start, value.end) : null,
    valueStart: value?.start ?? null,
    valueEnd: value?.end ?? null,
    value: draft.value,
    valueMax: draft.valueMax,
    unit: draft.unit,
    comparator: draft.kind === 'milestone' ? null : draft.comparator,
    per: draft.per,
    change: draft.change,
    indicator: draft.indicator,
    deadline: draft.deadline
      ? {
          text: draft.deadline.text,
          date: draft.deadline.date,
          scope: draft.deadline.scope,
          inferred: draft.deadline.inferred,
        }
      : null,
    responsible: draft.responsible,
    strength: draft.strength,
    hedged: draft.hedged,
    missing: draft.missing,
    page: pageAt(source, quote.start),
    ...(doubtful.length > 0 ? { doubtful } : {}),
    section,
    rules: draft.rules,
  };
}
