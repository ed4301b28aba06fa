import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseUrl, type RunningServer, startMongod, startRedis } from '../../scripts/servers/index.mjs';
import { jiannuo, temporaryFolder } from '../cli/support/cli.js';
import { type Served, send, serve } from './support/serve.js';

/** Servers of its own: they are held still, as behind a dead switch, and take connections all the same. */
describe('the API on a cluster whose servers fall silent', () => {
  let folder: string;
  let mongod: RunningServer;
  let redis: RunningServer;
  let api: Served;
  beforeAll(async () => {
    folder = await temporaryFolder();
    for (const name of ['mongod', 'redis']) await mkdir(join(folder, name));
    [mongod, redis] = await Promise.all([
      startMongod({ dir: join(folder, 'mongod') }),
      startRedis({ dir: join(folder, 'redis') }),
    ]);
    const environment = {
      JIANNUO_PROFILE: 'cluster',
      JIANNUO_MONGODB_URL: databaseUrl(mongod.url, 'silent'),
      JIANNUO_REDIS_URL: redis.url,
    };
    expect((await jiannuo(['migrate'], environment)).code).toBe(0);
    api = await serve(environment);
  });
  afterAll(async () => {
    for (const server of [mongod, redis]) if (server) process.kill(server.pid, 'SIGCONT');
    await api?.stop();
    await Promise.all([mongod?.stop(), redis?.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  const timed = async <T>(ask: () => Promise<T>): Promise<{ answer: T; ms: number }> => {
    const since = performance.now();
    const answer = await ask();
    return { answer, ms: performance.now() - since };
  };
  const get = async (path: string) => {
    const response = await fetch(`${api.url}${path}`);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const isReady = () =>
    expect.poll(async () => (await get('/readyz')).status, { timeout: 30_000, interval: 50 }).toBe(200);

  it('says within two seconds that MongoDB is silent, at each request, and goes on when it speaks', async () => {
    await isReady();
    expect((await get('/api/v1/commitments')).status).toBe(200);
    process.kill(mongod.pid, 'SIGSTOP');
    // The first finds it silent under its hands, later ones find what the driver has found meanwhile.
    const took: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      const { answer, ms } = await timed(() => get('/api/v1/commitments'));
      expect(answer).toMatchObject({ status: 503, body: { code: 'store-unavailable' } });
      took.push(ms);
    }
    expect(Math.max(...took), `${took.map(Math.round)} ms`).toBeLessThan(2_000);
    const { answer, ms } = await timed(() => get('/readyz'));
    expect(answer).toMatchObject({
      status: 503,
      body: { store: { code: 'store-unavailable' }, queue: null },
    });
    expect(ms).toBeLessThan(2_000);
    process.kill(mongod.pid, 'SIGCONT');
    await isReady();
    await expect.poll(async () => (await get('/api/v1/commitments')).status, { timeout: 30_000 }).toBe(200);
  });

  it('says within two seconds that Redis is silent, takes uploads, and goes on when it speaks', async () => {
    process.kill(redis.pid, 'SIGSTOP');
    const jobs = await timed(() => get('/api/v1/jobs'));
    expect(jobs.answer).toMatchObject({ status: 503, body: { code: 'queue-unavailable' } });
    expect(jobs.ms).toBeLessThan(2_000);
    const { answer } = await timed(() => send(api.url, ['甲：到2025年底新建学校1所。']));
    expect(answer).toMatchObject({ status: 202, files: [{ jobId: null }] });
    process.kill(redis.pid, 'SIGCONT');
    await isReady();
    expect((await get('/api/v1/jobs')).status).toBe(200);
  });
});
