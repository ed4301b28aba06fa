import { afterEach, describe, expect, it, vi } from 'vitest';
import { createIngest } from '../../src/app/ingest/ingest-file.js';
import { type Composition, compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { type Profile, profiles } from './support/profiles.js';
import { reply } from './support/replies.js';
import { WorkerProcess } from './support/worker-process.js';

const settings = { tenant: 'default', place: null, maxFileBytes: 1_000_000 };

describe.each(['embedded', 'cluster'] as const)('a poisoned job: %s', (kind) => {
  let profile: Profile;
  let composition: Composition;
  let worker: WorkerProcess;
  afterEach(async () => {
    await worker?.end('SIGKILL');
    await composition?.close();
    await profile?.dispose();
  });

  it('is set aside after three tries, told at its document, and keeps no other back', async () => {
    profile = await profiles[kind]();
    composition = compose(readConfig(profile.environment));
    const [store, queue, blobs] = await Promise.all([
      composition.store(),
      composition.queue(),
      composition.blobs(),
    ]);
    await store.migrate();
    // What every try fails at: its original is not there.
    const nowhere = { ...blobs, put: async () => {} };
    const bad = await createIngest({ store, queue: async () => queue, blobs: nowhere }, settings)(reply(0));
    const good = await createIngest({ store, queue: async () => queue, blobs }, settings)(reply(1));
    worker = new WorkerProcess({ ...profile.environment, JIANNUO_READERS: '1' });
    await vi.waitFor(
      async () => expect(await queue.job(bad.job?.id ?? '')).toMatchObject({ status: 'dead', attempts: 3 }),
      { timeout: 60_000, interval: 200 },
    );
    expect(await store.document('default', bad.document.id)).toMatchObject({
      status: 'failed',
      fault: { code: 'original-missing' },
    });
    expect(await queue.jobs({ status: 'dead', limit: 10 })).toHaveLength(1);
    await vi.waitFor(
      async () => expect(await store.document('default', good.document.id)).toMatchObject({ status: 'done' }),
      { timeout: 30_000, interval: 200 },
    );

    // A person mends it and takes it up again.
    const { bytes } = reply(0);
    await blobs.put(bad.document.sha256, bytes);
    await queue.retry(bad.job?.id ?? '');
    await vi.waitFor(
      async () => expect(await store.document('default', bad.document.id)).toMatchObject({ status: 'done' }),
      { timeout: 30_000, interval: 200 },
    );
  });
});
