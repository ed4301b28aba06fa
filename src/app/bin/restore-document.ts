import type { StoredDocument } from '../../domain/document.js';
import { asJiannuoError } from '../../domain/errors.js';
import { queueAway } from '../ingest/ingest-file.js';
import { documentReadJob } from '../jobs/document-read.job.js';
import { queueTracking } from '../jobs/document-track.job.js';
import { enqueueAnew } from '../jobs/enqueue-anew.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';

export interface RestoreDependencies {
  readonly store: Pick<LedgerStore, 'restoreDocument' | 'markQueued'>;
  readonly queue: () => Promise<Pick<JobQueue, 'enqueue' | 'job' | 'retry'>>;
}

/**
 * Takes a document out of the bin and asks for what is still to be done with it: to be held against those that came
 * meanwhile, or to be read. While the queue is away that is left to the rounds of a worker.
 * Fault: `not-found`.
 */
export async function restoreDocument(
  { store, queue: open }: RestoreDependencies,
  tenant: string,
  id: string,
): Promise<StoredDocument> {
  const document = await store.restoreDocument(tenant, id);
  const { status, engine } = document;
  if (status === 'failed') return document;
  try {
    const queue = await open();
    if (status === 'done') {
      if (engine) await queueTracking(queue, tenant, id, engine);
    } else {
      await enqueueAnew(queue, documentReadJob, { tenant, documentId: id });
      await store.markQueued(tenant, id);
    }
  } catch (thrown) {
    if (!queueAway.has(asJiannuoError(thrown).code)) throw thrown;
  }
  return document;
}
