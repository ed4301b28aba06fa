import type { RunningWorker } from '../../app/ports/job-queue.js';
import type { Composition } from '../../compose.js';

/** A worker in this process, on the ports of the command. */
export async function workHere(composition: Composition, logLevel: string): Promise<RunningWorker> {
  const { startWorker, workerLog } = await import('../../../workers/index.js');
  return startWorker(composition, workerLog(logLevel));
}
