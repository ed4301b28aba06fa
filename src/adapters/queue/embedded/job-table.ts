import type { JobStatus, JobView } from '../../../app/ports/job-queue.js';
import type { FaultRecord } from '../../../domain/fault-record.js';
import type { SqlMigration } from '../../sqlite/migrate.js';
import type { TakenJob } from '../shared/run-job.js';

/**
 * One row for one piece of work: the unique id is made of kind and key. `seq` is the order of arrival.
 * `lease_token` tells the worker that took a job from one that took it over.
 */
export const queueMigrations: readonly SqlMigration[] = [
  {
    number: 1,
    name: 'queue-jobs',
    sql: `
CREATE TABLE queue_jobs (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  version INTEGER NOT NULL,
  payload TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'delayed', 'running', 'done', 'dead')),
  priority INTEGER NOT NULL,
  run_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  stalls INTEGER NOT NULL DEFAULT 0,
  progress REAL NOT NULL DEFAULT 0,
  fault_code TEXT,
  fault_message TEXT,
  lease_token TEXT,
  lease_until INTEGER,
  created_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;
CREATE INDEX queue_jobs_waiting ON queue_jobs (priority, seq, kind) WHERE status = 'waiting';
CREATE INDEX queue_jobs_delayed ON queue_jobs (run_at) WHERE status = 'delayed';
CREATE INDEX queue_jobs_running ON queue_jobs (lease_until) WHERE status = 'running';
CREATE INDEX queue_jobs_finished ON queue_jobs (finished_at) WHERE status = 'done';
CREATE INDEX queue_jobs_status ON queue_jobs (status, seq);`,
  },
  {
    number: 2,
    name: 'queue-fault-parameters',
    sql: 'ALTER TABLE queue_jobs ADD COLUMN fault_parameters TEXT;',
  },
];

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly version: number;
  readonly payload: string;
  readonly status: JobStatus;
  readonly attempts: number;
  readonly failures: number;
  readonly stalls: number;
  readonly progress: number;
  readonly fault_code: string | null;
  readonly fault_message: string | null;
  readonly fault_parameters: string | null;
  readonly created_at: number;
  readonly finished_at: number | null;
}

function faultOf(row: JobRow): FaultRecord | null {
  if (row.fault_code === null) return null;
  const parameters = row.fault_parameters ? { parameters: JSON.parse(row.fault_parameters) } : {};
  return { code: row.fault_code, message: row.fault_message ?? '', ...parameters };
}

export function viewOf(row: JobRow): JobView {
  const { id, kind, key, status, attempts, progress } = row;
  return {
    ...{ id, kind, key, status, attempts, progress },
    payload: JSON.parse(row.payload),
    fault: faultOf(row),
    createdAt: new Date(row.created_at).toISOString(),
    finishedAt: row.finished_at === null ? null : new Date(row.finished_at).toISOString(),
  };
}

export function takenOf(row: JobRow): TakenJob {
  const { id, kind, key, version, failures, stalls } = row;
  return {
    ...{ id, kind, key, version, failures, stalls },
    payload: JSON.parse(row.payload),
    attempt: row.attempts,
    createdAt: new Date(row.created_at).toISOString(),
  };
}
