import type { JobFilter } from '../../../app/ports/job-queue.js';
import type { Database } from '../../sqlite/database.js';
import type { Outcome } from '../shared/run-job.js';
import type { JobRow } from './job-table.js';

export interface NewJob {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly version: number;
  readonly payload: string;
  readonly priority: number;
  readonly delayMs: number;
}

/** Everything that is said to the table. Each method is one transaction; none waits for anything but the file. */
export type JobStatements = ReturnType<typeof jobStatements>;

export function jobStatements(database: Database) {
  const byId = database.prepare<[string], JobRow>('SELECT * FROM queue_jobs WHERE id = ?');
  const dropDone = database.prepare("DELETE FROM queue_jobs WHERE id = ? AND status = 'done'");
  const insert = database.prepare(
    `INSERT INTO queue_jobs (id, kind, key, version, payload, status, priority, run_at, created_at)
     VALUES (:id, :kind, :key, :version, :payload, :status, :priority, :runAt, :now) ON CONFLICT (id) DO NOTHING`,
  );
  const add = database.transaction((job: NewJob, now: number): JobRow | undefined => {
    dropDone.run(job.id);
    const { delayMs, ...row } = job;
    const status = delayMs > 0 ? 'delayed' : 'waiting';
    insert.run({ ...row, status, runAt: delayMs > 0 ? now + delayMs : null, now });
    return byId.get(job.id);
  });
  const peek = database.prepare<[string]>(
    `SELECT 1 FROM queue_jobs INDEXED BY queue_jobs_waiting WHERE status = 'waiting' AND kind IN (SELECT value FROM json_each(?)) LIMIT 1`,
  );
  // Left to itself the planner takes the index on status and sorts all that wait, at every claim.
  const claim = database.prepare<[string, number, string], JobRow>(
    `UPDATE queue_jobs SET status = 'running', attempts = attempts + 1, progress = 0, lease_token = ?, lease_until = ?
     WHERE seq = (SELECT seq FROM queue_jobs INDEXED BY queue_jobs_waiting
                  WHERE status = 'waiting' AND kind IN (SELECT value FROM json_each(?))
                  ORDER BY priority, seq LIMIT 1) RETURNING *`,
  );
  const finish = database.prepare(
    `UPDATE queue_jobs SET status = :status, run_at = :runAt, failures = failures + :spent, finished_at = :finishedAt,
       progress = iif(:status = 'done', 1, progress), fault_code = :code, fault_message = :message, fault_parameters = :parameters,
       lease_token = NULL, lease_until = NULL WHERE id = :id AND lease_token = :token`,
  );
  const beat = database.prepare('UPDATE queue_jobs SET lease_until = ? WHERE id = ? AND lease_token = ?');
  const advance = database.prepare('UPDATE queue_jobs SET progress = ? WHERE id = ? AND lease_token = ?');
  const isDue = database.prepare("SELECT 1 FROM queue_jobs WHERE status = 'delayed' AND run_at <= ? LIMIT 1");
  const promote = database.prepare(
    "UPDATE queue_jobs SET status = 'waiting', run_at = NULL WHERE status = 'delayed' AND run_at <= ?",
  );
  const isLost = database.prepare(
    "SELECT 1 FROM queue_jobs WHERE status = 'running' AND (lease_until < ? OR lease_until > ?) LIMIT 1",
  );
  const reclaim = database.prepare(
    `UPDATE queue_jobs SET status = 'waiting', stalls = stalls + 1, lease_token = NULL, lease_until = NULL
     WHERE status = 'running' AND (lease_until < ? OR lease_until > ?)`,
  );
  const revive = database.prepare<[string], JobRow>(
    `UPDATE queue_jobs SET status = 'waiting', attempts = 0, failures = 0, stalls = 0, progress = 0,
       fault_code = NULL, fault_message = NULL, fault_parameters = NULL, finished_at = NULL WHERE id = ? AND status = 'dead' RETURNING *`,
  );
  const list = database.prepare<[Record<string, string | number | null>], JobRow>(
    `SELECT * FROM queue_jobs WHERE (:status IS NULL OR status = :status) AND (:kind IS NULL OR kind = :kind)
       AND (:tenant IS NULL OR json_extract(payload, '$.tenant') = :tenant)
     ORDER BY seq DESC LIMIT :limit`,
  );
  const count = database.prepare<[], { status: string; jobs: number }>(
    'SELECT status, count(*) AS jobs FROM queue_jobs GROUP BY status',
  );
  const kindsAsked = 'kind IN (SELECT value FROM json_each(:kinds))';
  const waiting = database
    .prepare<[{ kinds: string }], number>(
      `SELECT (SELECT count(*) FROM queue_jobs INDEXED BY queue_jobs_waiting WHERE status = 'waiting' AND ${kindsAsked})
            + (SELECT count(*) FROM queue_jobs INDEXED BY queue_jobs_delayed WHERE status = 'delayed' AND ${kindsAsked})`,
    )
    .pluck();
  const pending = database
    .prepare<[string], string>(
      "SELECT id FROM queue_jobs WHERE id IN (SELECT value FROM json_each(?)) AND status <> 'done'",
    )
    .pluck();
  const forget = database.prepare("DELETE FROM queue_jobs WHERE status = 'done' AND finished_at < ?");
  return {
    byId: (id: string) => byId.get(id),
    add: (job: NewJob) => add.immediate(job, Date.now()),
    // Looks before it writes: an idle worker must not take the file's one write lock at every poll.
    claim: (kinds: string, token: string, until: number) =>
      peek.get(kinds) ? claim.get(token, until, kinds) : undefined,
    finish(id: string, token: string, outcome: Outcome): void {
      const now = Date.now();
      const again = outcome.as === 'again';
      const fault = outcome.as === 'done' ? null : outcome.fault;
      finish.run({
        ...{ id, token },
        status: again ? 'delayed' : outcome.as,
        runAt: again ? now + outcome.pauseMs : null,
        spent: again && outcome.spent ? 1 : 0,
        finishedAt: again ? null : now,
        code: fault?.code ?? null,
        message: fault?.message ?? null,
        parameters: fault && JSON.stringify(fault.parameters),
      });
    },
    /** False where the job was given to another. */
    beat: (id: string, token: string, until: number) => beat.run(until, id, token).changes > 0,
    advance: (id: string, token: string, fraction: number) => advance.run(fraction, id, token),
    promote: (now: number) => (isDue.get(now) ? promote.run(now).changes : 0),
    /** @param latest what no lease given by this clock can exceed: one beyond it was given before the clock was set back */
    reclaim: (now: number, latest: number) =>
      isLost.get(now, latest) ? reclaim.run(now, latest).changes : 0,
    revive: (id: string) => revive.get(id),
    list: ({ status, kind, tenant, limit }: JobFilter) =>
      list.all({ status: status ?? null, kind: kind ?? null, tenant: tenant ?? null, limit }),
    counts: () => count.all(),
    waiting: (kinds: readonly string[]) => waiting.get({ kinds: JSON.stringify(kinds) }) as unknown as number,
    pending: (ids: readonly string[]) => pending.all(JSON.stringify(ids)) as unknown as string[],
    forget: (before: number) => forget.run(before).changes,
  };
}
