import type { Item } from '../../../domain/item.js';
import type { LedgerSort } from '../../../domain/ledger.js';

/** Sorts after every calendar day; what has no deadline comes last. */
export const noDeadlineUp = '9999-99-99';

/** Sort keys of an item: `deadlineUp` for earliest first, `deadlineDown` for latest first, both with none last. */
export interface SortKeys {
  readonly deadlineUp: string;
  readonly deadlineDown: string;
  /** Day of the document; empty, and so the oldest, where it names none. */
  readonly documentDate: string;
}

/** @param day ISO, the deadline that counts; null for none */
export const deadlineKeys = (day: string | null): Pick<SortKeys, 'deadlineUp' | 'deadlineDown'> => ({
  deadlineUp: day ?? noDeadlineUp,
  deadlineDown: day ?? '',
});

export const sortKeys = (item: Item, documentDate: string | null): SortKeys => ({
  ...deadlineKeys(item.deadline?.date ?? null),
  documentDate: documentDate ?? '',
});

export interface RowOrder {
  /** Binds a cursor to the order. */
  readonly tag: string;
  readonly key: keyof SortKeys;
  readonly direction: 1 | -1;
}

const orders: Record<LedgerSort, RowOrder> = {
  deadline: { tag: 'deadline', key: 'deadlineUp', direction: 1 },
  '-deadline': { tag: '-deadline', key: 'deadlineDown', direction: -1 },
  document: { tag: 'document', key: 'documentDate', direction: -1 },
};

/**
 * One key, then document id, place and item id, all ascending. Nothing here depends on when a file came in, so both
 * stores give the same order.
 */
export function rowOrder(sort: LedgerSort): RowOrder {
  return orders[sort];
}
