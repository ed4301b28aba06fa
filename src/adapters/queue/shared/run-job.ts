import type { z } from 'zod';
import type { AnyJobHandler, JobView } from '../../../app/ports/job-queue.js';
import { asJiannuoError, JiannuoError } from '../../../domain/errors.js';
import { issuePhrase } from '../../../domain/issue-phrase.js';
import { type Phrase, phrase, phrases } from '../../../domain/phrase.js';
import { backoffMs, outagePauseMs } from './backoff.js';

/** A job's worker may end under it this often before the job itself is held to be the cause. */
const maxStalls = 10;

/** A job that a worker has just taken. */
export interface TakenJob {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly version: number;
  readonly payload: unknown;
  readonly createdAt: string;
  /** Times it was started, this one included. */
  readonly attempt: number;
  /** Tries that ended in a fault of class `defect`. */
  readonly failures: number;
  /** Times its worker ended under it. */
  readonly stalls: number;
}

export interface JobControls {
  /** Aborted by the queue when the job was given to another, by the time limit otherwise. */
  readonly abort: AbortController;
  progress(fraction: number): Promise<void>;
  readonly onDead: ((job: JobView) => Promise<void>) | undefined;
}

/** `again`: to be tried after a pause; an outage (`spent: false`) costs the job none of its tries. */
export type Outcome =
  | { readonly as: 'done' }
  | { readonly as: 'dead'; readonly fault: JiannuoError }
  | { readonly as: 'again'; readonly fault: JiannuoError; readonly pauseMs: number; readonly spent: boolean };

/** Validates, runs and judges one job; the queue only stores the outcome. Never throws. */
export async function runJob(handler: AnyJobHandler, job: TakenJob, controls: JobControls): Promise<Outcome> {
  const outcome = await judged(handler, job, controls);
  if (outcome.as !== 'dead' || !controls.onDead) return outcome;
  try {
    await controls.onDead(deadView(job, outcome.fault));
    return outcome;
  } catch (thrown) {
    // Whoever has to know could not be told (a store that is away): the job must not be dead before that.
    return {
      as: 'again',
      fault: asJiannuoError(thrown),
      pauseMs: outagePauseMs(job.attempt),
      spent: false,
    };
  }
}

async function judged(handler: AnyJobHandler, job: TakenJob, controls: JobControls): Promise<Outcome> {
  const { definition } = handler;
  if (job.stalls > maxStalls)
    return {
      as: 'dead',
      fault: new JiannuoError('internal', {
        reason: phrase(`处理进程中途退出 ${job.stalls} 次`, `its worker ended ${job.stalls} times`),
      }),
    };
  const payload = definition.schema.safeParse(job.payload);
  if (job.version !== definition.version)
    return dead(
      job,
      phrase(
        `版本 ${job.version}，本进程只认 ${definition.version}`,
        `version ${job.version}, this worker knows ${definition.version}`,
      ),
    );
  if (!payload.success) return dead(job, phrases(payload.error.issues.map(describeIssue)));
  try {
    await withinLimit(definition.timeoutMs, controls.abort, () =>
      handler.run(payload.data, {
        jobId: job.id,
        attempt: job.attempt,
        signal: controls.abort.signal,
        progress: (fraction) => controls.progress(Math.min(Math.max(fraction, 0), 1)),
      }),
    );
    return { as: 'done' };
  } catch (thrown) {
    const fault = asJiannuoError(thrown);
    if (fault.class === 'input') return { as: 'dead', fault };
    if (fault.class === 'unavailable')
      return { as: 'again', fault, pauseMs: outagePauseMs(job.attempt), spent: false };
    const failures = job.failures + 1;
    if (failures >= definition.attempts) return { as: 'dead', fault };
    return { as: 'again', fault, pauseMs: backoffMs(definition.backoffMs, failures), spent: true };
  }
}

function describeIssue(issue: z.core.$ZodIssue): Phrase {
  const { zh, en } = issuePhrase(issue);
  const field = issue.path.join('.') || 'payload';
  return phrase(`${field}：${zh}`, `${field}: ${en}`);
}

const dead = (job: TakenJob, reason: Phrase): Outcome => ({
  as: 'dead',
  fault: new JiannuoError('job-invalid', { job: job.id, reason }),
});

/** A handler that does not heed the signal goes on unseen: its writes are idempotent, its result is not waited for. */
async function withinLimit(ms: number, abort: AbortController, run: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const fault = new JiannuoError('internal', {
        reason: phrase(`超过时限 ${ms} 毫秒`, `more than ${ms} ms`),
      });
      abort.abort(fault);
      reject(fault);
    }, ms);
  });
  try {
    await Promise.race([run(), limit]);
  } finally {
    clearTimeout(timer);
  }
}

function deadView(job: TakenJob, fault: JiannuoError): JobView {
  const { id, kind, key, payload, createdAt, attempt } = job;
  return {
    ...{ id, kind, key, payload, createdAt },
    status: 'dead',
    attempts: attempt,
    progress: 0,
    fault: fault.toJSON(),
    finishedAt: new Date().toISOString(),
  };
}
