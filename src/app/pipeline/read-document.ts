import { JiannuoError } from '../../domain/errors.js';
import { documentExtractJob } from '../jobs/document-extract.job.js';
import type { DocumentJob } from '../jobs/document-read.job.js';
import type { BlobStore } from '../ports/blob-store.js';
import type { DocumentReader } from '../ports/document-reader.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';

export interface ReadDependencies {
  readonly store: Pick<LedgerStore, 'document' | 'saveText' | 'fail'>;
  readonly blobs: Pick<BlobStore, 'get'>;
  readonly reader: Pick<DocumentReader, 'read'>;
  readonly queue: Pick<JobQueue, 'enqueue' | 'retry'>;
}

/**
 * Original to SourceText, then asks for the extraction. A file that cannot be read is a finished job: the document is
 * `failed` with the reader's fault, and trying again would give the same.
 */
export async function readDocument(deps: ReadDependencies, job: DocumentJob): Promise<void> {
  const { tenant, documentId } = job;
  const document = await deps.store.document(tenant, documentId);
  if (!document) throw new JiannuoError('not-found', { what: 'document', id: documentId });
  // At least once: a worker that was killed after its last write, or a relay that came late, brings the same job again.
  if (document.status === 'done') return;
  if (document.status !== 'read') {
    const bytes = await deps.blobs.get(document.sha256);
    if (!bytes) throw new JiannuoError('original-missing', { id: documentId });
    try {
      const source = await deps.reader.read({ name: document.name, bytes });
      await deps.store.saveText(tenant, documentId, source);
    } catch (thrown) {
      if (!(thrown instanceof JiannuoError) || thrown.retryable) throw thrown;
      await deps.store.fail(tenant, documentId, thrown.toJSON());
      return;
    }
  }
  const extraction = await deps.queue.enqueue(documentExtractJob, { tenant, documentId });
  // Set aside at an earlier run of the document: reading it anew is the wish to try that again too.
  if (extraction.status === 'dead') await deps.queue.retry(extraction.id);
}
