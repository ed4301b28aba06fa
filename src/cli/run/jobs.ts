import { jsonLine } from '../../adapters/export/json/json-line.js';
import { jobsQuerySchema, parseQuery } from '../../app/query/ledger-query.js';
import { listJobs, retryJob } from '../../app/query/query.js';
import type { Context } from '../context.js';
import { clockOf } from '../output/instant.js';
import { write } from '../output/stdout.js';
import { renderTable } from '../output/table.js';
import { faultToldIn } from '../output/told.js';

export interface JobsOptions {
  readonly dead?: boolean;
  readonly status?: string;
  readonly kind?: string;
  readonly limit: string;
  readonly format: 'table' | 'jsonl';
  readonly data?: string;
}

/** Jobs, newest first. */
export async function runJobs(context: Context, options: JobsOptions): Promise<number> {
  const { t, language } = context;
  const status = options.dead ? 'dead' : options.status;
  const query = parseQuery(jobsQuerySchema, {
    limit: options.limit,
    ...(status && { status }),
    ...(options.kind && { kind: options.kind }),
  });
  const composition = await context.compose(options);
  const { timeZone } = composition.config;
  const clock = clockOf(timeZone);
  const found = await listJobs(await composition.queue(), composition.config.tenant, query);
  const jobs = found.map((job) => faultToldIn(job, language));
  if (options.format === 'jsonl') {
    await write(jobs.map((job) => `${jsonLine(job)}\n`).join(''));
    return 0;
  }
  if (jobs.length === 0) {
    await write(`${t.noJobs}\n`);
    return 0;
  }
  await write(
    renderTable(
      [
        { title: t.columns.id, cell: (job) => job.id, max: 50 },
        { title: t.columns.status, cell: (job) => t.words[job.status], max: 10 },
        { title: t.columns.attempts, cell: (job) => String(job.attempts), max: 6 },
        { title: t.columns.progress, cell: (job) => `${Math.round(job.progress * 100)}%`, max: 8 },
        {
          title: t.inZone(t.columns.created, timeZone),
          cell: (job) => clock(job.createdAt),
          max: 24,
        },
        {
          title: t.columns.problem,
          cell: (job) => job.fault?.message ?? '',
          max: 120,
        },
      ],
      jobs,
    ),
  );
  return 0;
}

/** Puts a job that was set aside back to waiting. */
export async function runRetry(context: Context, id: string, options: { data?: string }): Promise<number> {
  const composition = await context.compose(options);
  const job = await retryJob(await composition.queue(), composition.config.tenant, id);
  await write(`${context.t.jobs.retried(job.id)}\n`);
  return 0;
}
