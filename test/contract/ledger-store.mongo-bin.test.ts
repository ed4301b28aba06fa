import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { connectMongo } from '../../src/adapters/mongo/connection.js';
import { documentMethods } from '../../src/adapters/store/mongo/documents.js';
import { modelsOf } from '../../src/adapters/store/mongo/models.js';
import { openMongoStore } from '../../src/adapters/store/mongo/mongo.store.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { addDone, newTenant, sha, tokenize } from './ledger-fixtures.js';

const at = { url: databaseUrl(inject('mongodbUrl'), `bin_race_${process.pid}`) };
let store: LedgerStore;
let connection: Awaited<ReturnType<typeof connectMongo>>;
beforeAll(async () => {
  store = await openMongoStore({ ...at, tokenize });
  await store.migrate();
  connection = await connectMongo(at);
});
afterAll(async () => {
  await connection?.close();
  await store?.close();
});

it('has a document that is handed in while it goes into the bin in the bin alone', async () => {
  const tenant = newTenant();
  const id = await addDone(store, tenant, 'a', [{ quote: '甲' }]);
  const models = modelsOf(connection);
  // The place is remembered between the look into the bin and the upsert.
  const updateOne: typeof models.tenants.updateOne = models.tenants.updateOne.bind(models.tenants);
  let binned = 0;
  models.tenants.updateOne = (async (...given: Parameters<typeof updateOne>) => {
    binned += 1;
    await store.binDocument(tenant, id, '乙');
    return updateOne(...given);
  }) as never;
  const again = { tenant, place: null, sha256: sha('a'), name: 'again.txt', size: 1 };
  await expect(documentMethods(connection, models).addDocument(again)).rejects.toMatchObject({
    code: 'document-binned',
    parameters: { id, name: 'a.txt' },
  });
  expect(binned).toBe(1);
  expect(await store.document(tenant, id)).toBeNull();
  expect((await store.documents(tenant, { limit: 5 })).rows).toEqual([]);
  expect((await store.binnedDocument(tenant, id))?.document.name).toBe('a.txt');
  expect(await store.restoreDocument(tenant, id)).toMatchObject({ id, name: 'a.txt', status: 'done' });
});
