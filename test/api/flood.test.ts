import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueLoad } from '../../src/api/upload/queue-load.js';
import { documentTrackJob } from '../../src/app/jobs/document-track.job.js';
import { JiannuoError } from '../../src/domain/errors.js';
import { buildApi, startApi, upload } from './support/api.js';

/** A queue in which as many documents wait to be read. */
const queueOf = (waiting: number) => ({
  waiting: async (kinds: readonly string[]) => {
    expect([...kinds].sort()).toEqual(['document.extract', 'document.read', 'document.recognize']);
    return waiting;
  },
});

describe('a flood of uploads', () => {
  it('is told to come later, with when, before its files are read', async () => {
    const app = await buildApi({ queue: async () => queueOf(100) as never });
    const answer = await upload(app, [{ name: '甲.txt', bytes: '到2025年底新建学校1所。' }]);
    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toBe('30');
    expect(answer.json()).toMatchObject({ code: 'upload-flood', status: 429 });
    expect(answer.json().detail).toContain('100');
    const samples = await app.inject({
      ...{ method: 'POST', url: '/api/v1/samples', headers: { host: 'localhost' } },
    });
    expect(samples.statusCode).toBe(429);
    expect(samples.json()).toMatchObject({ code: 'upload-flood' });
    await app.close();
  });

  it('is measured once a second, and not at all while the queue is away', async () => {
    let asked = 0;
    const load = queueLoad(
      async () => ({
        waiting: async () => {
          asked += 1;
          return 7;
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
    api = await startApi({ JIANNUO_MAX_WAITING: '5' });
  });
  afterAll(() => api.close());

  it('is told how many documents wait, and taken however much else is to be done', async () => {
    const queue = await api.queue();
    for (let n = 0; n < 5; n += 1) {
      const payload = { tenant: 'default', documentId: `none-${n}`, stamp: 's' };
      await queue.enqueue(documentTrackJob, payload, { delayMs: 600_000 });
    }
    expect((await queue.counts()).delayed).toBe(5);
    const answer = await upload(api.app, [{ name: '甲.txt', bytes: '到2025年底新建学校1所。' }]);
    expect(answer.statusCode).toBe(202);
    expect(answer.json().waiting).toBeGreaterThanOrEqual(0);
    expect(answer.json().waiting).toBeLessThan(5);
  });
});
