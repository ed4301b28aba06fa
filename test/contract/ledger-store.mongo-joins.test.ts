import mongoose from 'mongoose';
import { expect, inject, it } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { modelsOf } from '../../src/adapters/store/mongo/models.js';
import { openMongoStore } from '../../src/adapters/store/mongo/mongo.store.js';
import { addDone, allRows, newTenant, tokenize } from './ledger-fixtures.js';

it('gives each commitment an identity above its mentions that outlives a re-extraction', async () => {
  const url = databaseUrl(inject('mongodbUrl'), `joins_${process.pid}`);
  const store = await openMongoStore({ url, tokenize });
  await store.migrate();
  const tenant = newTenant();
  const given = [{ quote: '甲' }, { quote: '乙' }, { quote: '丙', stance: 'achievement' as const }];
  await addDone(store, tenant, 'joins', given);
  const [first, second] = await allRows(store, tenant);
  const connection = await mongoose.createConnection(url).asPromise();
  const { items } = modelsOf(connection);
  const identities = async () =>
    (await items.find({ tenant }).sort({ start: 1 }).lean()).map(({ commitmentId }) => commitmentId);
  expect(await identities()).toEqual([`c-${first?.id}`, `c-${second?.id}`, null]);
  const join = { commitmentId: `c-${first?.id}`, joined: true };
  await items.updateOne({ tenant, itemId: second?.id ?? '' }, { $set: join });
  await addDone(store, tenant, 'joins', given);
  expect(await identities()).toEqual([`c-${first?.id}`, `c-${first?.id}`, null]);
  await connection.close();
  await store.close();
});
