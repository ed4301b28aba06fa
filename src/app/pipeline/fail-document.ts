import { asJiannuoError, JiannuoError } from '../../domain/errors.js';
import { documentReadJob } from '../jobs/document-read.job.js';
import { documentTrackJob } from '../jobs/document-track.job.js';
import type { JobView } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';

/** What is told to the document of a job that was set aside: without it the document would seem to be under way for ever. */
export async function failDocument(store: Pick<LedgerStore, 'fail'>, job: JobView): Promise<void> {
  // A document that could not be tracked is read all the same.
  if (job.kind === documentTrackJob.kind) return;
  const payload = documentReadJob.schema.safeParse(job.payload);
  if (!payload.success) return;
  const fault = job.fault ?? new JiannuoError('internal', { reason: job.id }).toJSON();
  try {
    await store.fail(payload.data.tenant, payload.data.documentId, fault);
  } catch (thrown) {
    if (asJiannuoError(thrown).code !== 'not-found') throw thrown;
  }
}
