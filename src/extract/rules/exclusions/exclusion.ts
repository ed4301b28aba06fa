import type { ExtractionContext, SentenceView } from '../../draft.js';
import type { QuantityMention } from '../../values/quantity.js';

export interface Exclusion {
  readonly rule: string;
  readonly holds: (
    text: string,
    q: QuantityMention,
    view: SentenceView,
    context: ExtractionContext,
  ) => boolean;
}

/** Most rules ask for the same few words around the same quantity: what was cut last is kept. */
let cut: { readonly q: QuantityMention; readonly before: string; readonly after: string } | null = null;
const usual = 12;

function around(text: string, q: QuantityMention, view: SentenceView) {
  if (cut?.q === q) return cut;
  cut = {
    q,
    before: text.slice(Math.max(view.start, q.numberStart - usual), q.numberStart),
    after: text.slice(q.end, Math.min(view.end, q.end + usual)),
  };
  return cut;
}

export const before = (text: string, q: QuantityMention, view: SentenceView, n = usual): string =>
  n === usual
    ? around(text, q, view).before
    : text.slice(Math.max(view.start, q.numberStart - n), q.numberStart);
export const after = (text: string, q: QuantityMention, view: SentenceView, n = usual): string =>
  n === usual ? around(text, q, view).after : text.slice(q.end, Math.min(view.end, q.end + n));

/** The text between the nearest opener before a place and its closer, or null. */
export function enclosed(
  text: string,
  view: SentenceView,
  q: QuantityMention,
  opener: string,
  closer: string,
): string | null {
  const head = text.slice(view.start, q.numberStart);
  const open = head.lastIndexOf(opener);
  if (open < 0) return null;
  // Straight quotes open and close alike: an even number before the place leaves it outside.
  if (opener === closer && head.split(opener).length % 2 === 1) return null;
  const start = view.start + open;
  const rest = text.slice(start + 1, Math.min(view.end + 40, start + 400));
  const close = rest.indexOf(closer);
  if (close >= 0 && start + 1 + close < q.numberStart) return null;
  return text.slice(start, close < 0 ? view.end : start + close + 2);
}

export const clauseOf = (q: QuantityMention, view: SentenceView) =>
  view.clauses.find((clause) => q.numberStart >= clause.start && q.numberStart < clause.end);
