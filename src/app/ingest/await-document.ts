import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import { documentRecognizeJob } from '../jobs/document-recognize.job.js';
import { jobId as jobIdOf } from '../jobs/job-id.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';

export interface AwaitDependencies {
  readonly store: Pick<LedgerStore, 'document'>;
  readonly queue: Pick<JobQueue, 'job'>;
}

/** Pauses between looks, doubled from the first to the last: most documents take a fraction of a second, some take minutes. */
const pausesMs = { first: 25, last: 400 };

/**
 * The document when it is done or failed. One that failed before and is being tried again still reads `failed` until its
 * job has taken it up, so its jobs are asked too.
 */
export async function awaitDocument(
  { store, queue }: AwaitDependencies,
  tenant: string,
  id: string,
  jobId: string | null,
): Promise<StoredDocument> {
  // The job that a document with pages to be recognised is handed on to.
  const recognition = jobIdOf(documentRecognizeJob, { tenant, documentId: id });
  for (let pauseMs = pausesMs.first; ; pauseMs = Math.min(pauseMs * 2, pausesMs.last)) {
    const document = await store.document(tenant, id);
    if (!document) throw new JiannuoError('not-found', { what: 'document', id });
    if (document.status === 'done') return document;
    if (document.status === 'failed') {
      const jobs = [jobId, recognition].map((one) => (one === null ? null : queue.job(one)));
      const open = (await Promise.all(jobs)).some((job) => job && !['done', 'dead'].includes(job.status));
      if (!open) return (await store.document(tenant, id)) ?? document;
    }
    await new Promise((resume) => setTimeout(resume, pauseMs));
  }
}
