import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seeded } from '../../bench/generate/random.js';
import { createIngest } from '../../src/app/ingest/ingest-file.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { type Composition, compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { sha256Hex } from '../../src/domain/identity.js';
import type { LedgerRow } from '../../src/domain/ledger.js';
import { extract } from '../../src/extract/extractor.js';
import { loadSegmenter } from '../../src/text/segment/segmenter.js';
import { type Profile, profiles } from './support/profiles.js';
import { reply } from './support/replies.js';
import { WorkerProcess } from './support/worker-process.js';

const documents = 36;
/** One reads and extracts a document, one tracks it. */
const jobs = 2 * documents;
const kills = 6;
const seed = Number(process.env.JIANNUO_TEST_SEED ?? 20_260_301);

const settings = { tenant: 'default', place: null, maxFileBytes: 1_000_000 };

async function allRows(store: LedgerStore): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await store.rows(settings.tenant, {}, { sort: 'document', limit: 200, cursor });
    rows.push(...page.rows);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}

describe.each(['embedded', 'cluster'] as const)('workers killed at any moment: %s', (name) => {
  let profile: Profile;
  let composition: Composition;
  const running: WorkerProcess[] = [];
  afterEach(async () => {
    await Promise.all(running.map((worker) => worker.end('SIGKILL')));
    await composition?.close();
    await profile?.dispose();
  });

  it(`loses nothing and doubles nothing over ${kills} kills (seed ${seed})`, async () => {
    profile = await profiles[name]();
    const environment = { ...profile.environment, JIANNUO_CONCURRENCY: '3', JIANNUO_READERS: '1' };
    composition = compose(readConfig(environment));
    const [store, queue, blobs] = await Promise.all([
      composition.store(),
      composition.queue(),
      composition.blobs(),
    ]);
    await store.migrate();
    const ingest = createIngest({ store, queue: async () => queue, blobs }, settings);
    const random = seeded(seed);
    const start = () => {
      const worker = new WorkerProcess(environment);
      running.push(worker);
      return worker;
    };

    // Two workers; uploads go on while one after the other is killed some time after it has begun to work.
    let pair = [start(), start()];
    const ids: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      for (let n = 0; n < documents / kills; n += 1) {
        const { document, created } = await ingest(reply(ids.length));
        expect(created).toBe(true);
        ids.push(document.id);
      }
      const victim = pair[kill % 2];
      await vi.waitFor(
        () => expect(victim?.lines).toContainEqual(expect.objectContaining({ msg: 'worker started' })),
        { timeout: 60_000 },
      );
      await pause(random() * 400);
      await victim?.end('SIGKILL');
      pair = pair.map((worker) => (worker === victim ? start() : worker));
    }
    const lastKill = Date.now();

    await vi.waitFor(
      async () => {
        const { done, ...open } = await queue.counts();
        expect({ done, ...open }).toEqual({
          done: jobs,
          waiting: 0,
          delayed: 0,
          running: 0,
          dead: 0,
        });
      },
      { timeout: 120_000, interval: 200 },
    );
    const runs = (await queue.jobs({ limit: 1_000 })).reduce((sum, { attempts }) => sum + attempts, 0);
    const interrupted = runs - jobs;
    console.log(
      `${name}: ${kills} kills, ${interrupted} runs cut short, all done ${Date.now() - lastKill} ms after the last`,
    );
    expect(interrupted).toBeGreaterThanOrEqual(kills / 4);

    const stored = await Promise.all(ids.map((id) => store.document(settings.tenant, id)));
    expect(stored.map((document) => document?.status)).toEqual(ids.map(() => 'done'));
    expect(await store.unqueued(10)).toEqual([]);
    const rows = await allRows(store);
    const expected: string[] = [];
    for (let n = 0; n < documents; n += 1) {
      const { bytes } = reply(n);
      const source = await store.text(settings.tenant, ids[n] ?? '');
      expect(source?.text).toBe(Buffer.from(bytes).toString('utf8'));
      if (source)
        expected.push(
          ...extract(source, sha256Hex(bytes), loadSegmenter().segmenter).items.map(({ id }) => id),
        );
    }
    expect(expected.length).toBeGreaterThan(documents);
    expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort());

    const codes = await Promise.all(pair.map((worker) => worker.end('SIGTERM')));
    expect(codes).toEqual([0, 0]);
  }, 400_000);
});
