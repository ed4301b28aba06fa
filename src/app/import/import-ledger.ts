import { JiannuoError } from '../../domain/errors.js';
import { sha256Hex } from '../../domain/identity.js';
import { queueTracking } from '../jobs/document-track.job.js';
import type { BlobStore } from '../ports/blob-store.js';
import type { DocumentReader, FileToRead } from '../ports/document-reader.js';
import type { Extractor } from '../ports/extractor.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import type { Heading } from './headed-table.js';
import type { LedgerField } from './ledger-columns.js';
import type { LedgerLine } from './ledger-rows.js';
import { isLedgerCurrent, ledgerSheet } from './ledger-sheet.js';

/** So many lines are taken in at once, in one transaction. */
const mostLines = 10_000;

export interface ImportLedgerDeps {
  readonly reader: Pick<DocumentReader, 'readWritten'>;
  readonly extractor: Pick<Extractor, 'engine'>;
  readonly store: Pick<LedgerStore, 'addDocument' | 'markQueued' | 'saveExtraction'>;
  readonly blobs: Pick<BlobStore, 'put'>;
  readonly queue: () => Promise<Pick<JobQueue, 'enqueue' | 'job' | 'retry'>>;
}

export interface ImportLedgerAsked {
  readonly tenant: string;
  readonly place: string | null;
  readonly file: FileToRead;
  /** Only tells what would be done. */
  readonly dryRun: boolean;
}

export interface LedgerImport {
  /** Columns of the sheet, and what each was taken for. */
  readonly headings: readonly Heading<LedgerField>[];
  readonly lines: readonly LedgerLine[];
  /** null for a dry run. */
  readonly documentId: string | null;
  /** false where nothing was done: a dry run, or a file that was imported before. */
  readonly done: boolean;
}

/**
 * Takes in the ledger of promises that an office keeps in a table: each row a commitment of one document of kind `ledger`, whose
 * original is kept like any other. The same file again changes nothing. One that was broken off is taken in by doing it once more;
 * a file that was uploaded as a document before becomes a ledger, and decisions on its rows are carried over by place and wording.
 * Faults: those of reading, `ledger-without-headings`, `import-too-long`, `document-binned`.
 */
export async function importLedger(deps: ImportLedgerDeps, asked: ImportLedgerAsked): Promise<LedgerImport> {
  const { store, blobs } = deps;
  const { tenant, place, file, dryRun } = asked;
  const sha256 = sha256Hex(file.bytes);
  const source = await deps.reader.readWritten(file);
  const { segmentation } = await deps.extractor.engine();
  const sheet = source && ledgerSheet(source, sha256, segmentation);
  if (!sheet) throw new JiannuoError('ledger-without-headings', { file: file.name });
  const { headings, lines, extraction } = sheet;
  if (lines.length > mostLines)
    throw new JiannuoError('import-too-long', { file: file.name, lines: lines.length, most: mostLines });
  if (dryRun) return { headings, lines, documentId: null, done: false };
  await blobs.put(sha256, file.bytes);
  const given = { tenant, place, sha256, name: file.name, size: file.bytes.byteLength };
  const { document } = await store.addDocument(given);
  const { id } = document;
  const known = document.status === 'done' && isLedgerCurrent(document.engine?.rules);
  if (!known) {
    // Else it would be queued to be read as a document like any other.
    await store.markQueued(tenant, id);
    await store.saveExtraction(tenant, id, extraction, source);
  }
  await queueTracking(await deps.queue(), tenant, id, extraction.engine);
  return { headings, lines, documentId: id, done: !known };
}
