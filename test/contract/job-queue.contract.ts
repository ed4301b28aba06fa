import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { turns } from '../../src/app/ingest/turns.js';
import { jobId } from '../../src/app/jobs/job-id.js';
import type {
  AnyJobHandler,
  JobContext,
  JobDefinition,
  JobQueue,
  JobView,
  RunningWorker,
} from '../../src/app/ports/job-queue.js';
import { JiannuoError } from '../../src/domain/errors.js';

const schema = z.object({ name: z.string() });
type Payload = z.infer<typeof schema>;

const greet: JobDefinition<Payload> = {
  kind: 'test.greet',
  version: 1,
  schema,
  key: ({ name }) => name,
  attempts: 3,
  backoffMs: 60,
  timeoutMs: 5_000,
};
const part: JobDefinition<Payload> = { ...greet, kind: 'test.part' };

const handler = (
  run: (payload: Payload, context: JobContext) => Promise<void> | void,
  definition = greet,
): AnyJobHandler => ({ definition, run: async (payload: Payload, context) => run(payload, context) });

/** A store of jobs of its own for each test; `open` gives one more handle on it, as another process would have. */
export interface QueueHarness {
  open(): JobQueue;
  dispose(): Promise<void>;
}

export function jobQueueContract(name: string, harness: () => Promise<QueueHarness>): void {
  describe(`job queue: ${name}`, () => {
    let place: QueueHarness;
    let queue: JobQueue;
    const others: JobQueue[] = [];

    beforeEach(async () => {
      place = await harness();
      queue = place.open();
    });
    afterEach(async () => {
      await Promise.all([queue, ...others.splice(0)].map((each) => each.close()));
      await place.dispose();
    });

    const work = (handlers: readonly AnyJobHandler[], concurrency = 4): Promise<RunningWorker> =>
      queue.work(handlers, { concurrency });
    const another = (): JobQueue => {
      const other = place.open();
      others.push(other);
      return other;
    };
    const reaches = (id: string, status: JobView['status'], timeout = 8_000): Promise<JobView> =>
      vi.waitFor(
        async () => {
          const job = await queue.job(id);
          if (job?.status !== status) throw new Error(`${id} is ${job?.status}, not ${status}`);
          return job;
        },
        { timeout, interval: 20 },
      );

    describe('idempotence by key', () => {
      it('gives the job that is there while it waits', async () => {
        const first = await queue.enqueue(greet, { name: '张三' });
        const second = await queue.enqueue(greet, { name: '张三' });
        expect(first).toMatchObject({
          kind: 'test.greet',
          key: '张三',
          status: 'waiting',
          attempts: 0,
          fault: null,
        });
        expect(first.id).toBe(jobId(greet, { name: '张三' }));
        expect(second).toEqual(first);
        expect((await queue.counts()).waiting).toBe(1);
      });

      it('holds under fifty at once, from two handles', async () => {
        const handles = [queue, another()];
        const views = await Promise.all(
          Array.from({ length: 50 }, (_, n) => handles[n % 2]?.enqueue(greet, { name: 'same' })),
        );
        expect(new Set(views.map((view) => view?.id)).size).toBe(1);
        expect((await queue.counts()).waiting).toBe(1);
      });

      it('keeps equal keys of two kinds apart', async () => {
        const one = await queue.enqueue(greet, { name: 'x' });
        const two = await queue.enqueue(part, { name: 'x' });
        expect(one.id).not.toBe(two.id);
        expect((await queue.counts()).waiting).toBe(2);
      });

      it('does not queue it again while it runs', async () => {
        let runs = 0;
        let release = () => {};
        await work([
          handler(() => {
            runs += 1;
            return new Promise<void>((resolve) => {
              release = resolve;
            });
          }),
        ]);
        const { id } = await queue.enqueue(greet, { name: 'x' });
        await reaches(id, 'running');
        expect((await queue.enqueue(greet, { name: 'x' })).status).toBe('running');
        release();
        await reaches(id, 'done');
        await pause(300);
        expect(runs).toBe(1);
      });

      it('runs it anew when it is done', async () => {
        let runs = 0;
        await work([
          handler(() => {
            runs += 1;
          }),
        ]);
        const { id } = await queue.enqueue(greet, { name: 'x' });
        await reaches(id, 'done');
        const again = await queue.enqueue(greet, { name: 'x' });
        expect(again).toMatchObject({ id, status: 'waiting', attempts: 0, finishedAt: null });
        await vi.waitFor(() => expect(runs).toBe(2), { timeout: 5_000 });
        await reaches(id, 'done');
        expect(await queue.counts()).toMatchObject({ done: 1, waiting: 0, running: 0 });
      });

      it('does not queue it again while it is dead', async () => {
        await work([
          handler(() => {
            throw new JiannuoError('file-empty', { file: 'x' });
          }),
        ]);
        const { id } = await queue.enqueue(greet, { name: 'x' });
        await reaches(id, 'dead');
        expect((await queue.enqueue(greet, { name: 'x' })).status).toBe('dead');
      });
    });

    it('knows which jobs are there and not done', async () => {
      const other: JobDefinition<Payload> = { ...part, key: ({ name }) => `other ${name}` };
      let release = () => {};
      await work([
        handler(({ name }) => {
          if (name === 'dies') throw new JiannuoError('file-empty', { file: 'x' });
          if (name === 'runs')
            return new Promise<void>((resolve) => {
              release = resolve;
            });
        }),
      ]);
      const done = await queue.enqueue(greet, { name: 'done' });
      const dead = await queue.enqueue(greet, { name: 'dies' });
      const runs = await queue.enqueue(greet, { name: 'runs' });
      const waits = await queue.enqueue(other, { name: 'waits' });
      const delayed = await queue.enqueue(greet, { name: 'delayed' }, { delayMs: 60_000 });
      await Promise.all([reaches(done.id, 'done'), reaches(dead.id, 'dead'), reaches(runs.id, 'running')]);
      const ids = [done, dead, runs, waits, delayed].map(({ id }) => id);
      const never = jobId(greet, { name: 'never' });
      expect(await queue.pending([...ids, never, 'nonsense', ''])).toEqual(new Set(ids.slice(1)));
      expect(await another().pending([done.id, never])).toEqual(new Set());
      expect(await queue.pending([])).toEqual(new Set());
      release();
      await reaches(runs.id, 'done');
      expect(await queue.pending(ids)).toEqual(new Set([dead.id, waits.id, delayed.id]));
    });

    describe('running', () => {
      it('hands the handler its payload and shows the job as done', async () => {
        const seen: unknown[] = [];
        await work([
          handler((payload, context) => {
            seen.push([payload, context.jobId, context.attempt, context.signal.aborted]);
          }),
        ]);
        const { id } = await queue.enqueue(greet, { name: '李四' });
        const job = await reaches(id, 'done');
        expect(seen).toEqual([[{ name: '李四' }, id, 1, false]]);
        expect(job).toMatchObject({ payload: { name: '李四' }, attempts: 1, progress: 1, fault: null });
        expect(Date.parse(job.finishedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(job.createdAt));
      });

      it('works what another handle queues, before and after it started', async () => {
        const other = another();
        const before = await other.enqueue(greet, { name: 'before' });
        await work([handler(() => {})]);
        const after = await other.enqueue(greet, { name: 'after' });
        await Promise.all([reaches(before.id, 'done'), reaches(after.id, 'done')]);
      });

      it('gives a job to one of two workers only', async () => {
        const runs: string[] = [];
        const record = handler(async ({ name }) => {
          runs.push(name);
          await pause(5);
        });
        await work([record], 2);
        await another().work([record], { concurrency: 2 });
        const names = Array.from({ length: 60 }, (_, n) => `n${n}`);
        const jobs = await Promise.all(names.map((name) => queue.enqueue(greet, { name })));
        await Promise.all(jobs.map(({ id }) => reaches(id, 'done')));
        expect(runs.sort()).toEqual(names.sort());
      });

      it('shows progress', async () => {
        let release = () => {};
        await work([
          handler(async (_, { progress }) => {
            await progress(0.4);
            await new Promise<void>((resolve) => {
              release = resolve;
            });
          }),
        ]);
        const { id } = await queue.enqueue(greet, { name: 'x' });
        await vi.waitFor(async () => expect((await queue.job(id))?.progress).toBeCloseTo(0.4), {
          timeout: 5_000,
        });
        release();
        expect((await reaches(id, 'done')).progress).toBe(1);
      });

      it('takes lower priority numbers first, equals in the order they came', async () => {
        const order: string[] = [];
        for (const [name, priority] of [
          ['late', 20],
          ['b', 5],
          ['a', 0],
          ['c', 5],
          ['a2', 0],
        ] as const)
          await queue.enqueue(greet, { name }, { priority });
        await work(
          [
            handler(({ name }) => {
              order.push(name);
            }),
          ],
          1,
        );
        await vi.waitFor(() => expect(order).toEqual(['a', 'a2', 'b', 'c', 'late']), { timeout: 5_000 });
      });

      it('begins a kind that comes later when none of the others waits', async () => {
        const order: string[] = [];
        const later = { ...part, priority: 10 };
        const run = async ({ name }: Payload) => {
          order.push(name);
          await pause(30);
        };
        const jobs: JobView[] = [];
        for (let n = 0; n < 6; n += 1) jobs.push(await queue.enqueue(later, { name: `later${n}` }));
        for (let n = 0; n < 6; n += 1) jobs.push(await queue.enqueue(greet, { name: `first${n}` }));
        await work([handler(run, later), handler(run)], 2);
        await Promise.all(jobs.map(({ id }) => reaches(id, 'done')));
        expect(order.slice(0, 6).sort()).toEqual(Array.from({ length: 6 }, (_, n) => `first${n}`));
        expect(order).toHaveLength(12);
      });

      it('takes turns between two loads, and a single upload between them; what comes later still waits', async () => {
        const order: string[] = [];
        const later = { ...part, priority: 1_000_000 };
        const run = async ({ name }: Payload) => {
          order.push(name);
        };
        const jobs = [await queue.enqueue(later, { name: 'later' })];
        const [first, second, single] = [turns(), turns(), turns()];
        for (let n = 1; n <= 5; n += 1)
          jobs.push(await queue.enqueue(greet, { name: `a${n}` }, { priority: first() }));
        for (let n = 1; n <= 5; n += 1)
          jobs.push(await queue.enqueue(greet, { name: `b${n}` }, { priority: second() }));
        jobs.push(await queue.enqueue(greet, { name: 'single' }, { priority: single() }));
        await work([handler(run, later), handler(run)], 1);
        await Promise.all(jobs.map(({ id }) => reaches(id, 'done')));
        const turn = (n: number) => [`a${n}`, `b${n}`];
        expect(order).toEqual([...turn(1), 'single', ...[2, 3, 4, 5].flatMap(turn), 'later']);
      });

      it('waits out a delay', async () => {
        let ranAt = 0;
        await work([
          handler(() => {
            ranAt = Date.now();
          }),
        ]);
        const since = Date.now();
        const { id, status } = await queue.enqueue(greet, { name: 'x' }, { delayMs: 700 });
        expect(status).toBe('delayed');
        expect((await queue.counts()).delayed).toBe(1);
        await reaches(id, 'done');
        expect(ranAt - since).toBeGreaterThanOrEqual(690);
        expect(ranAt - since).toBeLessThan(4_000);
      });

      it('keeps to the concurrency of the process, over all kinds', async () => {
        let now = 0;
        let most = 0;
        const run = async () => {
          now += 1;
          most = Math.max(most, now);
          await pause(20);
          now -= 1;
        };
        const jobs: JobView[] = [];
        for (let n = 0; n < 10; n += 1) {
          jobs.push(await queue.enqueue(greet, { name: `${n}` }));
          jobs.push(await queue.enqueue(part, { name: `${n}` }));
        }
        await work([handler(run), handler(run, part)], 3);
        await Promise.all(jobs.map(({ id }) => reaches(id, 'done')));
        expect(most).toBe(3);
      });

      it('leaves kinds it has no handler for to other workers', async () => {
        await work([handler(() => {})]);
        const mine = await queue.enqueue(greet, { name: 'x' });
        const theirs = await queue.enqueue(part, { name: 'x' });
        await reaches(mine.id, 'done');
        expect((await queue.job(theirs.id))?.status).toBe('waiting');
        await another().work([handler(() => {}, part)], { concurrency: 1 });
        await reaches(theirs.id, 'done');
      });

      it('refuses two handlers of one kind', async () => {
        await expect(work([handler(() => {}), handler(() => {})])).rejects.toMatchObject({
          code: 'internal',
        });
      });
    });

    describe('faults', () => {
      const dead: JobView[] = [];
      const working = (run: AnyJobHandler, onDead?: (job: JobView) => Promise<void>) =>
        queue.work([run], {
          concurrency: 2,
          onDead:
            onDead ??
            (async (job) => {
              dead.push(job);
            }),
        });
      beforeEach(() => {
        dead.length = 0;
      });

      it('sets a payload aside that does not fit, and never runs it', async () => {
        let runs = 0;
        await working(
          handler(() => {
            runs += 1;
          }),
        );
        const loose: JobDefinition<unknown> = { ...greet, schema: z.unknown(), key: () => 'bad' };
        const { id } = await queue.enqueue(loose, { nome: 7 });
        const job = await reaches(id, 'dead');
        expect(job.fault?.code).toBe('job-invalid');
        expect(job.fault?.message).toContain('name');
        expect(runs).toBe(0);
        expect(dead).toMatchObject([{ id, fault: { code: 'job-invalid' }, payload: { nome: 7 } }]);
      });

      it('sets a payload of another version aside', async () => {
        await working(handler(() => {}));
        const { id } = await queue.enqueue({ ...greet, version: 2 }, { name: 'x' });
        expect((await reaches(id, 'dead')).fault?.code).toBe('job-invalid');
      });

      it('sets an input fault aside at once', async () => {
        let runs = 0;
        await working(
          handler(() => {
            runs += 1;
            throw new JiannuoError('file-encrypted', { file: '方案.pdf' });
          }),
        );
        const { id } = await queue.enqueue(greet, { name: 'x' });
        const job = await reaches(id, 'dead');
        await pause(400);
        expect(runs).toBe(1);
        expect(job.fault).toEqual(new JiannuoError('file-encrypted', { file: '方案.pdf' }).toJSON());
        expect(job.finishedAt).not.toBeNull();
        expect(dead).toHaveLength(1);
      });

      it('tries a defect again with growing pauses, then sets it aside', async () => {
        const at: number[] = [];
        const attempts: number[] = [];
        await working(
          handler((_, { attempt }) => {
            at.push(Date.now());
            attempts.push(attempt);
            throw new TypeError('boom');
          }),
        );
        const { id } = await queue.enqueue(greet, { name: 'x' });
        const job = await reaches(id, 'dead');
        expect(attempts).toEqual([1, 2, 3]);
        expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(55);
        expect((at[2] ?? 0) - (at[1] ?? 0)).toBeGreaterThanOrEqual(115);
        expect(job).toMatchObject({ attempts: 3, fault: { code: 'internal' } });
        expect(job.fault?.message).toContain('boom');
        expect(dead).toMatchObject([{ id, status: 'dead', fault: { code: 'internal' } }]);
      });

      it('ends well when a later try succeeds', async () => {
        await working(
          handler((_, { attempt }) => {
            if (attempt < 3) throw new Error('not yet');
          }),
        );
        const { id } = await queue.enqueue(greet, { name: 'x' });
        expect(await reaches(id, 'done')).toMatchObject({ attempts: 3, fault: null });
        expect(dead).toEqual([]);
      });

      it('spends no try on a server that is away', async () => {
        let runs = 0;
        const impatient = { ...greet, attempts: 1 };
        await working(
          handler(() => {
            runs += 1;
            if (runs < 3) throw new JiannuoError('store-unavailable', { where: 'x', reason: 'y' });
          }, impatient),
        );
        const { id } = await queue.enqueue(impatient, { name: 'x' });
        await reaches(id, 'done');
        expect(runs).toBe(3);
      });

      it('is not dead before whoever has to know has been told', async () => {
        let told = 0;
        await working(
          handler(() => {
            throw new JiannuoError('file-empty', { file: 'x' });
          }),
          async () => {
            told += 1;
            if (told === 1) throw new JiannuoError('store-unavailable', { where: 'x', reason: 'y' });
          },
        );
        const { id } = await queue.enqueue(greet, { name: 'x' });
        expect((await reaches(id, 'dead')).fault?.code).toBe('file-empty');
        expect(told).toBe(2);
      });

      it('ends a run at its time limit and aborts its signal', async () => {
        const short = { ...greet, timeoutMs: 150, attempts: 1 };
        let aborted = false;
        await working(
          handler(async (_, { signal }) => {
            signal.addEventListener('abort', () => {
              aborted = true;
            });
            await new Promise(() => {});
          }, short),
        );
        const { id } = await queue.enqueue(short, { name: 'x' });
        expect((await reaches(id, 'dead')).fault).toMatchObject({ code: 'internal' });
        expect(aborted).toBe(true);
      });

      it('retries a dead job from the start', async () => {
        let broken = true;
        await working(
          handler(() => {
            if (broken) throw new Error('boom');
          }),
        );
        const { id } = await queue.enqueue(greet, { name: 'x' });
        await reaches(id, 'dead');
        broken = false;
        expect(await queue.retry(id)).toMatchObject({ id, status: 'waiting', attempts: 0, fault: null });
        expect(await reaches(id, 'done')).toMatchObject({ attempts: 1, fault: null });
      });

      it('retries only what is dead', async () => {
        const { id } = await queue.enqueue(greet, { name: 'x' });
        await expect(queue.retry(id)).rejects.toMatchObject({ code: 'not-found' });
        await expect(queue.retry('nothing')).rejects.toMatchObject({ code: 'not-found' });
        await expect(queue.retry('no.such-000')).rejects.toMatchObject({ code: 'not-found' });
      });
    });

    describe('looking', () => {
      it('knows no job of an unknown id', async () => {
        expect(await queue.job('no.such-000')).toBeNull();
        expect(await queue.job('')).toBeNull();
      });

      it('counts and lists by status and kind, newest first', async () => {
        await work([
          handler(({ name }) => {
            if (name === 'bad') throw new JiannuoError('file-empty', { file: 'x' });
          }),
        ]);
        for (const name of ['one', 'two', 'bad']) {
          const { id } = await queue.enqueue(greet, { name });
          await reaches(id, name === 'bad' ? 'dead' : 'done');
          await pause(3);
        }
        await queue.enqueue(part, { name: 'left' });
        await queue.enqueue(part, { name: 'later' }, { delayMs: 60_000 });
        await queue.enqueue(part, { name: 'low' }, { priority: 9 });
        expect(await queue.counts()).toEqual({ waiting: 2, delayed: 1, running: 0, done: 2, dead: 1 });
        const keys = async (filter: Parameters<JobQueue['jobs']>[0]) =>
          (await queue.jobs(filter)).map(({ key }) => key);
        expect(await keys({ status: 'done', limit: 10 })).toEqual(['two', 'one']);
        expect(await keys({ status: 'done', limit: 1 })).toEqual(['two']);
        expect(await keys({ status: 'dead', limit: 10 })).toEqual(['bad']);
        expect((await keys({ status: 'waiting', kind: 'test.part', limit: 10 })).sort()).toEqual([
          'left',
          'low',
        ]);
        expect(await keys({ kind: 'test.greet', limit: 10 })).toEqual(['bad', 'two', 'one']);
        expect(await keys({ limit: 10 })).toHaveLength(6);
        expect(await another().counts()).toEqual(await queue.counts());
        expect(await another().waiting(['test.part', 'test.unknown'])).toBe(3);
        expect(await queue.waiting(['test.greet'])).toBe(0);
        await queue.enqueue(greet, { name: 'four' }, { delayMs: 60_000 });
        expect(await queue.waiting(['test.greet'])).toBe(1);
        expect(await queue.waiting(['test.greet', 'test.part'])).toBe(4);
        expect(await queue.waiting([])).toBe(0);
      });

      it("counts only an office's own jobs towards the limit", async () => {
        const owned = z.object({ tenant: z.string(), name: z.string() });
        const ours: JobDefinition<z.infer<typeof owned>> = {
          ...{ kind: 'test.owned', version: 1, schema: owned, attempts: 1, backoffMs: 60, timeoutMs: 5_000 },
          key: ({ tenant, name }) => `${tenant}/${name}`,
        };
        for (const name of ['one', 'two', 'three']) {
          await queue.enqueue(ours, { tenant: 'a', name });
          await pause(3);
        }
        for (let n = 0; n < 230; n += 1) await queue.enqueue(ours, { tenant: 'a/b', name: String(n) });
        await queue.enqueue(greet, { name: 'of no office' });
        const keys = async (filter: Parameters<JobQueue['jobs']>[0]) =>
          (await queue.jobs(filter)).map(({ key }) => key);
        expect(await keys({ tenant: 'a', limit: 10 })).toEqual(['a/three', 'a/two', 'a/one']);
        expect(await keys({ tenant: 'a', limit: 2 })).toEqual(['a/three', 'a/two']);
        expect(await keys({ tenant: 'a', status: 'waiting', kind: 'test.owned', limit: 1 })).toEqual([
          'a/three',
        ]);
        expect(await keys({ tenant: 'a', status: 'done', limit: 9 })).toEqual([]);
        expect(await keys({ tenant: 'none', limit: 9 })).toEqual([]);
      });

      it('answers a ping', async () => {
        await expect(queue.ping()).resolves.toBeUndefined();
      });
    });

    describe('ending', () => {
      it('drains: takes no more, waits for what runs', async () => {
        const finished: string[] = [];
        const worker = await work(
          [
            handler(async ({ name }) => {
              await pause(300);
              finished.push(name);
            }),
          ],
          1,
        );
        const first = await queue.enqueue(greet, { name: 'first' });
        const second = await queue.enqueue(greet, { name: 'second' });
        await reaches(first.id, 'running');
        await worker.drain();
        expect(finished).toEqual(['first']);
        expect((await queue.job(first.id))?.status).toBe('done');
        expect((await queue.job(second.id))?.status).toBe('waiting');
        await worker.drain();
      });

      it('gives back what was taken of another kind and not begun', async () => {
        let begun = 0;
        const slow = async () => {
          begun += 1;
          await pause(300);
        };
        const jobs = [await queue.enqueue(greet, { name: 'x' }), await queue.enqueue(part, { name: 'x' })];
        const worker = await work([handler(slow), handler(slow, part)], 1);
        await vi.waitFor(() => expect(begun).toBe(1), { timeout: 5_000 });
        await pause(100);
        await worker.drain();
        expect(begun).toBe(1);
        const states = await Promise.all(jobs.map(async ({ id }) => (await queue.job(id))?.status));
        expect(states.sort()).toEqual(['done', 'waiting']);
      });

      it('refuses work when closed, and closes twice', async () => {
        await queue.close();
        await expect(queue.enqueue(greet, { name: 'x' })).rejects.toMatchObject({
          code: 'queue-unavailable',
        });
        await expect(queue.ping()).rejects.toMatchObject({ code: 'queue-unavailable' });
        await queue.close();
      });

      it('keeps jobs over a restart', async () => {
        const { id } = await queue.enqueue(greet, { name: 'x' });
        await queue.close();
        queue = place.open();
        expect((await queue.job(id))?.status).toBe('waiting');
        await work([handler(() => {})]);
        await reaches(id, 'done');
      });
    });
  });
}
