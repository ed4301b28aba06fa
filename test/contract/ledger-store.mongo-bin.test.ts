import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { connectMongo } from '../../src/adapters/mongo/connection.js';
import { binMethods } from '../../src/adapters/store/mongo/bin.js';
import { documentMethods } from '../../src/adapters/store/mongo/documents.js';
import { bare, modelsOf } from '../../src/adapters/store/mongo/models.js';
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

const correction = (title: string) => ({
  ...{ fields: { title }, reason: '与原件核对后更正', madeBy: '丙' },
  madeAt: '2026-03-01T08:00:00.000Z',
});

it('leaves a document as people have set it when a second restoring of it comes late', async () => {
  const tenant = newTenant();
  const id = await addDone(store, tenant, 'b', [{ quote: '乙' }]);
  await store.binDocument(tenant, id, '甲');
  const own = await connectMongo(at);
  const models = modelsOf(own);
  // The second has read what lies in the bin; before it goes on, the first is through, and somebody sets the title.
  const deleteOne: typeof models.bin.deleteOne = models.bin.deleteOne.bind(models.bin);
  let restored = 0;
  models.bin.deleteOne = ((...given: Parameters<typeof deleteOne>) => {
    const first = async () => {
      restored += 1;
      if (restored > 1) return;
      await store.restoreDocument(tenant, id);
      await store.correctMeta(tenant, id, correction('更正后的标题'), 0);
    };
    return first().then(() => deleteOne(...given));
  }) as never;
  const second = binMethods(own, models, tokenize).restoreDocument(tenant, id);
  await expect(second).rejects.toMatchObject({ code: 'not-found', parameters: { what: 'binned', id } });
  await own.close();
  expect((await store.document(tenant, id))?.meta).toMatchObject({ title: '更正后的标题' });
  expect((await store.rows(tenant, {}, { sort: 'deadline', limit: 5 })).rows).toHaveLength(1);
});

it('keeps a correction of a document whose rows are written anew while it comes back', async () => {
  const tenant = newTenant();
  const id = await addDone(store, tenant, 'c', [{ quote: '丙', responsible: ['教育局'] }]);
  await store.binDocument(tenant, id, '甲');
  const own = await connectMongo(at);
  const models = modelsOf(own);
  // It is back once; before its names are looked at again, a unit gets another name and somebody sets the title.
  const registry = bare(models.tenants);
  const findOne: typeof registry.findOne = registry.findOne.bind(registry);
  let changed = false;
  registry.findOne = (async (...given: Parameters<typeof findOne>) => {
    if (!changed && (await store.document(tenant, id))) {
      changed = true;
      await models.tenants.updateOne({ _id: tenant }, { $inc: { registry: 1 } });
      await store.correctMeta(tenant, id, correction('回来后的标题'), 0);
    }
    return findOne(...given);
  }) as never;
  await binMethods(own, models, tokenize).restoreDocument(tenant, id);
  await own.close();
  expect(changed).toBe(true);
  const document = await store.document(tenant, id);
  expect(document).toMatchObject({ status: 'done', meta: { title: '回来后的标题' } });
  expect(document?.meta?.corrections).toHaveLength(1);
});
