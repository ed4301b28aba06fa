import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type RunningServer, startRedis } from '../../scripts/servers/index.mjs';
import { createIngest } from '../../src/app/ingest/ingest-file.js';
import type { RunningWorker } from '../../src/app/ports/job-queue.js';
import { type Composition, compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { startWorker, workerLog } from '../../workers/index.js';
import { type Profile, profiles } from './support/profiles.js';
import { reply } from './support/replies.js';

const settings = { tenant: 'default', place: null, maxFileBytes: 1_000_000 };

describe('Redis killed while uploads go on', () => {
  let folder: string;
  let profile: Profile;
  let redis: RunningServer;
  let worker: RunningWorker;
  const compositions: Composition[] = [];
  afterEach(async () => {
    await worker?.drain();
    for (const composition of compositions) await composition.close();
    await redis?.stop();
    await profile?.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes them all the same and works them when it is back', async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiannuo-away-'));
    redis = await startRedis({ dir: folder });
    profile = await profiles.cluster();
    const config = readConfig({ ...profile.environment, JIANNUO_REDIS_URL: redis.url, JIANNUO_READERS: '1' });
    // An API process and a worker process, as far as their ports go.
    const [api, work] = [compose(config), compose(config)];
    compositions.push(api, work);
    const [store, queue, blobs] = await Promise.all([api.store(), api.queue(), api.blobs()]);
    await store.migrate();
    worker = await startWorker(work, workerLog('silent'));
    const ingest = createIngest({ store, queue: async () => queue, blobs }, settings);

    const ids: string[] = [];
    const upload = async (count: number) => {
      const accepted = [];
      for (let n = 0; n < count; n += 1) {
        const since = performance.now();
        const { document, job } = await ingest(reply(ids.length));
        ids.push(document.id);
        accepted.push({ queued: job !== null, ms: performance.now() - since });
      }
      return accepted;
    };

    expect((await upload(8)).map(({ queued }) => queued)).not.toContain(false);
    await redis.kill();
    const meanwhile = await upload(16);
    expect(meanwhile.map(({ queued }) => queued)).not.toContain(true);
    expect(Math.max(...meanwhile.map(({ ms }) => ms))).toBeLessThan(3_000);
    expect(await store.unqueued(100)).toHaveLength(16);
    await expect(queue.ping()).rejects.toMatchObject({ code: 'queue-unavailable' });

    redis = await startRedis({ dir: folder, port: redis.port });
    const back = Date.now();
    await vi.waitFor(
      async () => {
        const documents = await Promise.all(ids.map((id) => store.document(settings.tenant, id)));
        expect(documents.map((document) => document?.status)).toEqual(ids.map(() => 'done'));
      },
      { timeout: 60_000, interval: 200 },
    );
    console.log(`all ${ids.length} done ${Date.now() - back} ms after Redis came back`);
    await vi.waitFor(
      async () => expect(await queue.counts()).toMatchObject({ running: 0, done: 2 * ids.length }),
      {
        timeout: 20_000,
      },
    );
    expect(await queue.counts()).toMatchObject({ waiting: 0, delayed: 0, dead: 0 });
    expect(await store.unqueued(1)).toEqual([]);
  });
});
