import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type RunningServer, startRedis } from '../../scripts/servers/index.mjs';
import { openBullmqQueue } from '../../src/adapters/queue/bullmq/bullmq.queue.js';
import { documentReadJob } from '../../src/app/jobs/document-read.job.js';
import type { JobQueue } from '../../src/app/ports/job-queue.js';
import { JiannuoError } from '../../src/domain/errors.js';

const prefix = `redis-${randomUUID().slice(0, 8)}`;
const payload = { tenant: 't', documentId: 'd' };

/** The fault of a call and how long it took to come. */
async function faultOf(call: Promise<unknown>): Promise<{ fault: JiannuoError; ms: number }> {
  const since = performance.now();
  const thrown = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof JiannuoError)) throw new Error(`no coded fault: ${thrown}`);
  return { fault: thrown, ms: performance.now() - since };
}

describe('a Redis that is not as needed', () => {
  let folder: string;
  let forgetful: RunningServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiannuo-redis-'));
    forgetful = await startRedis({ dir: folder, appendonly: false, policy: 'allkeys-lru' });
  });
  afterAll(async () => {
    await forgetful.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const withQueue = async (url: string, use: (queue: JobQueue) => Promise<void>) => {
    const queue = openBullmqQueue({ url, prefix });
    try {
      await use(queue);
    } finally {
      await queue.close();
    }
  };

  it('is called unsuitable without append-only file and with eviction, with what to change', () =>
    withQueue(forgetful.url, async (queue) => {
      const { fault } = await faultOf(queue.ping());
      expect(fault.code).toBe('queue-unsuitable');
      expect(fault.message).toContain('appendonly yes');
      expect(fault.message).toContain('maxmemory-policy noeviction');
      expect(fault.message).toContain(`127.0.0.1:${forgetful.port}`);
    }));

  it('is called away within two seconds where nobody listens, without its password', async () => {
    const port = await freePort();
    await withQueue(`redis://someone:secret@127.0.0.1:${port}/0`, async (queue) => {
      for (const call of [queue.enqueue(documentReadJob, payload), queue.ping(), queue.counts()]) {
        const { fault, ms } = await faultOf(call);
        expect(fault.code).toBe('queue-unavailable');
        expect(fault.message).toContain(`127.0.0.1:${port}`);
        expect(fault.message).not.toContain('secret');
        expect(ms).toBeLessThan(2_500);
      }
    });
  });

  it('is called away within two seconds where it hangs, and is used again when it goes on', () =>
    withQueue(forgetful.url, async (queue) => {
      await queue.enqueue(documentReadJob, payload);
      process.kill(forgetful.pid, 'SIGSTOP');
      try {
        const { fault, ms } = await faultOf(queue.enqueue(documentReadJob, { ...payload, documentId: 'e' }));
        expect(fault.code).toBe('queue-unavailable');
        expect(ms).toBeLessThan(2_500);
      } finally {
        process.kill(forgetful.pid, 'SIGCONT');
      }
      expect(await queue.enqueue(documentReadJob, payload)).toMatchObject({ status: 'waiting' });
    }));
});
