import type { Connection } from 'mongoose';
import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import {
  type CountedPromise,
  cellsOf,
  correctionOf,
  type StoredCell,
  sumOf,
} from '../shared/promise-cells.js';
import type { ItemRecord, Models } from './models.js';
import type { CountChangeRecord, PromiseCountRecord } from './promise-count-models.js';
import { addUp, shown, thatCount, toCounted } from './promise-counts.js';

/** So many cells stay well below the most that a record may hold. */
const mostInOne = 20_000;
/** Rows counted at once. */
const atOnce = 5_000;

/**
 * What is to be added to the kept counts of an office so that they are those of its rows: all read as of one instant, so
 * that it holds whatever is written and added up meanwhile.
 */
export async function countCorrection(connection: Connection, tenant: string): Promise<StoredCell[]> {
  const session = await connection.startSession({ snapshot: true });
  try {
    const kept: StoredCell[] = [];
    const counts = connection.collection<PromiseCountRecord>('promise_counts');
    for await (const cell of counts.find({ tenant }, { session })) kept.push(cell);
    const changes = connection.collection<CountChangeRecord>('promise_count_changes');
    for await (const { cells } of changes.find({ tenant }, { session })) kept.push(...cells);
    const items = connection.collection<ItemRecord>('items');
    let counted: StoredCell[] = [];
    let some: CountedPromise[] = [];
    const add = () => {
      counted = sumOf([counted, [...cellsOf(some).values()]]);
      some = [];
    };
    const rows = items.find({ tenant, ...thatCount } as never, { session, projection: shown });
    for await (const item of rows) {
      some.push(toCounted(item));
      if (some.length === atOnce) add();
    }
    add();
    return correctionOf(kept, counted);
  } finally {
    await session.endSession();
  }
}

export function recountMethods(connection: Connection, models: Models): Pick<LedgerStore, 'recountPromises'> {
  return {
    async recountPromises(tenant) {
      const correction = await countCorrection(connection, tenant);
      for (let from = 0; from < correction.length; from += mostInOne) {
        const cells = correction.slice(from, from + mostInOne);
        await models.countChanges.collection.insertOne({ tenant, cells });
      }
      await addUp(connection, models, tenant);
      return correction.length;
    },
  };
}
