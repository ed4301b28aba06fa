import type { Extraction, Tokenize } from '../../../app/ports/ledger-store.js';
import { searchedText, searchTerms } from '../../../app/query/search-terms.js';
import { stillToAdd } from '../../../app/standing/added.js';
import type { Decision } from '../../../domain/decision.js';
import type { StoredDocument } from '../../../domain/document.js';
import { JiannuoError } from '../../../domain/errors.js';
import type { Item } from '../../../domain/item.js';
import type { SourceText } from '../../../domain/source-text.js';
import type { ExtractionRow } from './extraction-rows.js';
import { namesOf } from './registry.js';
import { sortKeys } from './row-order.js';

/** What a row of an added item is made of outside of the transaction. */
export type AddedRow = Pick<ExtractionRow, 'item' | 'terms' | 'unitNames'>;

export async function addedRow(item: Item, tokenize: Tokenize): Promise<AddedRow> {
  return { item, terms: searchTerms(await tokenize(searchedText(item))), unitNames: namesOf(item) };
}

/** The same with what its document says. */
export const rowIn = (row: AddedRow, meta: NonNullable<StoredDocument['meta']>): ExtractionRow => ({
  ...row,
  ...sortKeys(row.item, meta.date),
});

/** An extraction with what people added to the document. */
export async function withAdded(
  extraction: Extraction,
  decisions: readonly Decision[],
  text: () => Promise<SourceText | null>,
  tokenize: Tokenize,
): Promise<Extraction> {
  if (!decisions.some(({ body }) => body.kind === 'add')) return extraction;
  const source = await text();
  const items = source ? stillToAdd(decisions, extraction.items, source) : [];
  const { terms } = extraction;
  const theirs =
    terms && (await Promise.all(items.map(async (item) => (await addedRow(item, tokenize)).terms)));
  return {
    ...extraction,
    items: [...extraction.items, ...items],
    ...(terms && theirs && { terms: [...terms, ...theirs] }),
  };
}

export const itemExists = (id: string) => new JiannuoError('item-exists', { id });
