import { asJiannuoError } from '../../domain/errors.js';
import type { JobDefinition, JobQueue, JobView } from '../ports/job-queue.js';

/**
 * Asks for work of which an earlier run may have been set aside: asking anew is the wish to try that again too.
 * @returns the job that is there. Faults: those of the queue.
 */
export async function enqueueAnew<Payload>(
  queue: Pick<JobQueue, 'enqueue' | 'job' | 'retry'>,
  definition: JobDefinition<Payload>,
  payload: Payload,
  options?: Parameters<JobQueue['enqueue']>[2],
): Promise<JobView> {
  const job = await queue.enqueue(definition, payload, options);
  if (job.status !== 'dead') return job;
  try {
    return await queue.retry(job.id);
  } catch (thrown) {
    if (asJiannuoError(thrown).code !== 'not-found') throw thrown;
    // Another has taken it up just before.
    return (await queue.job(job.id)) ?? (await queue.enqueue(definition, payload, options));
  }
}
