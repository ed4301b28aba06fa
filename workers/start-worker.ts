import type { Logger } from 'pino';
import { officeTurns } from '../src/app/ingest/turns.js';
import { documentExtractJob } from '../src/app/jobs/document-extract.job.js';
import { failDocument } from '../src/app/pipeline/fail-document.js';
import { relayUnqueued } from '../src/app/pipeline/relay-unqueued.js';
import { requeueLost } from '../src/app/pipeline/requeue-lost.js';
import { startRounds } from '../src/app/pipeline/start-rounds.js';
import { answersKeptMs } from '../src/app/ports/first-answers.js';
import type { RunningWorker } from '../src/app/ports/job-queue.js';
import type { Composition } from '../src/compose.js';
import { buildHandlers, logged, selectHandlers } from './handlers.js';
import { faultFields } from './log.js';
import { startReminding } from './start-reminding.js';

const relayEveryMs = 2_000;
const forgetEveryMs = 3_600_000;

/**
 * Works the queue of a composition in this process, relays what uploads could not queue and what the queue has lost; the
 * caller closes the composition after draining. Throws where a server is away or not set up as needed.
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
  const again = { store, queue, turnOf: officeTurns() };
  const stopRelay = startRounds(() => relayUnqueued(again), {
    everyMs: relayEveryMs,
    onFault: (fault) => log.warn(faultFields(fault), 'relay'),
  });
  const requeueMs = config.requeueSeconds * 1_000;
  const requeue = async () => {
    const documents = await requeueLost(again, new Date(Date.now() - requeueMs).toISOString());
    if (documents > 0) log.warn({ documents }, 'jobs that the queue has lost are queued again');
  };
  const stopRequeue = startRounds(requeue, {
    everyMs: requeueMs,
    onFault: (fault) => log.warn(faultFields(fault), 'requeue'),
  });
  const forget = () => store.forgetAnswers(new Date(Date.now() - answersKeptMs).toISOString());
  const stopForgetting = startRounds(forget, {
    everyMs: forgetEveryMs,
    onFault: (fault) => log.warn(faultFields(fault), 'first answers'),
  });
  const stopReminding = await startReminding(composition, log);
  const kinds = handlers.map(({ definition }) => definition.kind);
  log.info({ kinds, concurrency: config.concurrency, profile: config.profile }, 'worker started');
  return {
    async drain() {
      await Promise.all([stopRelay(), stopRequeue(), stopForgetting(), stopReminding()]);
      await worker.drain();
      log.info('worker drained');
    },
  };
}
