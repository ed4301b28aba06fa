import { setTimeout as pause } from 'node:timers/promises';
import { DelayedError, type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { AnyJobHandler, RunningWorker, WorkerOptions } from '../../../app/ports/job-queue.js';
import { asJiannuoError, JiannuoError } from '../../../domain/errors.js';
import { phrase } from '../../../domain/phrase.js';
import { Slots } from '../../shared/slots.js';
import type { HandlerTable } from '../shared/handler-table.js';
import { runJob } from '../shared/run-job.js';
import { faultToReason, type JobEnvelope, takenOf } from './job-view.js';

/**
 * A killed worker's job is taken up when its lock has run out and the next look misses it: after 12 s at most. (BullMQ's
 * own values give it back after a minute.) Renewed often, so that a long document's rows may hold the event loop for 7 s.
 */
const times = {
  lockDuration: 10_000,
  lockRenewTime: 3_000,
  stalledInterval: 2_000,
  drainDelay: 5,
  runRetryDelay: 1_000,
};

/** Between two looks whether jobs that come first still wait. */
const holdMs = 250;

/** One BullMQ worker a kind, with places in common. */
export class WorkerGroup implements RunningWorker {
  private readonly workers: readonly Worker<JobEnvelope>[];
  private readonly aborts = new Map<string, AbortController>();
  private readonly slots: Slots;
  /** Prefixes of the queues of the kinds that come first. */
  private readonly first: readonly string[];
  private drained: Promise<void> | undefined;

  constructor(
    handlers: HandlerTable,
    private readonly options: WorkerOptions,
    private readonly connection: Redis,
    prefix: string,
  ) {
    this.slots = new Slots(options.concurrency);
    this.first = [...handlers]
      .filter(([, { definition }]) => !definition.priority)
      .map(([kind]) => `${prefix}:${kind}`);
    this.workers = [...handlers].map(([kind, handler]) => {
      const process = (job: Job<JobEnvelope>, token?: string) => this.process(handler, job, token);
      const worker = new Worker<JobEnvelope>(kind, process, {
        ...times,
        connection,
        prefix,
        concurrency: Math.min(options.concurrency, handler.definition.atOnce ?? options.concurrency),
        // Told by runJob, which lets whoever has to know it be told first.
        maxStalledCount: 1_000_000,
      });
      worker.on('error', (error) => options.onFault?.(asJiannuoError(error)));
      worker.on('lockRenewalFailed', (ids) => {
        for (const id of ids)
          this.aborts.get(id)?.abort(
            new JiannuoError('internal', {
              reason: phrase(`任务 ${id} 已由另一进程接手`, `the lock of ${id} was lost`),
            }),
          );
      });
      return worker;
    });
  }

  drain(): Promise<void> {
    this.drained ??= Promise.all(this.workers.map((worker) => worker.close())).then(() => {
      this.connection.disconnect();
    });
    return this.drained;
  }

  private async process(handler: AnyJobHandler, job: Job<JobEnvelope>, token = ''): Promise<void> {
    if (handler.definition.priority) await this.untilFirstAreBegun();
    await this.slots.take();
    try {
      if (this.drained) {
        await job.moveToWait(token);
        throw new WaitingError();
      }
      await this.run(handler, job, token);
    } finally {
      this.slots.give();
    }
  }

  /** Each kind is a queue of its own to BullMQ, which knows no order among them: a job that comes later is held here, without a place. */
  private async untilFirstAreBegun(): Promise<void> {
    const counts = (queue: string) => [
      this.connection.llen(`${queue}:wait`),
      this.connection.zcard(`${queue}:prioritized`),
    ];
    const waiting = async () => (await Promise.all(this.first.flatMap(counts))).some((jobs) => jobs > 0);
    while (!this.drained && (await waiting())) await pause(holdMs);
  }

  /** Tells BullMQ the outcome in its own way: by what is thrown. */
  private async run(handler: AnyJobHandler, job: Job<JobEnvelope>, token: string): Promise<void> {
    const taken = takenOf(job);
    const abort = new AbortController();
    this.aborts.set(taken.id, abort);
    const outcome = await runJob(handler, taken, {
      abort,
      progress: (fraction) => job.updateProgress(fraction),
      onDead: this.options.onDead,
    });
    if (this.aborts.get(taken.id) === abort) this.aborts.delete(taken.id);
    if (outcome.as === 'done') return;
    const reason = faultToReason(outcome.fault);
    if (outcome.as === 'dead') throw new UnrecoverableError(reason);
    if (outcome.spent) throw new Error(reason);
    await job.moveToDelayed(Date.now() + outcome.pauseMs, token);
    throw new DelayedError();
  }
}
