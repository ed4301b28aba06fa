import type { z } from 'zod';
import type { JiannuoError } from '../../domain/errors.js';
import type { FaultRecord } from '../../domain/fault-record.js';

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
  /** Of its jobs where `enqueue` says none. Above 0: none is begun while jobs of a kind without one wait. */
  readonly priority?: number;
  /** A run longer than this is a fault of class `defect`. A step that may itself take long has a limit of its own, which comes first. */
  readonly timeoutMs: number;
  /** Of a worker's places at most so many are given to this kind, so that long jobs leave room for short ones. */
  readonly atOnce?: number;
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
  readonly fault: FaultRecord | null;
  /** ISO instants. */
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export interface JobFilter {
  readonly status?: JobStatus | undefined;
  readonly kind?: string | undefined;
  readonly tenant?: string | undefined;
  readonly limit: number;
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

/** A handler whatever its payload: each is given only what its own schema has parsed. */
// biome-ignore lint/suspicious/noExplicitAny: schema and run make the payload invariant, no other type takes all handlers
export type AnyJobHandler = JobHandler<any>;

export interface RunningWorker {
  /** Takes no more jobs, waits for those running, resolves when they are over. */
  drain(): Promise<void>;
}

export interface WorkerOptions {
  readonly concurrency: number;
  /** Called when a job was set aside for good, before it shows as dead. */
  readonly onDead?: (job: JobView) => Promise<void>;
  /** Told of what no job can be blamed for: a server that went away, a lease that was lost. For the log. */
  readonly onFault?: (fault: JiannuoError) => void;
}

/**
 * A durable queue, at least once: a worker killed in the middle gives its job to another within 15 s.
 * Faults: `queue-unavailable`, `job-invalid`, `not-found`.
 */
export interface JobQueue {
  /**
   * Idempotent by key; returns the job that is there. Durable when it resolves.
   * A lower `priority` (0 to 2,000,000; by default the definition's, else 0) runs earlier; equals run in the order they came.
   */
  enqueue<Payload>(
    definition: JobDefinition<Payload>,
    payload: Payload,
    options?: { priority?: number; delayMs?: number },
  ): Promise<JobView>;
  /** Fails on two handlers of one kind. Jobs of other kinds stay for other workers. */
  work(handlers: readonly AnyJobHandler[], options: WorkerOptions): Promise<RunningWorker>;
  job(id: string): Promise<JobView | null>;
  /** Those of the ids whose job is there and not done: it waits, runs or was set aside. */
  pending(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Newest first. `tenant`: only jobs whose payload names it; the limit counts those. */
  jobs(filter: JobFilter): Promise<readonly JobView[]>;
  counts(): Promise<Readonly<Record<JobStatus, number>>>;
  /** Jobs of these kinds that wait, for their turn or for their next try. */
  waiting(kinds: readonly string[]): Promise<number>;
  /** Puts a dead job back to waiting with its tries reset. `not-found` where it is not dead. */
  retry(id: string): Promise<JobView>;
  /** Resolves when the queue answers; throws `queue-unavailable` or `queue-unsuitable` otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
