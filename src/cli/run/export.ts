import { open, rename, rm } from 'node:fs/promises';
import { chosenColumns, exportQuerySchema } from '../../app/export/export-query.js';
import { begun, exportPages } from '../../app/export/export-rows.js';
import { localDay } from '../../app/export/local-day.js';
import { parseQuery } from '../../app/query/ledger-query.js';
import { readyStore } from '../../app/query/ready-store.js';
import { standingFilter } from '../../app/standing/standing-filter.js';
import type { LedgerRow } from '../../domain/ledger.js';
import type { Context } from '../context.js';
import { note } from '../output/stdout.js';
import { readingOf } from '../reading.js';
import { type FilterFlags, filterFlags } from './filter-flags.js';
import { unwritable } from './unwritable.js';

export interface ExportOptions extends FilterFlags {
  readonly output: string;
  readonly linkBase?: string;
}

async function* counted<T extends readonly LedgerRow[]>(
  pages: AsyncIterable<T>,
  seen: (rows: number) => void,
) {
  for await (const page of pages) {
    seen(page.length);
    yield page;
  }
}

/** The ledger as a file. It appears under its name when it is whole. */
export async function runExport(
  context: Context,
  { output, linkBase, ...flags }: ExportOptions,
): Promise<number> {
  const query = parseQuery(exportQuerySchema, { ...filterFlags(flags), lang: context.language });
  const columns = chosenColumns(query.columns);
  const composition = await context.compose(flags);
  const { config } = composition;
  const store = await readyStore(composition.store)();
  const exporter = await composition.exporter();
  const part = `${output}.part`;
  let rows = 0;
  try {
    const reading = await readingOf(context, composition, undefined);
    const standing = standingFilter(query, reading);
    const pages = await begun(exportPages(store, config.tenant, query, { standing }));
    const told = counted(pages, (more) => {
      rows += more;
    });
    const out = (await open(part, 'w')).createWriteStream();
    await exporter.write(query.format, told, out, {
      columns,
      language: query.lang,
      linkBase: linkBase?.replace(/\/+$/, '') ?? config.publicUrl ?? `http://127.0.0.1:${config.port}`,
      day: localDay(new Date(), config.timeZone),
      notice: query.notice,
      profile: reading.profile,
      standing: (itemId) => store.standing(config.tenant, itemId),
    });
    await rename(part, output);
  } catch (thrown) {
    await rm(part, { force: true });
    throw unwritable(output, thrown);
  }
  note(context.t.exported(output, rows));
  return 0;
}
