import { createHash } from 'node:crypto';
import type { JobDefinition } from '../ports/job-queue.js';

/**
 * The id of a piece of work, the same in every queue and known before it is queued. The kind can be read back from it;
 * it is never all digits and holds no colon, which BullMQ would not take.
 */
export function jobId<Payload>(
  definition: Pick<JobDefinition<Payload>, 'kind' | 'key'>,
  payload: Payload,
): string {
  const digest = createHash('sha256')
    .update(`${definition.kind}\u0000${definition.key(payload)}`)
    .digest('hex');
  return `${definition.kind}-${digest.slice(0, 24)}`;
}

/** The kind in a job's id. */
export function kindOfJobId(id: string): string {
  return id.slice(0, Math.max(id.lastIndexOf('-'), 0));
}
