import { documentTrackJob, stampOf } from '../jobs/document-track.job.js';
import { jobId } from '../jobs/job-id.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';

const pauseMs = 50;

export interface AwaitTrackedDependencies {
  readonly store: Pick<LedgerStore, 'document'>;
  readonly queue: Pick<JobQueue, 'job' | 'pending'>;
}

/**
 * Waits until no tracking job of the documents is waiting or running any more, or until none of them has been taken up for
 * a while: no worker may be there that takes them.
 * @param patienceMs how long none may be begun or ended
 * @returns how many are left to the workers
 */
export async function awaitTracked(
  { store, queue }: AwaitTrackedDependencies,
  tenant: string,
  documentIds: Iterable<string>,
  patienceMs = 30_000,
): Promise<number> {
  const asked: string[] = [];
  for (const documentId of documentIds) {
    const engine = (await store.document(tenant, documentId))?.engine;
    if (engine) asked.push(jobId(documentTrackJob, { tenant, documentId, stamp: stampOf(engine) }));
  }
  const isRunning = async (ids: Iterable<string>): Promise<boolean> => {
    for (const id of ids) if ((await queue.job(id))?.status === 'running') return true;
    return false;
  };
  let movedAt = Date.now();
  for (let open = await queue.pending(asked); open.size > 0; ) {
    await new Promise((resume) => setTimeout(resume, pauseMs));
    const now = await queue.pending([...open]);
    if (now.size < open.size) movedAt = Date.now();
    open = now;
    if (Date.now() - movedAt < patienceMs) continue;
    if (!(await isRunning(open))) return open.size;
    movedAt = Date.now();
  }
  return 0;
}
