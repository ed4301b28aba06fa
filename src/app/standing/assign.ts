import type { Claim, Decision } from '../../domain/decision.js';
import type { Item } from '../../domain/item.js';
import { resolveAnchor } from './resolve.js';

/** What people said in a document, by the item that it is on now; `lost` finds none any more. */
export interface Assigned<Said> {
  readonly byItem: ReadonlyMap<string, readonly Said[]>;
  readonly lost: readonly Said[];
}

/** @param items the document's promises as they are read now */
export function assign<Said extends Decision | Claim>(
  said: readonly Said[],
  items: readonly Item[],
): Assigned<Said> {
  const byItem = new Map<string, Said[]>();
  const lost: Said[] = [];
  for (const each of [...said].sort((a, b) => a.seq - b.seq)) {
    const item = resolveAnchor(each.anchor, items);
    if (!item) lost.push(each);
    else byItem.set(item.id, [...(byItem.get(item.id) ?? []), each]);
  }
  return { byItem, lost };
}
