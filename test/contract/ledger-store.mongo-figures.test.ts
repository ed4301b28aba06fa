import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { promiseCountsMigration } from '../../src/adapters/store/mongo/migrations/0012-promise-counts.js';
import { openMongoStore } from '../../src/adapters/store/mongo/mongo.store.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { firstReport, plan } from '../support/river-county.js';
import { arrive } from '../support/tracked-ledger.js';
import { addDone, newTenant, tokenize } from './ledger-fixtures.js';
import { expectKeptFigures } from './ledger-store-figures.contract.js';
import { recountCases } from './ledger-store-recounts.contract.js';

const url = databaseUrl(inject('mongodbUrl'), `figures_${process.pid}`);
const asked = { today: '2025-06-01', soonUntil: '2025-07-01' };
const stores: LedgerStore[] = [];
let connection: Connection;
const [first, second] = [() => stores[0] as LedgerStore, () => stores[1] as LedgerStore];

beforeAll(async () => {
  stores.push(await openMongoStore({ url, tokenize }), await openMongoStore({ url, tokenize }));
  await first().migrate();
  connection = await mongoose.createConnection(url).asPromise();
});
afterAll(async () => {
  await connection.close();
  for (const store of stores) await store.close();
});

it('loses no count where two processes write and add up at the same time', async () => {
  const tenant = newTenant();
  const seeds = Array.from({ length: 24 }, (_, n) => `both-${n}`);
  const save = (seed: string, n: number) =>
    addDone(n % 2 === 0 ? first() : second(), tenant, seed, [
      { responsible: [`第${n % 3}局`], deadline: `202${5 + (n % 4)}-12-31` },
      { responsible: ['第1局'], deadline: null },
    ]);
  const look = (n: number) => (n % 2 === 0 ? first() : second()).promiseCells(tenant, asked);
  await Promise.all(seeds.flatMap((seed, n) => [save(seed, n), look(n)]));
  await expectKeptFigures(first(), tenant);
  expect(await connection.collection('promise_count_changes').countDocuments({ tenant })).toBe(0);
});

it('makes from the rows that there are, at the migration, the counts that are kept with them', async () => {
  const tenant = newTenant();
  await arrive(first(), { tenant, name: 'plan', text: plan, place: '浔岭县' });
  await arrive(first(), { tenant, name: 'firstReport', text: firstReport, place: '浔岭县' });
  await first().promiseCells(tenant, asked);
  const counts = async () =>
    connection
      .collection('promise_counts')
      .find({ promises: { $ne: 0 } })
      .sort({ _id: 1 })
      .toArray();
  const kept = await counts();
  expect(kept.filter((record) => record.tenant === tenant).length).toBeGreaterThan(50);
  await connection.collection('promise_counts').deleteMany({});
  if (!connection.db) throw new Error('no database');
  await promiseCountsMigration.up(connection.db);
  expect(await counts()).toEqual(kept);
});

recountCases(() => ({
  store: first(),
  other: second(),
  async miscount(tenant) {
    const wrong = { $inc: { promises: 3, open: 1 } };
    await connection.collection('promise_counts').updateMany({ tenant }, wrong);
  },
}));
