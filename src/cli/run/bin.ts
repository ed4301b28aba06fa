import { jsonLine } from '../../adapters/export/json/json-line.js';
import { emptyBin, removableFrom } from '../../app/bin/empty-bin.js';
import { restoreDocument } from '../../app/bin/restore-document.js';
import { binQuerySchema, parseQuery } from '../../app/query/ledger-query.js';
import { readyStore } from '../../app/query/ready-store.js';
import type { Context } from '../context.js';
import { clockOf } from '../output/instant.js';
import { note, write } from '../output/stdout.js';
import { renderTable } from '../output/table.js';
import { documentIn } from '../output/told.js';
import { readingOf } from '../reading.js';
import { recordHere } from './trail.js';

export interface BinListOptions {
  readonly limit: string;
  readonly cursor?: string;
  readonly format: 'table' | 'jsonl';
  readonly data?: string;
}

export interface BinPutOptions {
  readonly by: string;
  readonly data?: string;
}

/** One page of what lies in the bin, the newest first. */
export async function runBin(context: Context, options: BinListOptions): Promise<number> {
  const { t, language } = context;
  const { limit, cursor, format } = options;
  const query = parseQuery(binQuerySchema, { limit, ...(cursor && { cursor }) });
  const composition = await context.compose(options);
  const { config, store } = composition;
  const { binDays } = (await readingOf(context, composition, undefined)).profile;
  const page = await (await readyStore(store)()).binned(config.tenant, query);
  const rows = page.rows.map(({ document, ...binned }) => ({
    document: documentIn(document, language),
    ...binned,
    removableFrom: removableFrom(binned.binnedAt, binDays),
  }));
  const clock = clockOf(config.timeZone);
  if (format === 'jsonl') await write(rows.map((row) => `${jsonLine(row)}\n`).join(''));
  else if (rows.length === 0) await write(`${t.bin.nothing}\n`);
  else
    await write(
      renderTable(
        [
          { title: t.columns.id, cell: (row) => row.document.id, max: 24 },
          {
            title: t.inZone(t.bin.columns.binned, config.timeZone),
            cell: (row) => clock(row.binnedAt),
            max: 24,
          },
          { title: t.bin.columns.by, cell: (row) => row.binnedBy, max: 20 },
          { title: t.bin.columns.removable, cell: (row) => clock(row.removableFrom), max: 24 },
          { title: t.columns.name, cell: (row) => row.document.name, max: 60 },
        ],
        rows,
      ),
    );
  if (page.nextCursor !== null) note(t.nextPage(page.nextCursor));
  return 0;
}

/** Puts documents into the bin, one after another. */
export async function runBinPut(
  context: Context,
  ids: readonly string[],
  { by, data }: BinPutOptions,
): Promise<number> {
  const { config, store } = await context.compose({ data });
  const ledger = await readyStore(store)();
  for (const id of ids) {
    const { document } = await ledger.binDocument(config.tenant, id, by);
    await recordHere(context, 'bin put', id, data);
    await write(`${context.t.bin.put(document.name, id)}\n`);
  }
  return 0;
}

/** Takes documents out of the bin. */
export async function runBinRestore(
  context: Context,
  ids: readonly string[],
  { data }: { data?: string },
): Promise<number> {
  const { config, store, queue } = await context.compose({ data });
  const deps = { store: await readyStore(store)(), queue };
  for (const id of ids) {
    const { name } = await restoreDocument(deps, config.tenant, id);
    await recordHere(context, 'bin restore', id, data);
    await write(`${context.t.bin.restored(name, id)}\n`);
  }
  return 0;
}

/** Removes for good what has lain in the bin for its term. */
export async function runBinEmpty(context: Context, { data }: { data?: string }): Promise<number> {
  const composition = await context.compose({ data });
  const { config, store, blobs } = composition;
  const { binDays } = (await readingOf(context, composition, undefined)).profile;
  const deps = { store: await readyStore(store)(), blobs: await blobs() };
  const removed = await emptyBin(deps, config.tenant, binDays, new Date());
  for (const { document } of removed) await recordHere(context, 'bin empty', document.id, data);
  await write(`${context.t.bin.emptied(removed.length, binDays)}\n`);
  return 0;
}
