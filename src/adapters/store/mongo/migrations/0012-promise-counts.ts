import { cellsOf, type StoredCell, sumOf } from '../../shared/promise-cells.js';
import type { ItemRecord } from '../models.js';
import { countRecord, shown, thatCount, toCounted } from '../promise-counts.js';
import { createCollection, type MongoDatabase, type MongoMigration } from './mongo-migration.js';

/** Rows counted at once. */
const atOnce = 5_000;

/** Counts of an office from its rows: no other process of this version is at work before the migration has ended. */
async function count(database: MongoDatabase, tenant: string): Promise<void> {
  const found = database
    .collection<ItemRecord>('items')
    .find({ tenant, ...thatCount } as never, { projection: shown });
  let cells: StoredCell[] = [];
  let some: ItemRecord[] = [];
  const add = () => {
    cells = sumOf([cells, [...cellsOf(some.map(toCounted)).values()]]);
    some = [];
  };
  for await (const item of found) {
    some.push(item as unknown as ItemRecord);
    if (some.length === atOnce) add();
  }
  add();
  const counts = database.collection<{ _id: string }>('promise_counts');
  await counts.deleteMany({ tenant } as never);
  for (let from = 0; from < cells.length; from += atOnce)
    await counts.bulkWrite(
      cells.slice(from, from + atOnce).map((cell) => {
        const { _id, ...replacement } = countRecord(tenant, cell);
        return { replaceOne: { filter: { _id }, replacement, upsert: true } };
      }),
      { ordered: false },
    );
}

/** Counts of promises, kept with the rows; changes are put down apart and added up. */
export const promiseCountsMigration: MongoMigration = {
  number: 12,
  name: '0012-promise-counts',
  async up(database) {
    await createCollection(database, 'promise_counts', [{ key: { tenant: 1, level: 1, period: 1 } }]);
    await createCollection(database, 'promise_count_changes', [{ key: { tenant: 1 } }]);
    await database.collection('promise_count_changes').deleteMany({});
    for (const tenant of await database.collection('items').distinct('tenant')) await count(database, tenant);
  },
};
