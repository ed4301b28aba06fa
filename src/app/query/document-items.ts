import { JiannuoError } from '../../domain/errors.js';
import type { LedgerRow } from '../../domain/ledger.js';
import type { RowBounds } from '../../domain/people.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { type Reading, type Statuses, statusesOf } from '../standing/statuses.js';
import { markBoxes, type PageBox } from './mark-boxes.js';

export interface PlacedItem {
  readonly row: LedgerRow;
  /** null for a result, and until the promise has been tracked. */
  readonly statuses: Statuses | null;
  /** Empty unless asked for, and where the format has no places. */
  readonly boxes: readonly PageBox[];
}

export interface ItemsAnswer {
  readonly items: readonly PlacedItem[];
  readonly nextCursor: string | null;
}

export const statusesIn = (row: LedgerRow, reading: Reading): Statuses | null =>
  row.state && statusesOf(row.state, reading.today, reading.profile);

/** A document's items in the order of its text, one page. Somebody bound to rows finds no document that has none of theirs. */
export async function itemsOf(
  store: Pick<LedgerStore, 'document' | 'rows' | 'text'>,
  tenant: string,
  documentId: string,
  page: { readonly limit: number; readonly cursor?: string | undefined; readonly boxes: boolean },
  reading: Reading,
  within?: RowBounds,
): Promise<ItemsAnswer> {
  const filter = { documentId, ...(within && { within }) };
  const [document, found] = await Promise.all([
    store.document(tenant, documentId),
    store.rows(tenant, filter, { sort: 'document', limit: page.limit, cursor: page.cursor }),
  ]);
  const hidden = within !== undefined && found.rows.length === 0 && page.cursor === undefined;
  if (!document || hidden) throw new JiannuoError('not-found', { what: 'document', id: documentId });
  const source = page.boxes && found.rows.length > 0 ? await store.text(tenant, documentId) : null;
  return {
    items: found.rows.map((row) => ({
      row,
      statuses: statusesIn(row, reading),
      boxes: source ? markBoxes(source, row) : [],
    })),
    nextCursor: found.nextCursor,
  };
}
