import type { StoredDocument } from '../../domain/document.js';
import { documentExtractJob } from '../jobs/document-extract.job.js';
import { type DocumentJob, documentReadJob } from '../jobs/document-read.job.js';
import { documentTrackJob, stampOf, type TrackJob } from '../jobs/document-track.job.js';
import { jobId } from '../jobs/job-id.js';
import type { JobQueue, JobView } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';

export interface RequeueDependencies {
  readonly store: Pick<LedgerStore, 'unfinished' | 'untracked' | 'document'>;
  readonly queue: Pick<JobQueue, 'pending' | 'enqueue'>;
  /** An office's next turn. */
  readonly turnOf: (tenant: string) => number;
}

const jobOf = ({ tenant, id }: StoredDocument): DocumentJob => ({ tenant, documentId: id });

const trackJobOf = (document: StoredDocument): TrackJob | null =>
  document.engine && { ...jobOf(document), stamp: stampOf(document.engine) };

/** The jobs that may be at work on a document. */
function jobIdsOf(document: StoredDocument): string[] {
  const tracking = trackJobOf(document);
  const before = [documentReadJob, documentExtractJob].map((definition) =>
    jobId(definition, jobOf(document)),
  );
  return tracking ? [...before, jobId(documentTrackJob, tracking)] : before;
}

/**
 * Queues documents again that wait for a job which the queue does not know: it was emptied, or came back in an older
 * state. Gives how many. None is worked twice: a job is gone from the queue only after its document has moved, so one that
 * had no job and still has not moved when it is looked at once more is waiting for nothing. (Tracking, which moves nothing
 * that can be seen here, may be asked for once too often: doing it again changes nothing.)
 * @param before ISO instant: documents that have moved since are left alone
 */
export async function requeueLost(deps: RequeueDependencies, before: string, batch = 200): Promise<number> {
  const { unfinished, untracked } = deps.store;
  let lost = 0;
  for (const open of [unfinished, untracked]) {
    for (let after: StoredDocument | undefined; ; ) {
      const documents = await open(before, batch, after);
      const pending = await deps.queue.pending(documents.flatMap(jobIdsOf));
      const waiting = documents.filter((document) => !jobIdsOf(document).some((id) => pending.has(id)));
      for (const document of waiting) if (await requeued(deps, document)) lost += 1;
      after = documents.at(-1);
      if (documents.length < batch) break;
    }
  }
  return lost;
}

async function requeued(deps: RequeueDependencies, seen: StoredDocument): Promise<boolean> {
  const now = await deps.store.document(seen.tenant, seen.id);
  if (!now || now.status !== seen.status || now.updatedAt !== seen.updatedAt) return false;
  const job = await enqueueNext(deps, now);
  // One that was set aside waits for a person.
  return job.status !== 'dead';
}

function enqueueNext(
  { queue, turnOf }: Pick<RequeueDependencies, 'queue' | 'turnOf'>,
  document: StoredDocument,
): Promise<JobView> {
  const tracking = document.status === 'done' ? trackJobOf(document) : null;
  if (tracking) return queue.enqueue(documentTrackJob, tracking);
  const step = document.status === 'read' ? documentExtractJob : documentReadJob;
  return queue.enqueue(step, jobOf(document), { priority: turnOf(document.tenant) });
}
