import { Job, Queue } from 'bullmq';
import { jobId, kindOfJobId } from '../../../app/jobs/job-id.js';
import type { JobFilter, JobQueue, JobStatus, JobView, RunningWorker } from '../../../app/ports/job-queue.js';
import { JiannuoError } from '../../../domain/errors.js';
import { grouped } from '../../../domain/grouped.js';
import { handlerTable } from '../shared/handler-table.js';
import { checkServer } from './check-server.js';
import { bullmqStates, type JobEnvelope, statusOf, viewOf } from './job-view.js';
import { makeWay } from './make-way.js';
import { pendingIn } from './pending.js';
import { asking, producerConnection, redisAddress, workerConnection } from './redis-connection.js';
import { WorkerGroup } from './worker-group.js';

export interface BullmqQueueOptions {
  readonly url: string;
  /** Of every key in Redis. */
  readonly prefix: string;
}

const tenantOf = (payload: unknown): unknown => (payload as { tenant?: unknown } | null)?.tenant;
const statuses = Object.keys(bullmqStates) as JobStatus[];
const keepDone = { age: 7 * 24 * 3600, count: 100_000 };

/** BullMQ on Redis, one queue a kind. */
export function openBullmqQueue({ url, prefix }: BullmqQueueOptions): JobQueue {
  const client = producerConnection(url);
  const ask = asking(client, url);
  const queues = new Map<string, Queue<JobEnvelope>>();
  const workers = new Set<RunningWorker>();
  const kindsKey = `${prefix}:kinds`;

  const openQueue = async (kind: string): Promise<Queue<JobEnvelope>> => {
    const known = queues.get(kind);
    if (known) return known;
    const queue = new Queue<JobEnvelope>(kind, { connection: client, prefix });
    queue.on('error', () => {});
    // A queue whose first command fails stays broken for good: only one that has answered is kept.
    await queue.waitUntilReady();
    queues.set(kind, queue);
    return queue;
  };
  /** Kinds stand in a set, so that any process can count and list the jobs of all. */
  const allQueues = async () => Promise.all((await client.smembers(kindsKey)).sort().map(openQueue));
  const find = async (id: string): Promise<JobView | null> => {
    const kind = kindOfJobId(id);
    if (!kind || (await client.sismember(kindsKey, kind)) === 0) return null;
    const queue = await openQueue(kind);
    // State and fields are two questions: a view of both must not be torn by a step between them.
    for (let state = await queue.getJobState(id); ; ) {
      const job = await Job.fromId<JobEnvelope>(queue, id);
      const after = await queue.getJobState(id);
      const status = statusOf(after);
      if (!job || !status) return null;
      if (after === state) return viewOf(job, status);
      state = after;
    }
  };
  /** Page by page, each with a patience of its own, until enough of them are the tenant's. */
  const listed = async (
    queue: Queue<JobEnvelope>,
    status: JobStatus,
    { tenant, limit }: JobFilter,
  ): Promise<JobView[]> => {
    const views: JobView[] = [];
    const page = tenant === undefined ? limit : Math.max(limit, 200);
    for (let from = 0; views.length < limit; from += page) {
      const jobs = await ask(() => queue.getJobs([...bullmqStates[status]], from, from + page - 1));
      if (jobs.length === 0) break;
      // One that was removed between the list and the look is undefined, whatever the type says.
      const found = jobs.filter(Boolean).map((job) => viewOf(job, status));
      views.push(...found.filter(({ payload }) => tenant === undefined || tenantOf(payload) === tenant));
    }
    return views;
  };

  return {
    enqueue: (definition, payload, { priority = definition.priority ?? 0, delayMs = 0 } = {}) =>
      ask(async () => {
        const id = jobId(definition, payload);
        const { kind } = definition;
        const queue = await openQueue(kind);
        const place = { kind, kindsKey, queueKey: (name: string) => queue.toKey(name) };
        // It may be done by the time it is looked at: then way is made once more.
        while (await makeWay(client, place, id)) {
          const there = await find(id);
          if (there && there.status !== 'done') return there;
        }
        const envelope = { version: definition.version, key: definition.key(payload), payload };
        const job = await queue.add(kind, envelope, {
          jobId: id,
          ...{ priority, delay: delayMs },
          attempts: definition.attempts,
          backoff: { type: 'exponential', delay: definition.backoffMs },
          removeOnComplete: keepDone,
          removeOnFail: false,
          stackTraceLimit: 0,
        });
        return viewOf(job, delayMs > 0 ? 'delayed' : 'waiting');
      }),
    async work(handlers, options) {
      const table = handlerTable(handlers);
      await ask(async () => {
        if (table.size > 0) await client.sadd(kindsKey, ...table.keys());
      });
      const group = new WorkerGroup(table, options, workerConnection(url), prefix);
      workers.add(group);
      const drain = async () => {
        await group.drain();
        workers.delete(group);
      };
      return { drain };
    },
    job: (id) => ask(() => find(id)),
    pending: (ids) =>
      ask(async () => {
        const pending = new Set<string>();
        for (const [kind, some] of grouped(ids, kindOfJobId)) {
          const queueKey = (name: string) => `${prefix}:${kind}:${name}`;
          for (const id of await pendingIn(client, queueKey, some)) pending.add(id);
        }
        return pending;
      }),
    async jobs(filter) {
      const { status, kind, limit } = filter;
      const queues = await ask(allQueues);
      const some = queues.filter(({ name }) => kind === undefined || name === kind);
      const wanted = status ? [status] : statuses;
      const views = await Promise.all(
        some.flatMap((queue) => wanted.map((each) => listed(queue, each, filter))),
      );
      return views
        .flat()
        .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
        .slice(0, limit);
    },
    counts: () =>
      ask(async () => {
        const counts: Record<JobStatus, number> = { waiting: 0, delayed: 0, running: 0, done: 0, dead: 0 };
        for (const queue of await allQueues()) {
          for (const [state, jobs] of Object.entries(await queue.getJobCounts())) {
            const status = statusOf(state);
            if (status) counts[status] += jobs;
          }
        }
        return counts;
      }),
    waiting: (kinds) =>
      ask(async () => {
        const states = [...bullmqStates.waiting, ...bullmqStates.delayed];
        const some = (await allQueues()).filter(({ name }) => kinds.includes(name));
        const each = await Promise.all(some.map((queue) => queue.getJobCountByTypes(...states)));
        return each.reduce((all, jobs) => all + jobs, 0);
      }),
    retry: (id) =>
      ask(async () => {
        const there = await find(id);
        if (there?.status !== 'dead') throw new JiannuoError('not-found', { what: 'deadJob', id });
        const queue = await openQueue(there.kind);
        const job = await Job.fromId<JobEnvelope>(queue, id);
        await client.hdel(queue.toKey(id), 'stc', 'progress');
        await job?.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
        return { ...there, status: 'waiting', attempts: 0, progress: 0, fault: null, finishedAt: null };
      }),
    ping: () => ask(() => checkServer(client, redisAddress(url))),
    async close() {
      await Promise.all([...workers].map((worker) => worker.drain()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      client.disconnect();
    },
  };
}
