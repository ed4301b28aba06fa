import { randomUUID } from 'node:crypto';
import type { RunningWorker, WorkerOptions } from '../../../app/ports/job-queue.js';
import { JiannuoError } from '../../../domain/errors.js';
import { phrase } from '../../../domain/phrase.js';
import type { HandlerTable } from '../shared/handler-table.js';
import { runJob } from '../shared/run-job.js';
import type { JobStatements } from './job-statements.js';
import { takenOf } from './job-table.js';

export interface ClaimTimes {
  /** How long a job stays with a worker that gives no sign. */
  readonly leaseMs: number;
  readonly heartbeatMs: number;
  /** Between looks for jobs that another process queued, that fell due, or whose worker is gone. */
  readonly pollMs: number;
}

interface Lease {
  readonly kind: string;
  readonly token: string;
  readonly abort: AbortController;
}

/** Takes jobs while there is a free place, keeps their leases, gives back what others dropped. */
export class ClaimLoop implements RunningWorker {
  private readonly leases = new Map<string, Lease>();
  private readonly jobs = new Set<Promise<void>>();
  private readonly timers: readonly NodeJS.Timeout[];
  private draining = false;
  private lastBeat = Date.now();

  constructor(
    private readonly table: JobStatements,
    private readonly handlers: HandlerTable,
    private readonly options: WorkerOptions,
    private readonly times: ClaimTimes,
    private readonly faultOf: (thrown: unknown) => JiannuoError,
  ) {
    this.timers = [
      setInterval(() => this.guarded(() => this.look()), times.pollMs),
      setInterval(() => this.guarded(() => this.beat()), times.heartbeatMs),
    ];
    this.guarded(() => this.look());
  }

  /** Called when this process queued something. */
  wake(): void {
    this.guarded(() => this.fill());
  }

  async drain(): Promise<void> {
    this.draining = true;
    clearInterval(this.timers[0]);
    await Promise.all(this.jobs);
    for (const timer of this.timers) clearInterval(timer);
  }

  private look(): void {
    // A process that was held up (a long regular expression, a sleeping laptop), or whose clock was set back, keeps what
    // nobody has taken meanwhile.
    const since = Date.now() - this.lastBeat;
    if (since > this.times.heartbeatMs || since < 0) this.beat();
    const now = Date.now();
    this.table.reclaim(now, now + 3 * this.times.leaseMs);
    this.table.promote(now);
    this.fill();
  }

  private fill(): void {
    while (!this.draining && this.leases.size < this.options.concurrency) {
      const token = randomUUID();
      const row = this.table.claim(this.kindsWithRoom(), token, Date.now() + this.times.leaseMs);
      const handler = row && this.handlers.get(row.kind);
      if (!row || !handler) return;
      const lease = { kind: row.kind, token, abort: new AbortController() };
      this.leases.set(row.id, lease);
      const job = runJob(handler, takenOf(row), {
        abort: lease.abort,
        progress: async (fraction) => {
          this.table.advance(row.id, token, fraction);
        },
        onDead: this.options.onDead,
      }).then((outcome) => {
        // By another's token nothing is written: the job that was taken over ends where it is now.
        this.guarded(() => this.table.finish(row.id, token, outcome));
        if (this.leases.get(row.id) === lease) this.leases.delete(row.id);
        this.jobs.delete(job);
        this.guarded(() => this.fill());
      });
      this.jobs.add(job);
    }
  }

  /** As the table takes them: kinds that have as many jobs under way as they may are left out. */
  private kindsWithRoom(): string {
    const underWay = (kind: string) =>
      [...this.leases.values()].filter((lease) => lease.kind === kind).length;
    const room = [...this.handlers].filter(
      ([kind, { definition }]) => underWay(kind) < (definition.atOnce ?? Number.POSITIVE_INFINITY),
    );
    return JSON.stringify(room.map(([kind]) => kind));
  }

  private beat(): void {
    this.lastBeat = Date.now();
    const until = this.lastBeat + this.times.leaseMs;
    for (const [id, { token, abort }] of this.leases) {
      if (this.table.beat(id, token, until)) continue;
      this.leases.delete(id);
      const fault = new JiannuoError('internal', {
        reason: phrase(`任务 ${id} 已由另一进程接手`, `the lease of ${id} was lost`),
      });
      abort.abort(fault);
      this.options.onFault?.(fault);
    }
  }

  /** A timer has no caller to tell: the file may be locked for long or be gone. The next round tries again. */
  private guarded(step: () => void): void {
    try {
      step();
    } catch (thrown) {
      this.options.onFault?.(this.faultOf(thrown));
    }
  }
}
