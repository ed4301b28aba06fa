import { jsonLine } from '../../adapters/export/json/json-line.js';
import { importLedger } from '../../app/import/import-ledger.js';
import type { LedgerLine } from '../../app/import/ledger-rows.js';
import { awaitTracked } from '../../app/ingest/await-tracked.js';
import { readyStore } from '../../app/query/ready-store.js';
import type { Context } from '../context.js';
import { loadNamed } from '../files/load-named.js';
import { note, write } from '../output/stdout.js';
import { renderTable } from '../output/table.js';
import { recordHere } from './trail.js';
import { workHere } from './work-here.js';

export interface ImportLedgerOptions {
  readonly dryRun?: boolean;
  readonly format: 'table' | 'jsonl';
  readonly data?: string;
}

/** Takes in a ledger kept in a table, or tells what taking it in would do; 1 where a row was refused. */
export async function runImportLedger(
  context: Context,
  name: string,
  { dryRun = false, format, data }: ImportLedgerOptions,
): Promise<number> {
  const composition = await context.compose({ data });
  const { tenant, place, maxFileBytes, profile } = composition.config;
  const { t, language } = context;
  const file = await loadNamed(name, maxFileBytes);
  const [store, reader, extractor, blobs, queue] = await Promise.all([
    readyStore(composition.store)(),
    composition.reader(),
    composition.extractor(),
    composition.blobs(),
    composition.queue(),
  ]);
  const deps = { store, reader, extractor, blobs, queue: composition.queue };
  const worker = profile === 'embedded' && !dryRun ? await workHere(composition, 'silent') : null;
  try {
    const { headings, lines, documentId, done } = await importLedger(deps, { tenant, place, file, dryRun });
    if (worker && documentId !== null) await awaitTracked({ store, queue }, tenant, [documentId]);
    if (!dryRun) await recordHere(context, 'import ledger', documentId ?? name, data);
    const said = t.imports;
    if (format === 'jsonl')
      await write(
        lines.map((line) => `${jsonLine({ ...line, problem: line.problem?.[language] ?? null })}\n`).join(''),
      );
    else {
      const leftOut = headings.filter(({ field }) => field === null).map(({ words }) => words);
      if (leftOut.length > 0) await write(`${said.leftOut(leftOut.join(t.listSeparator))}\n`);
      const where = ({ sheet, line }: LedgerLine): string =>
        sheet === null ? `${line}` : `${sheet}:${line}`;
      const columns = [
        { title: said.columns.line, cell: where, max: 16 },
        {
          title: said.columns.outcome,
          cell: ({ outcome }: LedgerLine) => said.ledgerOutcomes[outcome],
          max: 10,
        },
        { title: said.ledgerWords, cell: ({ words }: LedgerLine) => words ?? '', max: 44 },
        { title: said.columns.what, cell: ({ problem }: LedgerLine) => problem?.[language] ?? '', max: 80 },
      ];
      if (lines.length > 0) await write(renderTable(columns, lines));
    }
    const count = (outcome: LedgerLine['outcome']) => lines.filter((line) => line.outcome === outcome).length;
    note(
      said.ledgerSum(
        count('taken'),
        count('doubled'),
        count('refused'),
        dryRun ? 'dry' : done ? 'done' : 'known',
      ),
    );
    return count('refused') > 0 ? 1 : 0;
  } finally {
    await worker?.drain();
  }
}
