import type { Logger } from 'pino';
import { loadReminderSettings } from '../src/adapters/reminders/load-reminder-settings.js';
import { jobDefinitions } from '../src/app/jobs/definitions.js';
import { documentExtractJob } from '../src/app/jobs/document-extract.job.js';
import type { AnyJobHandler, JobContext } from '../src/app/ports/job-queue.js';
import type { LedgerStore } from '../src/app/ports/ledger-store.js';
import type { Composition } from '../src/compose.js';
import { asJiannuoError, JiannuoError } from '../src/domain/errors.js';
import { phrase } from '../src/domain/phrase.js';
import type { ReminderSettings } from '../src/domain/reminder.js';
import { backupMakeWorker } from './backup-make.worker.js';
import { documentExtractWorker } from './document-extract.worker.js';
import { documentReadWorker } from './document-read.worker.js';
import { documentRecognizeWorker } from './document-recognize.worker.js';
import { documentTrackWorker } from './document-track.worker.js';
import { faultFields } from './log.js';
import { reminderDeliverWorker } from './reminder-deliver.worker.js';

/** Where the settings were taken away: what waits is refused, and seen among the dead jobs. */
const noReminders: ReminderSettings = { at: '09:00', targets: [] };

const takes = (kinds: readonly string[], { kind }: { readonly kind: string }): boolean =>
  kinds.length === 0 || kinds.includes(kind);

/** Throws `configuration-invalid` for a kind that no job has. */
export function refuseUnknownKinds(
  kinds: readonly string[],
  known: readonly { readonly kind: string }[] = jobDefinitions,
): void {
  const unknown = kinds.find((kind) => !known.some((definition) => definition.kind === kind));
  if (unknown !== undefined) {
    const names = known.map(({ kind }) => kind).join(', ');
    throw new JiannuoError('configuration-invalid', {
      name: 'JIANNUO_JOB_KINDS',
      reason: phrase(
        `没有 ${unknown} 这种任务，可选：${names}`,
        `no such kind: ${unknown}; there are ${names}`,
      ),
    });
  }
}

/**
 * The handlers of this process, checked: each job has exactly one, and each kind that the configuration names is a job.
 * @param kinds empty for all
 */
export function selectHandlers(
  handlers: readonly AnyJobHandler[],
  kinds: readonly string[],
  known: readonly { readonly kind: string }[] = jobDefinitions,
): AnyJobHandler[] {
  for (const { kind } of known) {
    const count = handlers.filter(({ definition }) => definition.kind === kind).length;
    if (count !== 1)
      throw new JiannuoError('internal', {
        reason: phrase(
          `${kind} 有 ${count} 个处理程序，应当只有一个`,
          `${count} handlers for ${kind}, not 1`,
        ),
      });
  }
  refuseUnknownKinds(kinds, known);
  return handlers.filter(({ definition }) => takes(kinds, definition));
}

/**
 * How long a job may have to wait for a child process at most, its own turn included: those that this worker took before
 * it come first. The child's own limit ends before.
 */
const turnsMs = (concurrency: number, seconds: number, processes: number): number =>
  Math.ceil(concurrency / processes) * seconds * 1_000;

function longer(handler: AnyJobHandler, ms: number): AnyJobHandler {
  const { definition } = handler;
  return { ...handler, definition: { ...definition, timeoutMs: definition.timeoutMs + ms } };
}

type Whereabouts = Pick<LedgerStore, 'document' | 'binnedDocument'>;

/** How often a document may come back out of the bin under a job before that is a fault. */
const mostReturns = 3;

/**
 * What was put into the bin while its job waited or ran needs none: it is asked for again when it is taken out. One that was
 * taken out between two looks is there again, and the job as well.
 */
export function unlessBinned(store: Whereabouts, handler: AnyJobHandler): AnyJobHandler {
  return {
    ...handler,
    run: async (payload, context) => {
      for (let returns = 0; ; returns += 1) {
        try {
          return await handler.run(payload, context);
        } catch (thrown) {
          const { tenant, documentId } = payload;
          if (asJiannuoError(thrown).code !== 'not-found') throw thrown;
          if ((await store.binnedDocument(tenant, documentId)) !== null) return;
          if (returns === mostReturns || (await store.document(tenant, documentId)) === null) throw thrown;
        }
      }
    },
  };
}

/** Opens the ports and builds every handler on them. */
export async function buildHandlers(composition: Composition): Promise<AnyJobHandler[]> {
  const [store, blobs, queue, reader, extractor] = await Promise.all([
    composition.store(),
    composition.blobs(),
    composition.queue(),
    composition.reader(),
    composition.extractor(),
  ]);
  const { config } = composition;
  const extracts = takes(config.jobKinds, documentExtractJob);
  const readMs = turnsMs(config.concurrency, config.readSeconds, config.readers);
  const recognizeMs = turnsMs(1, config.recognizeSeconds, 1);
  const extractMs = turnsMs(config.concurrency, config.extractSeconds, config.extractors);
  const reading = { store, blobs, queue, reader, extractor: extracts ? extractor : null };
  const handlers = [
    longer(documentReadWorker(reading), extracts ? readMs + extractMs : readMs),
    longer(documentExtractWorker({ store, extractor, queue }), extractMs),
    longer(documentTrackWorker({ store, extractor }), extractMs),
    longer(documentRecognizeWorker(reading), recognizeMs + (extracts ? readMs + extractMs : readMs)),
    reminderDeliverWorker({
      reminders: composition.reminders,
      sender: await composition.reminderSender(),
      settings: () => loadReminderSettings(config.reminders) ?? noReminders,
    }),
    backupMakeWorker(composition),
  ];
  return handlers.map((handler) => unlessBinned(store, handler));
}

/** Notes each run's end and duration. */
export function logged(handler: AnyJobHandler, log: Logger): AnyJobHandler {
  const { definition, run } = handler;
  return {
    definition,
    run: async (payload, context: JobContext) => {
      const since = performance.now();
      const fields = () => ({
        ...{ kind: definition.kind, job: context.jobId, document: payload.documentId },
        ...{ attempt: context.attempt, ms: Math.round(performance.now() - since) },
      });
      try {
        await run(payload, context);
        log.info(fields(), 'job done');
      } catch (thrown) {
        log.warn({ ...fields(), ...faultFields(thrown) }, 'job failed');
        throw thrown;
      }
    },
  };
}
