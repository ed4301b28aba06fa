import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, vi } from 'vitest';
import { openBullmqQueue } from '../../src/adapters/queue/bullmq/bullmq.queue.js';
import { openEmbeddedQueue } from '../../src/adapters/queue/embedded/embedded.queue.js';
import type { JobQueue } from '../../src/app/ports/job-queue.js';
import { hang } from './support/hang.job.js';

const script = fileURLToPath(new URL('./support/hanging-worker.ts', import.meta.url));

/** Kills a worker in the middle of two jobs and measures until another has begun both. */
async function takeUp(queue: JobQueue, place: readonly string[]): Promise<number> {
  const worker = spawn(process.execPath, ['--import', 'tsx', script, ...place], { stdio: 'inherit' });
  try {
    const jobs = [await queue.enqueue(hang, { name: 'one' }), await queue.enqueue(hang, { name: 'two' })];
    await vi.waitFor(async () => expect((await queue.counts()).running).toBe(2), { timeout: 60_000 });
    const killed = once(worker, 'exit');
    worker.kill('SIGKILL');
    await killed;
    const since = Date.now();
    const begun: string[] = [];
    await queue.work(
      [
        {
          definition: hang,
          run: async ({ name }) => {
            begun.push(name);
          },
        },
      ],
      { concurrency: 2 },
    );
    await vi.waitFor(() => expect(begun).toHaveLength(2), { timeout: 20_000, interval: 20 });
    const took = Date.now() - since;
    for (const { id } of jobs)
      await vi.waitFor(async () =>
        expect(await queue.job(id)).toMatchObject({ status: 'done', attempts: 2 }),
      );
    return took;
  } finally {
    worker.kill('SIGKILL');
    await queue.close();
  }
}

describe('a job whose worker was killed', () => {
  it.concurrent('is taken up within 15 s from the SQLite queue', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jiannuo-take-up-'));
    const file = join(folder, 'ledger.db');
    const took = await takeUp(openEmbeddedQueue({ file }), ['embedded', file]);
    await rm(folder, { recursive: true, force: true });
    console.log(`embedded: taken up after ${took} ms`);
    expect(took).toBeLessThan(15_000);
  });

  it.concurrent('is taken up within 15 s from BullMQ', async () => {
    const url = inject('redisUrl');
    const prefix = `take-up-${randomUUID().slice(0, 8)}`;
    const took = await takeUp(openBullmqQueue({ url, prefix }), ['bullmq', url, prefix]);
    console.log(`bullmq: taken up after ${took} ms`);
    expect(took).toBeLessThan(15_000);
  });
});
