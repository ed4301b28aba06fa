import type { Extraction, Tokenize } from '../../../app/ports/ledger-store.js';
import { searchedText, searchTerms } from '../../../app/query/search-terms.js';
import type { Item } from '../../../domain/item.js';
import { namesOf } from './registry.js';
import { type SortKeys, sortKeys } from './row-order.js';

/** An item with what queries ask of it; made outside of the transaction, which then only writes. */
export interface ExtractionRow extends SortKeys {
  readonly item: Item;
  readonly terms: readonly string[];
  readonly unitNames: readonly string[];
}

export async function extractionRows(
  { items, meta, terms }: Extraction,
  tokenize: Tokenize,
): Promise<ExtractionRow[]> {
  const rows: ExtractionRow[] = [];
  for (const [n, item] of items.entries())
    rows.push({
      item,
      ...sortKeys(item, meta.date),
      terms: terms?.[n] ?? searchTerms(await tokenize(searchedText(item))),
      unitNames: namesOf(item),
    });
  return rows;
}

export function stanceCounts(items: readonly Item[]): { commitments: number; achievements: number } {
  const commitments = items.filter(({ stance }) => stance === 'commitment').length;
  return { commitments, achievements: items.length - commitments };
}

/** A commitment stands above its mentions; until it is joined to another it has one, and is named after it. */
export const commitmentIdOf = (itemId: string): string => `c-${itemId}`;
