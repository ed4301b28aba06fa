import { byteOrderMark, csvRecord } from '../../adapters/export/csv/csv-record.js';
import { jsonLine } from '../../adapters/export/json/json-line.js';
import { documentsQuerySchema, parseQuery } from '../../app/query/ledger-query.js';
import { readyStore } from '../../app/query/ready-store.js';
import type { StoredDocument } from '../../domain/document.js';
import type { Context } from '../context.js';
import { clockOf } from '../output/instant.js';
import { note, write } from '../output/stdout.js';
import { renderTable } from '../output/table.js';
import { documentIn } from '../output/told.js';

export interface DocumentsOptions {
  readonly status?: string;
  readonly limit: string;
  readonly cursor?: string;
  readonly format: 'table' | 'csv' | 'jsonl';
  readonly bom?: boolean;
  readonly data?: string;
}

function tableOf(documents: readonly StoredDocument[], { t }: Context, timeZone: string): string {
  if (documents.length === 0) return `${t.noDocuments}\n`;
  const clock = clockOf(timeZone);
  return renderTable(
    [
      { title: t.columns.id, cell: (d) => d.id, max: 24 },
      { title: t.columns.status, cell: (d) => t.words[d.status], max: 10 },
      { title: t.columns.commitments, cell: (d) => String(d.counts?.commitments ?? ''), max: 11 },
      { title: t.columns.achievements, cell: (d) => String(d.counts?.achievements ?? ''), max: 12 },
      { title: t.inZone(t.columns.received, timeZone), cell: (d) => clock(d.receivedAt), max: 24 },
      { title: t.columns.name, cell: (d) => d.name, max: 60 },
      { title: t.columns.problem, cell: (d) => d.fault?.message ?? '', max: 80 },
    ],
    documents,
  );
}

const csvFields: readonly (readonly [string, (d: StoredDocument) => string | number | null])[] = [
  ['id', (d) => d.id],
  ['name', (d) => d.name],
  ['sha256', (d) => d.sha256],
  ['size', (d) => d.size],
  ['format', (d) => d.format],
  ['status', (d) => d.status],
  ['title', (d) => d.meta?.title ?? null],
  ['issuer', (d) => d.meta?.issuer ?? null],
  ['date', (d) => d.meta?.date ?? null],
  ['commitments', (d) => d.counts?.commitments ?? null],
  ['achievements', (d) => d.counts?.achievements ?? null],
  ['intentions', (d) => d.counts?.intentions ?? null],
  ['receivedAt', (d) => d.receivedAt],
  ['fault', (d) => d.fault?.code ?? null],
];

function csvOf(documents: readonly StoredDocument[], bom: boolean): string {
  const records = documents.map((document) => csvRecord(csvFields.map(([, value]) => value(document))));
  return `${bom ? byteOrderMark : ''}${csvRecord(csvFields.map(([name]) => name))}${records.join('')}`;
}

/** One page of documents, newest first. */
export async function runDocuments(context: Context, options: DocumentsOptions): Promise<number> {
  const { status, limit, cursor, format } = options;
  const query = parseQuery(documentsQuerySchema, {
    limit,
    ...(status && { status }),
    ...(cursor && { cursor }),
  });
  const composition = await context.compose(options);
  const store = await readyStore(composition.store)();
  const { rows: stored, nextCursor } = await store.documents(composition.config.tenant, query);
  const rows = stored.map((document) => documentIn(document, context.language));
  if (format === 'table') await write(tableOf(rows, context, composition.config.timeZone));
  else if (format === 'csv') await write(csvOf(rows, options.bom ?? false));
  else await write(rows.map((row) => `${jsonLine(row)}\n`).join(''));
  if (nextCursor !== null) note(context.t.nextPage(nextCursor));
  return 0;
}
