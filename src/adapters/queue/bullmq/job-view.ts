import type { Job } from 'bullmq';
import type { JobStatus, JobView } from '../../../app/ports/job-queue.js';
import { faults, JiannuoError } from '../../../domain/errors.js';
import { type FaultRecord, faultRecordSchema } from '../../../domain/fault-record.js';
import type { TakenJob } from '../shared/run-job.js';

/** What is kept as a BullMQ job's data. */
export interface JobEnvelope {
  readonly version: number;
  readonly key: string;
  readonly payload: unknown;
}

/** BullMQ's lists by our statuses. Prioritised jobs stand in a list of their own and wait like any other. */
export const bullmqStates = {
  waiting: ['waiting', 'prioritized'],
  delayed: ['delayed'],
  running: ['active'],
  done: ['completed'],
  dead: ['failed'],
} as const satisfies Record<JobStatus, readonly string[]>;

export function statusOf(state: string): JobStatus | null {
  const found = Object.entries(bullmqStates).find(([, names]) =>
    (names as readonly string[]).includes(state),
  );
  return found ? (found[0] as JobStatus) : null;
}

/** Faults pass through BullMQ as the one string that it keeps of an error. */
export const faultToReason = (fault: JiannuoError) => JSON.stringify(fault.toJSON());

export function reasonToFault(reason: string): FaultRecord {
  try {
    const fault = faultRecordSchema.parse(JSON.parse(reason));
    if (fault.code in faults) return fault;
  } catch {
    // Not ours: BullMQ's own words.
  }
  return new JiannuoError('internal', { reason }).toJSON();
}

export function viewOf(job: Job<JobEnvelope>, status: JobStatus): JobView {
  const finished = status === 'done' || status === 'dead' ? job.finishedOn : undefined;
  return {
    id: job.id ?? '',
    kind: job.queueName,
    key: job.data.key,
    status,
    payload: job.data.payload,
    attempts: job.attemptsStarted,
    progress: status === 'done' ? 1 : typeof job.progress === 'number' ? job.progress : 0,
    fault: job.failedReason && status !== 'done' ? reasonToFault(job.failedReason) : null,
    createdAt: new Date(job.timestamp).toISOString(),
    finishedAt: finished === undefined ? null : new Date(finished).toISOString(),
  };
}

export function takenOf(job: Job<JobEnvelope>): TakenJob {
  return {
    id: job.id ?? '',
    kind: job.queueName,
    key: job.data.key,
    version: job.data.version,
    payload: job.data.payload,
    createdAt: new Date(job.timestamp).toISOString(),
    attempt: job.attemptsStarted,
    failures: job.attemptsMade,
    stalls: job.stalledCounter,
  };
}
