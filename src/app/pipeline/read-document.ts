import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import type { SourceText } from '../../domain/source-text.js';
import { documentExtractJob } from '../jobs/document-extract.job.js';
import type { DocumentJob } from '../jobs/document-read.job.js';
import { documentRecognizeJob } from '../jobs/document-recognize.job.js';
import { queueTracking } from '../jobs/document-track.job.js';
import { enqueueAnew } from '../jobs/enqueue-anew.js';
import type { BlobStore } from '../ports/blob-store.js';
import type { DocumentReader, FileToRead } from '../ports/document-reader.js';
import type { Extractor } from '../ports/extractor.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { type MeetingStore, meetRegistered } from '../proposal/meet-registered.js';
import { unlessAtFault } from './at-fault.js';

export interface ReadDependencies {
  readonly store: Pick<LedgerStore, 'document' | 'saveText' | 'saveExtraction' | 'fail'> & MeetingStore;
  readonly blobs: Pick<BlobStore, 'get'>;
  readonly reader: Pick<DocumentReader, 'read' | 'readWritten'>;
  readonly queue: Pick<JobQueue, 'enqueue' | 'job' | 'retry'>;
  /** null where this worker only reads: another one extracts. */
  readonly extractor: Pick<Extractor, 'extract'> | null;
}

/**
 * Original to SourceText, and where this worker extracts too on to ledger rows: the text need not be fetched again, and
 * both are stored at once. Otherwise asks for the extraction. A file that cannot be read is a finished job: the document
 * is `failed` with the reader's fault, and trying again would give the same.
 */
export function readDocument(deps: ReadDependencies, job: DocumentJob, signal?: AbortSignal): Promise<void> {
  return readBy(deps, job, (file) => deps.reader.readWritten(file), signal);
}

/** The same for a document with pages to be recognised, which `readDocument` asks for. */
export function recognizeDocument(
  deps: ReadDependencies,
  job: DocumentJob,
  signal?: AbortSignal,
): Promise<void> {
  return readBy(deps, job, (file) => deps.reader.read(file), signal);
}

/** @param read gives null for a document that is left to `document.recognize` */
async function readBy(
  deps: ReadDependencies,
  job: DocumentJob,
  read: (file: FileToRead) => Promise<SourceText | null>,
  signal?: AbortSignal,
): Promise<void> {
  const { tenant, documentId } = job;
  const document = await deps.store.document(tenant, documentId);
  if (!document) throw new JiannuoError('not-found', { what: 'document', id: documentId });
  // At least once: a worker that was killed after its last write, or a relay that came late, brings the same job again.
  if (document.status === 'done') {
    if (document.engine) await queueTracking(deps.queue, tenant, documentId, document.engine);
    return;
  }
  if (document.status !== 'read') {
    const reading = await unlessAtFault(deps.store, document, async () => ({
      source: await read(await originalOf(deps, document)),
    }));
    if (!reading) return;
    const { source } = reading;
    if (!source) {
      await enqueueAnew(deps.queue, documentRecognizeJob, { tenant, documentId });
      return;
    }
    if (await extracted(deps, document, source, signal)) return;
    await deps.store.saveText(tenant, documentId, source);
  }
  await enqueueAnew(deps.queue, documentExtractJob, { tenant, documentId });
}

async function originalOf({ blobs }: ReadDependencies, document: StoredDocument): Promise<FileToRead> {
  const bytes = await blobs.get(document.sha256);
  if (!bytes) throw new JiannuoError('original-missing', { id: document.id });
  return { name: document.name, bytes };
}

/** False where this worker does not extract. */
async function extracted(
  { store, extractor, queue }: ReadDependencies,
  document: StoredDocument,
  source: SourceText,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (!extractor) return false;
  const { tenant, id, name, sha256 } = document;
  const extraction = await unlessAtFault(
    store,
    document,
    () => extractor.extract({ name, sha256, source }, signal),
    source,
  );
  if (!extraction) return true;
  await store.saveExtraction(tenant, id, extraction, source);
  await meetRegistered(store, tenant, id, extraction.meta);
  await queueTracking(queue, tenant, id, extraction.engine);
  return true;
}
