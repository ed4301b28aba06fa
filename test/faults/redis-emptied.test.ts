import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type RunningServer, startRedis } from '../../scripts/servers/index.mjs';
import { createIngest } from '../../src/app/ingest/ingest-file.js';
import type { RunningWorker } from '../../src/app/ports/job-queue.js';
import { type Composition, compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { startWorker } from '../../workers/index.js';
import { plainSource } from '../support/plain-source.js';
import { type Profile, profiles } from './support/profiles.js';
import { reply } from './support/replies.js';

const settings = { tenant: 'default', place: null, maxFileBytes: 1_000_000 };

describe('Redis emptied between upload and work', () => {
  let folder: string;
  let profile: Profile;
  let redis: RunningServer;
  let client: Redis;
  const workers: RunningWorker[] = [];
  const compositions: Composition[] = [];
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.drain()));
    for (const composition of compositions) await composition.close();
    client?.disconnect();
    await redis?.stop();
    await profile?.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  it('works every document all the same, each once', async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiannuo-emptied-'));
    redis = await startRedis({ dir: folder });
    client = new Redis(redis.url);
    profile = await profiles.cluster();
    const config = readConfig({
      ...profile.environment,
      JIANNUO_REDIS_URL: redis.url,
      JIANNUO_READERS: '1',
      JIANNUO_REQUEUE_SECONDS: '1',
    });
    const open = () => {
      const composition = compose(config);
      compositions.push(composition);
      return composition;
    };
    const done: string[] = [];
    const log = pino(
      { level: 'info' },
      {
        write(line: string) {
          const told = JSON.parse(line) as { msg: string; kind?: string; document?: string };
          if (told.msg === 'job done' && told.kind !== 'document.track' && told.document)
            done.push(told.document);
        },
      },
    );
    const api = open();
    const [store, queue, blobs] = await Promise.all([api.store(), api.queue(), api.blobs()]);
    await store.migrate();
    const ingest = createIngest({ store, queue: async () => queue, blobs }, settings);
    const ids: string[] = [];
    const upload = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        const { document, job } = await ingest(reply(ids.length));
        expect(job).not.toBeNull();
        ids.push(document.id);
      }
    };
    const allDone = () =>
      vi.waitFor(
        async () => {
          const documents = await Promise.all(ids.map((id) => store.document(settings.tenant, id)));
          expect(documents.map((document) => document?.status)).toEqual(ids.map(() => 'done'));
        },
        { timeout: 60_000, interval: 200 },
      );

    // Nobody works yet; two documents stand after their first step.
    await upload(8);
    for (const id of ids.slice(0, 2))
      await store.saveText(settings.tenant, id, plainSource('到2026年底，新建学校3所。'));
    expect((await queue.counts()).waiting).toBe(8);
    await client.flushall();
    expect((await queue.counts()).waiting).toBe(0);
    await pause(1_100);
    for (const composition of [open(), open()]) workers.push(await startWorker(composition, log));
    await allDone();
    await pause(2_500);
    expect(done.sort()).toEqual([...ids].sort());
    // Each document has been read and extracted by one job and tracked by another.
    expect(await queue.counts()).toMatchObject({ done: 16, waiting: 0, delayed: 0, running: 0, dead: 0 });

    // Under the hands of workers that go on.
    await upload(4);
    await client.flushall();
    await upload(4);
    await allDone();
    expect(await store.unqueued(1)).toEqual([]);
    expect((await queue.counts()).dead).toBe(0);
  });
});
