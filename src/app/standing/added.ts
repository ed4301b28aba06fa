import type { Decision } from '../../domain/decision.js';
import type { Item } from '../../domain/item.js';
import { pageAt, type SourceText } from '../../domain/source-text.js';
import { resolveAnchor } from './resolve.js';

type Added = Decision & { readonly body: Extract<Decision['body'], { kind: 'add' }> };

const isAdded = (decision: Decision): decision is Added => decision.body.kind === 'add';

/** Promises that people marked in a document and did not take back, in the order of their adding. */
export function addedIn(decisions: readonly Decision[]): readonly Added[] {
  const standing = new Map<string, Added>();
  for (const decision of decisions)
    if (isAdded(decision)) standing.set(decision.anchor.itemId, decision);
    else if (decision.body.kind === 'remove') standing.delete(decision.anchor.itemId);
  return [...standing.values()];
}

/** Whether a decision was taken back by a later one, or is what took it back. */
export function withoutRemoved(decisions: readonly Decision[]): readonly Decision[] {
  const standing = new Set<Decision>(addedIn(decisions));
  return decisions.filter(
    (decision) => decision.body.kind !== 'remove' && (!isAdded(decision) || standing.has(decision)),
  );
}

/** An item where its words stand now: a better reader may have moved them. null where they are no more. */
function placed(item: Item, source: Pick<SourceText, 'text' | 'pages'>): Item | null {
  const { text } = source;
  const { start, end, quote } = item;
  if (text.slice(start, end) === quote) return item;
  const before = text.lastIndexOf(quote, start);
  const after = text.indexOf(quote, start);
  if (before < 0 && after < 0) return null;
  const isBefore = after < 0 || (before >= 0 && start - before <= after - start);
  const by = (isBefore ? before : after) - start;
  const moved = (at: number | null): number | null => (at === null ? null : at + by);
  return {
    ...item,
    ...{ start: start + by, end: end + by, page: pageAt(source, start + by) },
    ...{ valueStart: moved(item.valueStart), valueEnd: moved(item.valueEnd) },
  };
}

/** Of what people added, the items that an engine's own do not have, where they stand in the text as it is read now. */
export function stillToAdd(
  decisions: readonly Decision[],
  found: readonly Item[],
  source: Pick<SourceText, 'text' | 'pages'>,
): readonly Item[] {
  return addedIn(decisions).flatMap(({ anchor, body }) => {
    if (resolveAnchor(anchor, found)) return [];
    return placed(body.item, source) ?? [];
  });
}

/** How many of a document's decisions are about what is in it at all: whether one has come in between. */
export const amendments = (decisions: readonly Decision[]): number =>
  decisions.filter(({ body }) => body.kind === 'add' || body.kind === 'remove').length;
