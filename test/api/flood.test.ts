import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueLoad } from '../../src/api/upload/queue-load.js';
import type { JobStatus } from '../../src/app/ports/job-queue.js';
import { JiannuoError } from '../../src/domain/errors.js';
import { buildApi, startApi, upload } from './support/api.js';

const counts = (waiting: number): Record<JobStatus, number> => ({
  ...{ waiting, delayed: 0, running: 0, done: 0, dead: 0 },
});

describe('a flood of uploads', () => {
  it('is told to come later, with when, before its files are read', async () => {
    const queue = { counts: async () => counts(100) };
    const app = await buildApi({ queue: async () => queue as never });
    const answer = await upload(app, [{ name: '甲.txt', bytes: '到2025年底新建学校1所。' }]);
    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toBe('30');
    expect(answer.json()).toMatchObject({ code: 'upload-flood', status: 429 });
    expect(answer.json().detail).toContain('100');
    await app.close();
  });

  it('is measured once a second, and not at all while the queue is away', async () => {
    let asked = 0;
    const load = queueLoad(
      async () => ({
        counts: async () => {
          asked += 1;
          return counts(7);
        },
      }),
      8,
    );
    await Promise.all([load.refuseFlood(), load.refuseFlood(), load.waiting()]);
    expect(asked).toBe(1);
    expect(await load.waiting()).toBe(7);
    const away = new JiannuoError('queue-unavailable', { where: 'redis', reason: 'gone' });
    const without = queueLoad(() => Promise.reject(away), 1);
    await without.refuseFlood();
    expect(await without.waiting()).toBeNull();
  });
});

describe('an upload', () => {
  let api: Awaited<ReturnType<typeof startApi>>;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  it('is told how many wait', async () => {
    const answer = await upload(api.app, [{ name: '甲.txt', bytes: '到2025年底新建学校1所。' }]);
    expect(answer.statusCode).toBe(202);
    expect(answer.json().waiting).toBeGreaterThanOrEqual(0);
  });
});
