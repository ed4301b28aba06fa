import type { StoredDocument } from '../../domain/document.js';
import { documentExtractJob } from '../jobs/document-extract.job.js';
import { type DocumentJob, documentReadJob } from '../jobs/document-read.job.js';
import { jobId } from '../jobs/job-id.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';

export interface RequeueDependencies {
  readonly store: Pick<LedgerStore, 'unfinished' | 'document'>;
  readonly queue: Pick<JobQueue, 'pending' | 'enqueue'>;
}

const jobOf = ({ tenant, id }: StoredDocument): DocumentJob => ({ tenant, documentId: id });

/** The jobs that may be at work on a document. */
const jobIdsOf = (document: StoredDocument): string[] =>
  [documentReadJob, documentExtractJob].map((definition) => jobId(definition, jobOf(document)));

/**
 * Queues documents again that wait for a job which the queue does not know: it was emptied, or came back in an older
 * state. Gives how many. None is worked twice: a job is gone from the queue only after its document has moved, so one that
 * had no job and still has not moved when it is looked at once more is waiting for nothing.
 * @param before ISO instant: documents that have moved since are left alone
 */
export async function requeueLost(deps: RequeueDependencies, before: string, batch = 200): Promise<number> {
  let lost = 0;
  let after: StoredDocument | undefined;
  for (;;) {
    const documents = await deps.store.unfinished(before, batch, after);
    const pending = await deps.queue.pending(documents.flatMap(jobIdsOf));
    const waiting = documents.filter((document) => !jobIdsOf(document).some((id) => pending.has(id)));
    for (const document of waiting) if (await requeued(deps, document)) lost += 1;
    after = documents.at(-1);
    if (documents.length < batch) return lost;
  }
}

async function requeued({ store, queue }: RequeueDependencies, seen: StoredDocument): Promise<boolean> {
  const now = await store.document(seen.tenant, seen.id);
  if (!now || now.status !== seen.status || now.updatedAt !== seen.updatedAt) return false;
  await queue.enqueue(now.status === 'read' ? documentExtractJob : documentReadJob, jobOf(now));
  return true;
}
