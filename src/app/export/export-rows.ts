import { JiannuoError } from '../../domain/errors.js';
import type { LedgerRow } from '../../domain/ledger.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { listRows, type Narrowed, readableRow } from '../query/query.js';
import type { ExportQuery } from './export-query.js';

/** Small enough that what is made of a page is gone before the next collection of old objects. */
const pageSize = 100;

const mostChosen = 500;

/** The rows named, those that are there and may be seen. */
async function* chosenPages(
  store: Pick<LedgerStore, 'row' | 'count'>,
  tenant: string,
  ids: string,
  { within }: Narrowed,
): AsyncGenerator<readonly LedgerRow[]> {
  const chosen = [...new Set(ids.split(',').map((id) => id.trim()))].filter(Boolean).slice(0, mostChosen);
  for (let from = 0; from < chosen.length; from += pageSize) {
    const rows = await Promise.all(
      chosen.slice(from, from + pageSize).map((id) => readableRow(store, tenant, id, within).catch(orNone)),
    );
    yield rows.filter((row) => row !== null);
  }
}

/** A row that is there no more, or may not be seen, is left out of a file. */
function orNone(thrown: unknown): null {
  if (thrown instanceof JiannuoError && thrown.code === 'not-found') return null;
  throw thrown;
}

/** Every row that the query asks for, a page at a time: memory holds one page however many there are. */
export async function* exportPages(
  store: Pick<LedgerStore, 'row' | 'rows' | 'count'>,
  tenant: string,
  { format: _format, columns: _columns, notice: _notice, lang: _lang, ids, ...filter }: ExportQuery,
  narrowed: Narrowed = {},
): AsyncGenerator<readonly LedgerRow[]> {
  if (ids !== undefined) {
    yield* chosenPages(store, tenant, ids, narrowed);
    return;
  }
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
