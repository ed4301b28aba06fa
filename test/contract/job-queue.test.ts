import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { inject } from 'vitest';
import { openBullmqQueue } from '../../src/adapters/queue/bullmq/bullmq.queue.js';
import { openEmbeddedQueue } from '../../src/adapters/queue/embedded/embedded.queue.js';
import { jobQueueContract } from './job-queue.contract.js';

jobQueueContract('embedded (SQLite)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-queue-'));
  return {
    open: () => openEmbeddedQueue({ file: join(folder, 'ledger.db') }),
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
});

jobQueueContract('BullMQ (Redis)', async () => {
  const prefix = `test-${randomUUID()}`;
  const url = inject('redisUrl');
  return {
    open: () => openBullmqQueue({ url, prefix }),
    async dispose() {
      const redis = new Redis(url);
      const keys = await redis.keys(`${prefix}:*`);
      if (keys.length > 0) await redis.del(keys);
      redis.disconnect();
    },
  };
});
