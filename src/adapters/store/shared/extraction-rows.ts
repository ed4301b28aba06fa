import type { Extraction, Tokenize } from '../../../app/ports/ledger-store.js';
import { searchedText, searchTerms } from '../../../app/query/search-terms.js';
import type { StoredDocument } from '../../../domain/document.js';
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

type Counts = NonNullable<StoredDocument['counts']>;

export function countsOf({ items, intentions }: Extraction): Counts {
  const commitments = items.filter(({ stance }) => stance === 'commitment').length;
  return { commitments, achievements: items.length - commitments, intentions };
}

/** Counts as they were stored: those of an older engine know no intentions. */
export const storedCounts = (counts: Partial<Counts> | null): Counts | null =>
  counts && { commitments: 0, achievements: 0, intentions: 0, ...counts };

/** What a document says of itself, as it was stored: an older engine did not look for its 公开属性. */
export const storedMeta = <M extends StoredDocument['meta']>(meta: M): M =>
  meta && { ...meta, publicity: meta.publicity ?? null };

/**
 * An item as it was stored, given as the object just read: one of an older engine does not say what it lacks. The same
 * object, completed: copies of its many fields take longer than all else that a page of rows costs.
 */
export const storedItem = (item: Omit<Item, 'missing'> & { missing?: Item['missing'] }): Item =>
  Object.assign(item, { missing: item.missing ?? [] });

/** A commitment stands above its mentions; until it is joined to another it has one, and is named after it. */
export const commitmentIdOf = (itemId: string): string => `c-${itemId}`;
