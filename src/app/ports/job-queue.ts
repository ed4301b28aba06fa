import type { z } from 'zod';

/**
 * A job is a definition plus a handler elsewhere. The payload is validated against `schema` when it is taken from the queue;
 * `key` names the work: while a job of that key is waiting, running or dead, the same work is not queued twice.
 */
export interface JobDefinition<Payload> {
  /** `document.read`. Letters and dots. */
  readonly kind: string;
  /** Goes up when the payload's shape changes. */
  readonly version: number;
  readonly schema: z.ZodType<Payload>;
  readonly key: (payload: Payload) => string;
  /** Tries before it is set aside; input faults are never tried again. */
  readonly attempts: number;
  /** First pause in ms, doubled at each further try. */
  readonly backoffMs: number;
  /** A run longer than this is a fault of class `defect`. */
  readonly timeoutMs: number;
}

export type JobStatus = 'waiting' | 'delayed' | 'running' | 'done' | 'dead';

export interface JobView {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly status: JobStatus;
  readonly payload: unknown;
  readonly attempts: number;
  /** 0 to 1. */
  readonly progress: number;
  readonly fault: { code: string; message: string } | null;
  /** ISO instants. */
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export interface JobContext {
  readonly jobId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the time limit is reached or the job was given to another worker. */
  readonly signal: AbortSignal;
  progress(fraction: number): Promise<void>;
}

export interface JobHandler<Payload = unknown> {
  readonly definition: JobDefinition<Payload>;
  /** Throw a JiannuoError of class `input` to set the job aside at once; anything else is tried again. */
  run(payload: Payload, context: JobContext): Promise<void>;
}

export interface RunningWorker {
  /** Takes no more jobs, waits for those running, resolves when they are over. */
  drain(): Promise<void>;
}

export interface WorkerOptions {
  readonly concurrency: number;
  /** Called when a job was set aside for good, before it shows as dead. */
  readonly onDead?: (job: JobView) => Promise<void>;
}

/**
 * A durable queue, at least once: a worker killed in the middle gives its job to another within 15 s.
 * Faults: `queue-unavailable`, `job-invalid`, `not-found`.
 */
export interface JobQueue {
  /** Idempotent by key; returns the job that is there. Durable when it resolves. */
  enqueue<Payload>(
    definition: JobDefinition<Payload>,
    payload: Payload,
    options?: { priority?: number; delayMs?: number },
  ): Promise<JobView>;
  /** Fails on two handlers of one kind. Jobs of other kinds stay for other workers. */
  work(handlers: readonly JobHandler<never>[], options: WorkerOptions): Promise<RunningWorker>;
  job(id: string): Promise<JobView | null>;
  /** Newest first. */
  jobs(filter: { status?: JobStatus; kind?: string; limit: number }): Promise<readonly JobView[]>;
  counts(): Promise<Readonly<Record<JobStatus, number>>>;
  /** Puts a dead job back to waiting with its tries reset. `not-found` where it is not dead. */
  retry(id: string): Promise<JobView>;
  /** Resolves when the queue answers; throws `queue-unavailable` or `queue-unsuitable` otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
