import type { Anchor, EvidenceAnchor } from '../../domain/decision.js';
import type { Item } from '../../domain/item.js';
import type { Span } from '../../domain/source-text.js';

type Anchored = Pick<
  Item,
  'id' | 'kind' | 'quote' | 'start' | 'end' | 'valueText' | 'valueStart' | 'valueEnd'
>;

export const anchorOf = (documentId: string, item: Anchored): Anchor => ({
  documentId,
  itemId: item.id,
  kind: item.kind,
  quote: item.quote,
  start: item.start,
  end: item.end,
  valueText: item.valueText,
  valueStart: item.valueStart,
  valueEnd: item.valueEnd,
});

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const flat = (text: string | null): string => (text ?? '').replace(/\s+/gu, '');

const core = (of: Pick<Anchored, 'start' | 'end' | 'valueStart' | 'valueEnd'>): Span => ({
  start: of.valueStart ?? of.start,
  end: of.valueEnd ?? of.end,
});

/** 92% within 92%以上: one reading of the same figure is a part of the other. */
const samePart = (a: string, b: string): boolean => a !== '' && b !== '' && (a.includes(b) || b.includes(a));

/** How surely an item is what the anchor was on: its id; its place with its wording; its wording alone. 0: it is not. */
function likeness(anchor: Anchor, item: Anchored): number {
  if (item.id === anchor.itemId) return 4;
  const milestone = (kind: string) => kind === 'milestone';
  if (milestone(anchor.kind) !== milestone(item.kind)) return 0;
  const there = overlap(core(anchor), core(item)) > 0;
  const values = milestone(item.kind) || samePart(flat(anchor.valueText), flat(item.valueText));
  const quotes = samePart(flat(anchor.quote), flat(item.quote));
  if (there && values && quotes) return 3;
  if (there && values) return 2;
  return values && flat(anchor.quote) === flat(item.quote) ? 1 : 0;
}

/** The item that an anchor is on now; null where none is, or two are alike. */
export function resolveAnchor<T extends Anchored>(anchor: Anchor, items: readonly T[]): T | null {
  let best: T | null = null;
  let most = 0;
  let tied = false;
  for (const item of items) {
    const how = likeness(anchor, item);
    if (how === 0 || how < most) continue;
    tied = how === most;
    best = item;
    most = how;
  }
  return tied ? null : best;
}

/** Whether evidence is what a decision spoke of: the same place in the same document, the same words. */
export function isEvidence(
  anchor: EvidenceAnchor,
  evidence: Omit<EvidenceAnchor, 'documentId'> & { readonly documentId: string | null },
): boolean {
  return (
    evidence.documentId === anchor.documentId &&
    overlap(anchor, evidence) > 0 &&
    samePart(flat(anchor.quote), flat(evidence.quote))
  );
}
