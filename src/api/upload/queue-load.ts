import { documentSteps } from '../../app/jobs/document-steps.js';
import type { JobQueue } from '../../app/ports/job-queue.js';
import { asJiannuoError, JiannuoError } from '../../domain/errors.js';

/** Counting them for each of a thousand uploads would itself be a load. */
const keptMs = 1_000;
const retrySeconds = 30;

export interface QueueLoad {
  /** Documents that wait to be read or extracted, as of a second ago at most; null while the queue is away: uploads are taken all the same then. */
  waiting(): Promise<number | null>;
  /** Throws `upload-flood` while as many as may wait do so. */
  refuseFlood(): Promise<void>;
}

export function queueLoad(queue: () => Promise<Pick<JobQueue, 'waiting'>>, most: number): QueueLoad {
  let counted: { readonly at: number; readonly waiting: Promise<number | null> } | undefined;
  const count = async (): Promise<number | null> => {
    try {
      return await (await queue()).waiting(documentSteps);
    } catch (thrown) {
      if (asJiannuoError(thrown).class !== 'unavailable') throw thrown;
      return null;
    }
  };
  const waiting = () => {
    if (!counted || Date.now() - counted.at > keptMs) counted = { at: Date.now(), waiting: count() };
    return counted.waiting;
  };
  return {
    waiting,
    async refuseFlood() {
      const now = await waiting();
      if (now !== null && now >= most)
        throw new JiannuoError('upload-flood', { waiting: now, seconds: retrySeconds });
    },
  };
}
