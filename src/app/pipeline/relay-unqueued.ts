import type { StoredDocument } from '../../domain/document.js';
import { documentReadJob } from '../jobs/document-read.job.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';

export interface RelayDependencies {
  readonly store: Pick<LedgerStore, 'unqueued' | 'markQueued'>;
  readonly queue: Pick<JobQueue, 'enqueue'>;
  /** An office's next turn. What uploads could not queue comes in thousands after an outage: it waits as uploads do. */
  readonly turnOf: (tenant: string) => number;
}

/** Puts one accepted document into the queue. Between the two writes a crash leaves it `unqueued`: it is queued again, which is the same job. */
export async function queueDocument(
  deps: RelayDependencies,
  document: Pick<StoredDocument, 'tenant' | 'id'>,
): Promise<void> {
  const { tenant, id: documentId } = document;
  await deps.queue.enqueue(documentReadJob, { tenant, documentId }, { priority: deps.turnOf(tenant) });
  await deps.store.markQueued(tenant, documentId);
}

/** Moves accepted documents into the queue until none is left; gives how many. Throws `queue-unavailable` while it is away. */
export async function relayUnqueued(deps: RelayDependencies, batch = 100): Promise<number> {
  let moved = 0;
  for (;;) {
    const documents = await deps.store.unqueued(batch);
    for (const document of documents) await queueDocument(deps, document);
    moved += documents.length;
    if (documents.length < batch) return moved;
  }
}
