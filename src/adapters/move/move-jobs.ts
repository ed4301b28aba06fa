import { jobDefinitions } from '../../app/jobs/definitions.js';
import { jobId } from '../../app/jobs/job-id.js';
import type { JobQueue } from '../../app/ports/job-queue.js';
import { JiannuoError } from '../../domain/errors.js';
import { phrase } from '../../domain/phrase.js';
import type { Database } from '../sqlite/database.js';

interface OpenJob {
  readonly kind: string;
  readonly payload: string;
  readonly priority: number;
  readonly run_at: number | null;
}

/**
 * Queues what was not done, in its order; one that was set aside is tried again. Fault: `move-differs` where the other queue
 * does not know one of them afterwards.
 * @returns how many
 */
export async function moveJobs(database: Database, queue: JobQueue): Promise<number> {
  const jobs = database
    .prepare("SELECT kind, payload, priority, run_at FROM queue_jobs WHERE status <> 'done' ORDER BY seq")
    .all() as OpenJob[];
  const ids: string[] = [];
  for (const { kind, payload, priority, run_at } of jobs) {
    const definition = jobDefinitions.find((each) => each.kind === kind);
    if (!definition)
      throw new JiannuoError('internal', { reason: phrase(`不认识的任务 ${kind}`, `unknown job ${kind}`) });
    const parsed: unknown = definition.schema.parse(JSON.parse(payload));
    const delayMs = Math.max(0, (run_at ?? 0) - Date.now());
    await queue.enqueue(definition, parsed, { priority, ...(delayMs > 0 && { delayMs }) });
    ids.push(jobId(definition, parsed));
  }
  const pending = await queue.pending(ids);
  const missing = ids.find((id) => !pending.has(id));
  if (missing !== undefined) throw new JiannuoError('move-differs', { what: `job ${missing}` });
  return ids.length;
}
