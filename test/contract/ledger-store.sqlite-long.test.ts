import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as eventLoop } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite/sqlite.store.js';
import type { Extraction, LedgerStore } from '../../src/app/ports/ledger-store.js';
import { buildApi, get } from '../api/support/api.js';
import { plainSource } from '../support/plain-source.js';
import { addDocument, engine, type ItemSeed, items, meta, tokenize } from './ledger-fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-long-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tenant = 'default';
const open = (file: string) => openSqliteStore({ file: join(folder, file), tokenize });

const extraction = (seed: string, count: number, given: ItemSeed = {}): Extraction => ({
  engine,
  meta: meta({ proposalNumber: '12' }),
  items: items(
    seed,
    Array.from({ length: count }, (_, n) => ({ responsible: [`第${n % 5}局`], ...given })),
  ),
  intentions: 0,
});

/** Runs beside a promise until it is settled; gives how often. */
async function meanwhile(work: Promise<unknown>, step: () => Promise<void>): Promise<number> {
  let over = false;
  const end = () => {
    over = true;
  };
  work.then(end, end);
  let steps = 0;
  for (; !over; steps += 1) {
    await step();
    await eventLoop();
  }
  await work;
  return steps;
}

it('answers requests while the rows of a long document are saved, and shows none or all of them', async () => {
  const count = 12_000;
  const store = open('alive.db');
  const app = await buildApi({ store: async () => store });
  const { id } = await addDocument(store, tenant, 'long');
  const seen = new Set<number>();
  const answered = await meanwhile(
    store.saveExtraction(tenant, id, extraction('long', count), plainSource('新建学校')),
    async () => {
      expect((await get(app, '/healthz')).json()).toMatchObject({ status: 'ok' });
      seen.add(await store.count(tenant, {}, 100_000));
      seen.add(await store.count(tenant, { unit: '第1局', text: '学校' }, 100_000));
      seen.add((await store.rows(tenant, {}, { sort: 'deadline', limit: 3 })).rows.length);
      expect([null, count]).toContain((await store.document(tenant, id))?.counts?.commitments ?? null);
    },
  );
  // In one piece it would be answered once, when all is over.
  expect(answered).toBeGreaterThan(10);
  expect([...seen].filter((rows) => ![0, 3, count / 5, count].includes(rows))).toEqual([]);
  expect(await store.count(tenant, {}, 100_000)).toBe(count);
  expect(await store.document(tenant, id)).toMatchObject({ status: 'done', counts: { commitments: count } });
  expect((await store.text(tenant, id))?.text).toBe('新建学校');
  expect(await store.proposals(tenant)).toMatchObject([{ number: '12', documentIds: [id] }]);
  expect(await store.units(tenant)).toHaveLength(5);
  await app.close();
  await store.close();
});

it('shows no row of a run that was cut short, and the next one leaves none of it', async () => {
  const count = 3_000;
  const first = open('cut.db');
  const { id } = await addDocument(first, tenant, 'cut');
  const file = new BetterSqlite(join(folder, 'cut.db'), { readonly: true });
  const written = () => file.prepare('SELECT count(*) FROM items').pluck().get() as number;
  const cut = first.saveExtraction(tenant, id, extraction('cut', count, { responsible: ['撤销的局'] }));
  const ended = expect(cut).rejects.toThrow();
  await expect.poll(written, { interval: 1 }).toBeGreaterThan(0);
  await first.close();
  await ended;
  expect(written()).toBeLessThan(count);

  const store = open('cut.db');
  const row = extraction('cut', 1).items[0]?.id ?? '';
  expect(await store.count(tenant, {}, 10_000)).toBe(0);
  expect((await store.rows(tenant, { unit: '撤销的局' }, { sort: 'document', limit: 3 })).rows).toEqual([]);
  expect(await store.row(tenant, row)).toBeNull();
  expect(await store.document(tenant, id)).toMatchObject({ status: 'received', counts: null });
  await store.saveExtraction(tenant, id, extraction('cut', count));
  expect(await store.count(tenant, {}, 10_000)).toBe(count);
  expect(await store.row(tenant, row)).toMatchObject({ id: row });
  expect(written()).toBe(count);
  expect((await store.units(tenant)).map(({ name }) => name)).not.toContain('撤销的局');
  file.close();
  await store.close();
});

it('counts the promises of a short run after a long one that was cut short as if that had never been', async () => {
  const first = open('counts.db');
  const { id } = await addDocument(first, tenant, 'counts');
  const file = new BetterSqlite(join(folder, 'counts.db'), { readonly: true });
  const written = () => file.prepare('SELECT count(*) FROM items').pluck().get() as number;
  const cut = first.saveExtraction(tenant, id, extraction('counts', 3_000));
  const ended = expect(cut).rejects.toThrow();
  await expect.poll(written, { interval: 1 }).toBeGreaterThan(0);
  await first.close();
  await ended;
  file.close();

  const stores = [open('counts.db'), open('uncut.db')];
  await addDocument(stores[1] as LedgerStore, tenant, 'counts');
  const [after, never] = await Promise.all(
    stores.map(async (store) => {
      await store.saveExtraction(tenant, id, extraction('counts', 150));
      const cells = await store.promiseCells(tenant, { today: '2025-12-31', soonUntil: '2026-01-30' });
      await store.close();
      return cells;
    }),
  );
  expect(after).toEqual(never);
  expect(Math.max(...(after ?? []).map(({ promises }) => promises))).toBe(150);
});

it('lets the later of two runs of one document have it', async () => {
  const store = open('two.db');
  const { id } = await addDocument(store, tenant, 'two');
  const runs = [extraction('two', 2_000), extraction('two', 2_000)].map((each) =>
    store.saveExtraction(tenant, id, each),
  );
  const settled = await Promise.allSettled(runs);
  expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'internal' } });
  expect(await store.count(tenant, {}, 10_000)).toBe(2_000);
  await store.close();
});

it('shows the rows before until a long document is saved anew', async () => {
  const store = open('anew.db');
  const { id } = await addDocument(store, tenant, 'anew');
  await store.saveExtraction(tenant, id, extraction('anew', 1_000));
  const seen = new Set<number>();
  await meanwhile(store.saveExtraction(tenant, id, extraction('anew', 900)), async () => {
    seen.add(await store.count(tenant, {}, 10_000));
  });
  expect([...seen].filter((rows) => rows !== 1_000 && rows !== 900)).toEqual([]);
  expect(await store.count(tenant, {}, 10_000)).toBe(900);
  await store.close();
});
