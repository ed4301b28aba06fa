import { jobId } from '../../../app/jobs/job-id.js';
import type { JobQueue, JobStatus } from '../../../app/ports/job-queue.js';
import { JiannuoError } from '../../../domain/errors.js';
import { phrase } from '../../../domain/phrase.js';
import { openDatabase } from '../../sqlite/database.js';
import { sqliteFault } from '../../sqlite/fault.js';
import { applyMigrations } from '../../sqlite/migrate.js';
import { handlerTable } from '../shared/handler-table.js';
import { ClaimLoop, type ClaimTimes } from './claim-loop.js';
import { jobStatements } from './job-statements.js';
import { queueMigrations, viewOf } from './job-table.js';

export interface EmbeddedQueueOptions {
  /** The ledger's SQLite file; the queue has a table of its own in it. */
  readonly file: string;
  readonly times?: Partial<ClaimTimes>;
}

const defaultTimes: ClaimTimes = { leaseMs: 10_000, heartbeatMs: 2_000, pollMs: 200 };
const keepDoneMs = 7 * 24 * 3_600_000;

/** A durable queue in the ledger's SQLite file. Several processes may share it; those of one process wake each other. */
export function openEmbeddedQueue({ file, times }: EmbeddedQueueOptions): JobQueue {
  // A document is FULL before its job is written, and marked queued by a FULL commit after it: a power cut between them
  // leaves it unqueued, for the relay. Claims and ends that are taken back only make a job run again.
  const database = openDatabase(file, { synchronous: 'NORMAL' });
  const loops = new Set<ClaimLoop>();
  const faultOf = (thrown: unknown): JiannuoError => {
    const fault = database.open ? sqliteFault(file, thrown) : thrown;
    if (fault instanceof JiannuoError) return fault;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return new JiannuoError('queue-unavailable', { where: file, reason }, thrown);
  };
  const coded = <T>(step: () => T): T => {
    try {
      return step();
    } catch (thrown) {
      throw faultOf(thrown);
    }
  };
  const table = coded(() => {
    applyMigrations(database, 'queue', queueMigrations);
    const statements = jobStatements(database);
    statements.forget(Date.now() - keepDoneMs);
    return statements;
  });
  const wakeAll = () => {
    for (const loop of loops) loop.wake();
  };
  return {
    async enqueue(definition, payload, options = {}) {
      const row = coded(() =>
        table.add({
          id: jobId(definition, payload),
          kind: definition.kind,
          key: definition.key(payload),
          version: definition.version,
          payload: JSON.stringify(payload),
          priority: options.priority ?? definition.priority ?? 0,
          delayMs: options.delayMs ?? 0,
        }),
      );
      if (!row)
        throw new JiannuoError('internal', {
          reason: phrase(`${definition.kind} 任务写入后不见了`, `the job of ${definition.kind} vanished`),
        });
      setImmediate(wakeAll);
      return viewOf(row);
    },
    async work(handlers, options) {
      const loop = new ClaimLoop(
        table,
        handlerTable(handlers),
        options,
        { ...defaultTimes, ...times },
        faultOf,
      );
      loops.add(loop);
      const drain = async () => {
        await loop.drain();
        loops.delete(loop);
      };
      return { drain };
    },
    async job(id) {
      const row = coded(() => table.byId(id));
      return row ? viewOf(row) : null;
    },
    async pending(ids) {
      return new Set(coded(() => table.pending(ids)));
    },
    async jobs(filter) {
      return coded(() => table.list(filter)).map(viewOf);
    },
    async counts() {
      const counts: Record<JobStatus, number> = { waiting: 0, delayed: 0, running: 0, done: 0, dead: 0 };
      for (const { status, jobs } of coded(table.counts)) counts[status as JobStatus] = jobs;
      return counts;
    },
    async waiting(kinds) {
      return coded(() => table.waiting(kinds));
    },
    async retry(id) {
      const row = coded(() => table.revive(id));
      if (!row) throw new JiannuoError('not-found', { what: 'deadJob', id });
      setImmediate(wakeAll);
      return viewOf(row);
    },
    async ping() {
      coded(() => table.byId(''));
    },
    async close() {
      await Promise.all([...loops].map((loop) => loop.drain()));
      loops.clear();
      if (database.open) database.close();
    },
  };
}
