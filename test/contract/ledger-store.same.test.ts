import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { openMongoStore } from '../../src/adapters/store/mongo/mongo.store.js';
import { openSqliteStore } from '../../src/adapters/store/sqlite/sqlite.store.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import fc from '../support/seeded.js';
import { documentSeed, filterArbitrary, ledgerArbitrary, sortArbitrary } from './ledger-arbitraries.js';
import { addDone, newTenant, tokenize } from './ledger-fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-same-'));
const stores: LedgerStore[] = [];
beforeAll(async () => {
  const url = databaseUrl(inject('mongodbUrl'), `same_${process.pid}`);
  stores.push(
    openSqliteStore({ file: join(folder, 'ledger.db'), tokenize }),
    await openMongoStore({ url, tokenize }),
  );
  for (const store of stores) await store.migrate();
});
afterAll(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

it('gives the same rows, to the letter, in the same order and with the same cursors from both stores', async () => {
  const property = fc.asyncProperty(ledgerArbitrary, fc.nat(1_000_000), async (documents, seed) => {
    const tenant = newTenant();
    for (const store of stores)
      for (const [index, { items, about }] of documents.entries())
        await addDone(store, tenant, documentSeed(index), items, about);
    const asked = fc.sample(fc.tuple(filterArbitrary(tenant), sortArbitrary), { numRuns: 10, seed });
    for (const [filter, sort] of asked) {
      const pages = stores.map((store) => store.rows(tenant, filter, { sort, limit: 5 }));
      const [first, second] = (await Promise.all(pages)).map((page) => JSON.stringify(page));
      expect(second, JSON.stringify({ filter, sort })).toBe(first);
    }
    const registries = stores.map(async (store) =>
      JSON.stringify([await store.units(tenant), await store.proposals(tenant)]),
    );
    const [first, second] = await Promise.all(registries);
    expect(second).toBe(first);
  });
  await fc.assert(property, { numRuns: 25 });
});
