import { type LedgerQuery, ledgerQuerySchema, parseQuery } from '../../app/query/ledger-query.js';
import { listRows } from '../../app/query/query.js';
import { readyStore } from '../../app/query/ready-store.js';
import { standingFilter } from '../../app/standing/standing-filter.js';
import type { Context } from '../context.js';
import { type ListFormat, rowPrinter } from '../output/row-printer.js';
import { note } from '../output/stdout.js';
import { readingOf } from '../reading.js';
import { type FilterFlags, filterFlags } from './filter-flags.js';

export interface ListOptions extends FilterFlags {
  readonly asOf?: string;
  readonly all?: boolean;
  readonly format: ListFormat;
  readonly bom?: boolean;
}

/** Flags to the query that the API takes too. */
function queryOf(options: ListOptions): LedgerQuery {
  const { all, format, bom, asOf, ...flags } = options;
  return parseQuery(ledgerQuerySchema, { ...filterFlags(flags), ...(all && { limit: '500' }) });
}

/** One page of the ledger, or with --all every page. */
export async function runList(context: Context, options: ListOptions): Promise<number> {
  let query = queryOf(options);
  const composition = await context.compose(options);
  const reading = await readingOf(context, composition, options.asOf);
  const standing = standingFilter(query, reading);
  const store = await readyStore(composition.store)();
  const printer = rowPrinter(options.format, context, options.bom ?? false);
  await printer.begin();
  for (;;) {
    const { rows, nextCursor } = await listRows(store, composition.config.tenant, query, { standing });
    await printer.rows(rows);
    if (nextCursor === null) break;
    if (!options.all) {
      note(context.t.nextPage(nextCursor));
      break;
    }
    query = { ...query, cursor: nextCursor };
  }
  await printer.end();
  return 0;
}
