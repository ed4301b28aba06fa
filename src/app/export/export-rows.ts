import type { LedgerRow } from '../../domain/ledger.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { listRows, type Narrowed } from '../query/query.js';
import type { ExportQuery } from './export-query.js';

/** Small enough that what is made of a page is gone before the next collection of old objects. */
const pageSize = 100;

/** Every row that the query asks for, a page at a time: memory holds one page however many there are. */
export async function* exportPages(
  store: Pick<LedgerStore, 'rows' | 'count'>,
  tenant: string,
  { format: _format, columns: _columns, notice: _notice, lang: _lang, ...filter }: ExportQuery,
  narrowed: Narrowed = {},
): AsyncGenerator<readonly LedgerRow[]> {
  let cursor: string | undefined;
  do {
    const page = { ...filter, limit: pageSize, cursor };
    const { rows, nextCursor } = await listRows(store, tenant, page, narrowed);
    yield rows;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** Asks for the first page at once, so that what keeps the rows away is told before a byte is written. */
export async function begun<T>(pages: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await pages.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* pages;
  })();
}
