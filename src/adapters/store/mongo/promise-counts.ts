import type { ClientSession, Connection } from 'mongoose';
import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import type { CountedAxis } from '../../../domain/promise-count.js';
import {
  askedPeriods,
  type CountedPromise,
  cellsOf,
  differenceOf,
  type StoredCell,
  sumOf,
} from '../shared/promise-cells.js';
import { noDeadlineUp } from '../shared/row-order.js';
import type { ItemRecord, Models } from './models.js';
import type { PromiseCountRecord } from './promise-count-models.js';

type Shown = Pick<ItemRecord, 'strength' | 'deadlineUp' | 'place' | 'unitIds' | 'missing' | 'state'>;

/** Promises that count: no doubles, none rejected. */
export const thatCount = {
  stance: 'commitment',
  'state.doubleOf': null,
  'state.review': { $ne: 'rejected' },
};

export const shown = { strength: 1, deadlineUp: 1, place: 1, unitIds: 1, missing: 1, state: 1 } as const;

export const toCounted = ({
  strength,
  deadlineUp,
  place,
  unitIds,
  missing,
  state,
}: Shown): CountedPromise => {
  const { dueUp: _, ...rest } = state ?? {};
  return {
    ...{ strength, deadlineUp, place: place ?? null, unitIds: [...new Set(unitIds)] },
    lacking: (missing ?? []).some((element) => element === 'measure' || element === 'deadline'),
    state: state ? ({ due: null, ...rest } as CountedPromise['state']) : null,
  };
};

/** So many changes wait at most until they are added up. */
const mostWaiting = 64;

/**
 * Does work that changes what is counted of some rows, and puts down what that adds to the counts of promises: a record of
 * its own, for two transactions of an office would conflict over the counts themselves.
 * @param which rows, told before the work and after it alike
 */
export async function recounted<T>(
  { items, countChanges }: Pick<Models, 'items' | 'countChanges'>,
  session: ClientSession,
  tenant: string,
  which: object,
  work: () => Promise<T>,
): Promise<T> {
  const counting: object = { ...which, tenant, ...thatCount };
  const cells = async () =>
    cellsOf((await items.find(counting, shown, { session }).lean<Shown[]>()).map(toCounted));
  const before = await cells();
  const done = await work();
  const change = differenceOf(before, await cells());
  if (change.length > 0) await countChanges.collection.insertOne({ tenant, cells: change }, { session });
  return done;
}

const idOf = (tenant: string, { level, period, axis, value }: StoredCell): string =>
  JSON.stringify([tenant, level, period, axis, value]);

/** Adds up some changes that wait; gives how many there were. */
async function addUpSome(connection: Connection, models: Models, tenant: string): Promise<number> {
  const { promiseCounts, countChanges } = models;
  return connection.transaction(async (session) => {
    const waiting = await countChanges
      .find({ tenant }, null, { session })
      .limit(500)
      .lean<{ _id: unknown; cells: StoredCell[] }[]>();
    if (waiting.length === 0) return 0;
    // Conflicts where another adds them up at the same time: then what is left is looked at again.
    await countChanges.deleteMany({ _id: { $in: waiting.map(({ _id }) => _id) } }, { session });
    const writes = sumOf(waiting.map(({ cells }) => cells)).map((cell) => {
      const { axis, level, period, value, promises, open, vague, metAhead, metPast } = cell;
      return {
        updateOne: {
          filter: { _id: idOf(tenant, cell) as never },
          update: {
            $setOnInsert: { tenant, axis, level, period, value },
            $inc: { promises, open, vague, metAhead, metPast },
          },
          upsert: true,
        },
      };
    });
    if (writes.length > 0) await promiseCounts.collection.bulkWrite(writes, { session, ordered: false });
    return waiting.length;
  });
}

/** Adds up what waits. */
export async function addUp(connection: Connection, models: Models, tenant: string): Promise<void> {
  while ((await models.countChanges.exists({ tenant })) && (await addUpSome(connection, models, tenant)) > 0);
}

/** After a write: what waits is added up before it is much. */
export async function addUpWhenMany(connection: Connection, models: Models, tenant: string): Promise<void> {
  const waiting = await models.countChanges.countDocuments({ tenant }, { limit: mostWaiting });
  if (waiting >= mostWaiting) await addUp(connection, models, tenant);
}

interface CellRecord {
  readonly _id: { readonly axis: CountedAxis; readonly value: string };
  readonly due: string;
  readonly promises: number;
  readonly open: number;
  readonly vague: number;
  readonly metAhead: number;
  readonly metPast: number;
}

export function promiseCountMethods(
  connection: Connection,
  models: Models,
): Pick<LedgerStore, 'promiseCells'> {
  return {
    async promiseCells(tenant, { today, soonUntil }) {
      await addUp(connection, models, tenant);
      const { years, months } = askedPeriods(today, soonUntil);
      const [firstYear, lastYear] = years;
      const [firstMonth, lastMonth] = months;
      const outside = (first: string, last: string) => [
        { period: { $lt: first } },
        { period: { $gt: last } },
      ];
      const inYears = { $gte: firstYear, $lte: `${lastYear}-99` };
      const group = {
        axis: '$axis',
        value: '$value',
        past: { $lte: ['$period', today] },
        before: { $lt: ['$period', today] },
        soon: { $lte: ['$period', soonUntil] },
        none: { $eq: ['$period', noDeadlineUp] },
        month: { $eq: [{ $substrBytes: ['$period', 0, 7] }, firstMonth] },
      };
      const sums = ['promises', 'open', 'vague', 'metAhead', 'metPast'].map((name) => [
        name,
        { $sum: `$${name}` },
      ]);
      const cells = await models.promiseCounts
        .aggregate<CellRecord>([
          {
            $match: {
              tenant,
              $or: [
                { level: 4, $or: outside(firstYear, lastYear) },
                { level: 7, period: inYears, $or: outside(firstMonth, lastMonth) },
                { level: 10, period: { $gte: firstMonth, $lte: `${lastMonth}-99` } },
              ],
            },
          },
          { $group: { _id: group, due: { $min: '$period' }, ...Object.fromEntries(sums) } },
          { $match: { promises: { $ne: 0 } } },
        ])
        // All of what another adds up meanwhile, or nothing of it.
        .readConcern('snapshot');
      return cells.map(({ _id: { axis, value }, due, promises, open, vague, metAhead, metPast }) => ({
        ...{ axis, value: value === '' ? null : value, due: due === noDeadlineUp ? null : due },
        ...{ promises, open, vague, metAhead, metPast },
      }));
    },
  };
}

/** A cell as a record. */
export const countRecord = (tenant: string, cell: StoredCell): PromiseCountRecord => ({
  _id: idOf(tenant, cell),
  tenant,
  ...cell,
});
