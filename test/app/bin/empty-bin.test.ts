import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyBin } from '../../../src/app/bin/empty-bin.js';
import { createIngest } from '../../../src/app/ingest/ingest-file.js';
import { claimOn } from '../../../src/app/standing/claim.js';
import { type Composition, compose } from '../../../src/compose.js';
import { readConfig } from '../../../src/config.js';
import { sha256Hex } from '../../../src/domain/identity.js';
import { arrive, promises } from '../../support/tracked-ledger.js';

let folder: string;
let composition: Composition;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiannuo-bin-'));
  composition = compose(readConfig({ JIANNUO_DATA: folder }));
});
afterAll(async () => {
  await composition.close();
  await rm(folder, { recursive: true, force: true });
});

const tenant = 'default';
const file = (words: string) => ({ name: `${words}.txt`, bytes: Buffer.from(words) });

async function setUp() {
  const [store, blobs] = [await composition.store(), await composition.blobs()];
  const ingest = createIngest(
    { store, blobs, queue: composition.queue },
    { tenant, place: null, maxFileBytes: 1_000 },
  );
  return { store, blobs, ingest };
}

it('removes what is over its term, with the originals that nothing else names', async () => {
  const { store, blobs, ingest } = await setUp();
  const [gone, kept] = [file('到期的'), file('另有人用的')];
  for (const each of [gone, kept]) {
    const { document } = await ingest(each);
    await store.binDocument(tenant, document.id, '甲');
  }
  const size = kept.bytes.length;
  const elsewhere = { tenant: 'other', place: null, sha256: sha256Hex(kept.bytes), name: kept.name, size };
  await store.addDocument(elsewhere);
  const deps = { store, blobs };
  expect(await emptyBin(deps, tenant, 30, new Date())).toEqual([]);
  expect(await blobs.has(sha256Hex(gone.bytes))).toBe(true);
  const later = new Date(Date.now() + 31 * 86_400_000);
  expect(await emptyBin(deps, tenant, 30, later)).toHaveLength(2);
  expect(await blobs.has(sha256Hex(gone.bytes))).toBe(false);
  expect(await blobs.has(sha256Hex(kept.bytes))).toBe(true);
  expect((await store.binned(tenant, { limit: 10 })).rows).toEqual([]);
});

it('loses no original of a file that is handed in while its document is removed for good', async () => {
  const { store, blobs, ingest } = await setUp();
  const given = file('又交一次');
  const sha256 = sha256Hex(given.bytes);
  const { document } = await ingest(given);
  await store.binDocument(tenant, document.id, '甲');
  const later = new Date(Date.now() + 31 * 86_400_000);
  // Between each two steps of the one comes the whole of the other.
  const before = {
    ...blobs,
    remove: async (sha: string) => {
      await ingest(given);
      return blobs.remove(sha);
    },
  };
  await emptyBin({ store, blobs: before }, tenant, 30, later);
  expect(await blobs.has(sha256)).toBe(true);

  await store.binDocument(tenant, document.id, '甲');
  const slow = createIngest(
    {
      store: {
        ...store,
        addDocument: async (one) => {
          await emptyBin({ store, blobs }, tenant, 30, later);
          return store.addDocument(one);
        },
      },
      blobs,
      queue: composition.queue,
    },
    { tenant, place: null, maxFileBytes: 1_000 },
  );
  expect((await slow(given)).created).toBe(true);
  expect(await blobs.has(sha256)).toBe(true);
});

it('loses no file that a claim names while its document is removed for good', async () => {
  const { store, blobs, ingest } = await setUp();
  const text =
    '青槐市充电设施建设实施方案\n\n到2026年6月30日，新建充电桩500个。\n\n青槐市人民政府\n2025年12月1日\n';
  await arrive(store, { tenant, name: 'plan.txt', text });
  const [row] = await promises(store, tenant);
  const attached = file('验收单');
  const { document } = await ingest(attached);
  await store.binDocument(tenant, document.id, '甲');
  const later = new Date(Date.now() + 31 * 86_400_000);
  // Emptied between the file and the claim that names it.
  const slow: Pick<typeof store, 'row' | 'claim'> = {
    row: store.row,
    claim: async (...given) => {
      expect(await emptyBin({ store, blobs }, tenant, 30, later)).toHaveLength(1);
      return store.claim(...given);
    },
  };
  const said = { state: 'done', text: '已办', by: '甲' } as const;
  const standing = await claimOn({ store: slow, blobs }, tenant, row?.id ?? '', said, [attached], new Date());
  const sha256 = sha256Hex(attached.bytes);
  expect(standing.claims.at(-1)?.files).toEqual([{ name: attached.name, sha256 }]);
  expect(await blobs.has(sha256)).toBe(true);
});
