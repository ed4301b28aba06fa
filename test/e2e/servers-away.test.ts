import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseUrl, type RunningServer, startMongod, startRedis } from '../../scripts/servers/index.mjs';
import { jiannuo, temporaryFolder } from '../cli/support/cli.js';
import { type Served, send, serve } from './support/serve.js';

/** Servers of its own: they are killed. */
describe('the API on a cluster whose servers go away', () => {
  let folder: string;
  let mongod: RunningServer;
  let redis: RunningServer;
  let api: Served;
  beforeAll(async () => {
    folder = await temporaryFolder();
    for (const name of ['mongod', 'redis']) await mkdir(join(folder, name));
    mongod = await startMongod({ dir: join(folder, 'mongod') });
    redis = await startRedis({ dir: join(folder, 'redis') });
    const environment = {
      JIANNUO_PROFILE: 'cluster',
      JIANNUO_MONGODB_URL: databaseUrl(mongod.url, 'away'),
      JIANNUO_REDIS_URL: redis.url,
    };
    const before = await jiannuo(['list', '--lang', 'en'], environment);
    expect(before.stderr).toContain('jiannuo migrate');
    expect((await jiannuo(['migrate'], environment)).code).toBe(0);
    api = await serve(environment);
  });
  afterAll(async () => {
    await api?.stop();
    await Promise.all([mongod?.stop(), redis?.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  const ready = async () => {
    const since = performance.now();
    const response = await fetch(`${api.url}/readyz`);
    expect(performance.now() - since).toBeLessThan(2_000);
    const body = (await response.json()) as { store: unknown; queue: unknown };
    return { ...body, http: response.status };
  };

  it('queues while both are there', async () => {
    await expect.poll(ready, { timeout: 20_000 }).toMatchObject({ http: 200, store: null, queue: null });
    const { status, files } = await send(api.url, ['甲：到2025年底新建学校1所。']);
    expect(status).toBe(202);
    expect(files[0]?.jobId).toEqual(expect.any(String));
  });

  it('takes uploads while Redis is away', async () => {
    await redis.kill();
    const { status, files } = await send(api.url, ['乙：到2025年底新建学校2所。', '丙：新建3所。']);
    expect(status).toBe(202);
    expect(files.map(({ jobId }) => jobId)).toEqual([null, null]);
    expect(await ready()).toMatchObject({ http: 503, queue: { code: 'queue-unavailable' } });
  });

  it('answers 503 soon while MongoDB is away, saying which and where', async () => {
    await mongod.kill();
    const since = performance.now();
    const response = await fetch(`${api.url}/api/v1/commitments`);
    expect(performance.now() - since).toBeLessThan(2_000);
    expect(response.status).toBe(503);
    const problem = (await response.json()) as { code: string; detail: string };
    expect(problem.code).toBe('store-unavailable');
    expect(problem.detail).toContain(String(mongod.port));
    expect(await ready()).toMatchObject({ http: 503, store: { code: 'store-unavailable' } });
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
  });
});
