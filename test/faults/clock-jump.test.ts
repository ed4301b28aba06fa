import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedQueue } from '../../src/adapters/queue/embedded/embedded.queue.js';
import type { JobQueue } from '../../src/app/ports/job-queue.js';
import { hang } from './support/hang.job.js';

const hour = 3_600_000;

describe('a clock that jumps under the SQLite queue', () => {
  let folder: string;
  let file: string;
  const queues: JobQueue[] = [];
  const open = () => {
    const queue = openEmbeddedQueue({ file });
    queues.push(queue);
    return queue;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiannuo-clock-'));
    file = join(folder, 'ledger.db');
  });
  afterEach(async () => {
    vi.useRealTimers();
    for (const queue of queues.splice(0)) await queue.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['ahead', -hour],
    ['back', hour],
  ])('%s: a job whose worker has died before is taken up all the same', async (_way, offset) => {
    const queue = open();
    const { id } = await queue.enqueue(hang, { name: 'one' });
    // As a worker leaves it that is killed while the clock shows another time.
    const database = new BetterSqlite(file);
    database
      .prepare(
        "UPDATE queue_jobs SET status = 'running', attempts = 1, lease_token = 'gone', lease_until = ?",
      )
      .run(Date.now() + offset + 10_000);
    database.close();
    const done: string[] = [];
    const run = async ({ name }: { name: string }) => {
      done.push(name);
    };
    await queue.work([{ definition: hang, run }], { concurrency: 1 });
    await vi.waitFor(async () => expect(await queue.job(id)).toMatchObject({ status: 'done', attempts: 2 }), {
      timeout: 15_000,
    });
    expect(done).toEqual(['one']);
  });

  it.each([
    ['ahead', hour],
    ['back', -hour],
  ])('%s: a job under way is done once', async (_way, offset) => {
    const queue = open();
    const { id } = await queue.enqueue(hang, { name: 'one' });
    let begun = 0;
    let end = () => {};
    const run = () => {
      begun += 1;
      return new Promise<void>((resolve) => {
        end = resolve;
      });
    };
    await queue.work([{ definition: hang, run }], { concurrency: 1 });
    await vi.waitFor(() => expect(begun).toBe(1));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + offset });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    end();
    await vi.waitFor(async () => expect(await queue.job(id)).toMatchObject({ status: 'done', attempts: 1 }));
    expect(begun).toBe(1);
  });
});
