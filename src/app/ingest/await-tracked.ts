import { documentTrackJob, stampOf } from '../jobs/document-track.job.js';
import { jobId } from '../jobs/job-id.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';

const pauseMs = 50;

/** Returns when no tracking job of the documents is waiting or running any more. */
export async function awaitTracked(
  { store, queue }: { store: Pick<LedgerStore, 'document'>; queue: Pick<JobQueue, 'job'> },
  tenant: string,
  documentIds: Iterable<string>,
): Promise<void> {
  for (const documentId of documentIds) {
    const engine = (await store.document(tenant, documentId))?.engine;
    if (!engine) continue;
    const id = jobId(documentTrackJob, { tenant, documentId, stamp: stampOf(engine) });
    for (;;) {
      const status = (await queue.job(id))?.status;
      if (status !== 'waiting' && status !== 'delayed' && status !== 'running') break;
      await new Promise((resume) => setTimeout(resume, pauseMs));
    }
  }
}
