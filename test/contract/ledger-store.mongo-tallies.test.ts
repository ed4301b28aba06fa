import mongoose from 'mongoose';
import { expect, inject, it } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { modelsOf } from '../../src/adapters/store/mongo/models.js';
import { openMongoStore } from '../../src/adapters/store/mongo/mongo.store.js';
import { newTenant, tokenize } from './ledger-fixtures.js';

const url = databaseUrl(inject('mongodbUrl'), `tallies_${process.pid}`);
const places = 24_000;

it('tells tallies that together are larger than one document may be', async () => {
  const store = await openMongoStore({ url, tokenize });
  const connection = await mongoose.createConnection(url).asPromise();
  try {
    await store.migrate();
    const tenant = newTenant();
    const { items } = modelsOf(connection);
    const filler = '县'.repeat(250);
    const rows = Array.from({ length: places }, (_, n) => ({
      ...{
        _id: `i${n}@${tenant}`,
        tenant,
        itemId: `i${n}`,
        documentId: 'd',
        start: n,
        deadlineUp: '2025-12-31',
      },
      ...{ stance: 'commitment', kind: 'quantity', strength: 'plain', unitIds: [], place: `${n}${filler}` },
    }));
    await items.collection.insertMany(rows as never[], { ordered: false });
    const days = { today: '2025-01-01', soonUntil: '2025-02-01' };
    const [byPlace = [], byKind] = await store.tallies(tenant, {}, [['place'], ['kind']], days);
    expect(byPlace).toHaveLength(places);
    expect(Buffer.byteLength(JSON.stringify(byPlace))).toBeGreaterThan(16 * 1024 * 1024);
    expect(byKind).toEqual([{ values: ['quantity'], rows: places }]);
  } finally {
    await connection.close();
    await store.close();
  }
});
