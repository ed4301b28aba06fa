import { z } from 'zod';
import type { Engine } from '../../domain/document.js';
import { trackingVersion } from '../../track/ledger/version.js';
import type { JobDefinition, JobQueue, JobView } from '../ports/job-queue.js';
import { documentReadJob } from './document-read.job.js';
import { enqueueAnew } from './enqueue-anew.js';

const schema = z.object({
  tenant: z.string().min(1),
  documentId: z.string().min(1),
  /** Of the items that are to be tracked: an older job that comes late is left. */
  stamp: z.string().min(1),
});
export type TrackJob = z.infer<typeof schema>;

/** Which items tracking has read, and by which rules of its own. */
export const stampOf = ({ reader, segmentation, rules }: Engine): string =>
  [reader, segmentation, rules, trackingVersion].join('|');

/** The reading of a document that people amended: what was held against an earlier one gives way to it. */
export const amendedStamp = (stamp: string, amended: number): string =>
  amended === 0 ? stamp : `${stamp}|${amended}`;

/** Whether a reading, amended or not, is of what the engine made. */
export const isReadingOf = (stamp: string, engine: Engine): boolean =>
  stamp === stampOf(engine) || stamp.startsWith(`${stampOf(engine)}|`);

/** Holds a document against the others of its office and place. */
export const documentTrackJob: JobDefinition<TrackJob> = {
  ...documentReadJob,
  kind: 'document.track',
  schema,
  key: ({ tenant, documentId, stamp }) => `${tenant}/${documentId}/${stamp}`,
  timeoutMs: 300_000,
  // Documents of one place write to each other's promises: of several at once in a transaction each, all but one have to
  // begin anew, and none may get through for minutes.
  atOnce: 1,
  // What is new is read before what is known is tracked.
  priority: 1_000_000,
};

/** Asks for a document to be tracked; one that was set aside is tried again. */
export async function queueTracking(
  queue: Pick<JobQueue, 'enqueue' | 'job' | 'retry'>,
  tenant: string,
  documentId: string,
  engine: Engine,
): Promise<JobView> {
  const payload = { tenant, documentId, stamp: stampOf(engine) };
  return enqueueAnew(queue, documentTrackJob, payload);
}
