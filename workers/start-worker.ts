import type { Logger } from 'pino';
import { documentExtractJob } from '../src/app/jobs/document-extract.job.js';
import { failDocument } from '../src/app/pipeline/fail-document.js';
import { startRelay } from '../src/app/pipeline/start-relay.js';
import type { RunningWorker } from '../src/app/ports/job-queue.js';
import type { Composition } from '../src/compose.js';
import { buildHandlers, logged, selectHandlers } from './handlers.js';
import { faultFields } from './log.js';

const relayEveryMs = 2_000;

/**
 * Works the queue of a composition in this process and relays what uploads could not queue; the caller closes the
 * composition after draining. Throws where a server is away or not set up as needed.
 */
export async function startWorker(composition: Composition, log: Logger): Promise<RunningWorker> {
  const { config } = composition;
  const handlers = selectHandlers(await buildHandlers(composition), config.jobKinds);
  const [store, queue] = await Promise.all([composition.store(), composition.queue()]);
  await store.ping();
  await queue.ping();
  // Loading the dictionary takes seconds on a busy machine: not of the first document's time.
  if (handlers.some(({ definition }) => definition.kind === documentExtractJob.kind))
    await (await composition.extractor()).engine();
  const worker = await queue.work(
    handlers.map((handler) => logged(handler, log)),
    {
      concurrency: config.concurrency,
      onDead: async (job) => {
        await failDocument(store, job);
        log.error({ kind: job.kind, job: job.id, code: job.fault?.code }, 'job set aside');
      },
      onFault: (fault) => log.warn(faultFields(fault), 'queue'),
    },
  );
  const stopRelay = startRelay(
    { store, queue },
    { everyMs: relayEveryMs, onFault: (fault) => log.warn(faultFields(fault), 'relay') },
  );
  const kinds = handlers.map(({ definition }) => definition.kind);
  log.info({ kinds, concurrency: config.concurrency, profile: config.profile }, 'worker started');
  return {
    async drain() {
      await stopRelay();
      await worker.drain();
      log.info('worker drained');
    },
  };
}
