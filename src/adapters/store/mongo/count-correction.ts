import type { Connection } from 'mongoose';
import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import { type CountedPromise, cellsOf, correctionOf, type StoredCell } from '../shared/promise-cells.js';
import { bare, type ItemRecord, type Models, type TenantRecord } from './models.js';
import type { CountChangeRecord, PromiseCountRecord } from './promise-count-models.js';
import { addUp, shown, thatCount, toCounted } from './promise-counts.js';

/** So many cells stay well below the most that a record may hold. */
const mostInOne = 20_000;
/** Rows counted at once. */
const atOnce = 5_000;

/** What is to be added to the kept counts of an office so that they are those of its rows, all read as of one instant. */
export async function countCorrection(connection: Connection, tenant: string): Promise<StoredCell[]> {
  return (await correctionAt(connection, tenant)).cells;
}

interface Correction {
  readonly cells: StoredCell[];
  /** How often counts of the office had been set right by then. */
  readonly recounts: number;
}

async function correctionAt(connection: Connection, tenant: string): Promise<Correction> {
  const session = await connection.startSession();
  // A session of snapshots shows what one transaction wrote in two collections in part (MongoDB 6.0): a transaction does not.
  session.startTransaction({ readConcern: { level: 'snapshot' } });
  try {
    const tenants = connection.collection<TenantRecord>('tenants');
    const recounts = (await tenants.findOne({ _id: tenant }, { session }))?.recounts ?? 0;
    const kept: StoredCell[] = [];
    const counts = connection.collection<PromiseCountRecord>('promise_counts');
    for await (const cell of counts.find({ tenant }, { session })) kept.push(cell);
    const changes = connection.collection<CountChangeRecord>('promise_count_changes');
    for await (const { cells } of changes.find({ tenant }, { session })) kept.push(...cells);
    const items = connection.collection<ItemRecord>('items');
    const counted = new Map<string, StoredCell>();
    let some: CountedPromise[] = [];
    const add = () => {
      cellsOf(some, counted);
      some = [];
    };
    const rows = items.find({ tenant, ...thatCount } as never, { session, projection: shown });
    for await (const item of rows) {
      some.push(toCounted(item));
      if (some.length === atOnce) add();
    }
    add();
    return { cells: correctionOf(kept, counted.values()), recounts };
  } finally {
    await session.abortTransaction().catch(() => undefined);
    await session.endSession();
  }
}

/**
 * Puts down a correction, which holds whatever was written since it was counted, unless somebody else has set the counts right.
 * @returns whether it was put down
 */
async function correct(
  connection: Connection,
  { tenants, countChanges }: Models,
  tenant: string,
  { cells, recounts }: Correction,
): Promise<boolean> {
  return connection.transaction(async (session) => {
    const options = { session, upsert: true, returnDocument: 'before' } as const;
    const found = await bare(tenants).findOneAndUpdate({ _id: tenant }, { $inc: { recounts: 1 } }, options);
    if ((found?.recounts ?? 0) !== recounts) {
      await session.abortTransaction();
      return false;
    }
    for (let from = 0; from < cells.length; from += mostInOne)
      await countChanges.collection.insertOne(
        { tenant, cells: cells.slice(from, from + mostInOne) },
        { session },
      );
    return true;
  });
}

export function recountMethods(connection: Connection, models: Models): Pick<LedgerStore, 'recountPromises'> {
  return {
    async recountPromises(tenant) {
      for (;;) {
        const correction = await correctionAt(connection, tenant);
        const { cells } = correction;
        if (cells.length > 0 && !(await correct(connection, models, tenant, correction))) continue;
        await addUp(connection, models, tenant);
        return cells.length;
      }
    },
  };
}
