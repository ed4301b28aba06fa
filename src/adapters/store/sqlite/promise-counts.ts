import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import type { PromiseCell } from '../../../domain/promise-count.js';
import type { State } from '../../../domain/standing.js';
import {
  askedPeriods,
  type CountedPromise,
  cellsOf,
  differenceOf,
  type StoredCell,
} from '../shared/promise-cells.js';
import { noDeadlineUp } from '../shared/row-order.js';
import type { Condition } from './condition.js';
import type { Session } from './session.js';
import { countsAsOne } from './standing-sql.js';

/** Rows of a document, or some of them. */
export const ofDocument = (id: string, only: ReadonlySet<string> | null = null): Condition =>
  only === null
    ? { sql: 'items.document_id = ?', values: [id] }
    : {
        sql: 'items.document_id = ? AND items.id IN (SELECT value FROM json_each(?))',
        values: [id, JSON.stringify([...only])],
      };

/** Rows by their numbers. */
export const rowsNumbered = (numbers: readonly number[]): Condition => ({
  sql: 'items.n IN (SELECT value FROM json_each(?))',
  values: [JSON.stringify(numbers)],
});

interface Row {
  readonly strength: string;
  readonly deadline_up: string;
  readonly place: string | null;
  readonly lacking: number;
  readonly state: string | null;
  readonly units: string;
}

/** Promises that count, of some rows. */
export function* promisesOf(
  { statement }: Session,
  tenant: string,
  which: Condition,
): IterableIterator<CountedPromise> {
  const rows = statement(
    `SELECT items.strength, items.deadline_up, documents.place, (items.missing & 3) <> 0 AS lacking, standings.state,
       (SELECT json_group_array(DISTINCT unit_id) FROM item_units WHERE item = items.n) AS units
     FROM items JOIN documents ON documents.id = items.document_id
     LEFT JOIN standings ON standings.tenant = items.tenant AND standings.item_id = items.id
     WHERE ${which.sql} AND items.tenant = ? AND items.stance = 'commitment' AND documents.filling IS NULL AND ${countsAsOne}`,
  ).iterate(...which.values, tenant) as IterableIterator<Row>;
  for (const { strength, deadline_up, place, lacking, state, units } of rows)
    yield {
      ...{ strength, deadlineUp: deadline_up, place, lacking: lacking === 1 },
      state: state === null ? null : (JSON.parse(state) as State),
      unitIds: JSON.parse(units) as string[],
    };
}

/**
 * Does work that changes what is counted of some rows, and keeps the counts of promises with it. Inside of a transaction.
 * @param which rows, told before the work and after it alike
 */
export function recounted<T>(session: Session, tenant: string, which: Condition, work: () => T): T {
  const before = cellsOf(promisesOf(session, tenant, which));
  const done = work();
  addCounts(session, tenant, differenceOf(before, cellsOf(promisesOf(session, tenant, which))));
  return done;
}

/** Adds to the kept counts of an office. Inside of a transaction. */
export function addCounts({ statement }: Session, tenant: string, cells: readonly StoredCell[]): void {
  const upsert = statement(
    `INSERT INTO promise_counts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET promises = promises + excluded.promises, open = open + excluded.open,
       vague = vague + excluded.vague, met_ahead = met_ahead + excluded.met_ahead, met_past = met_past + excluded.met_past`,
  );
  const clear = statement(
    'DELETE FROM promise_counts WHERE tenant = ? AND level = ? AND period = ? AND axis = ? AND value = ? AND promises = 0',
  );
  for (const { level, period, axis, value, promises, open, vague, metAhead, metPast } of cells) {
    const key = [tenant, level, period, axis, value];
    upsert.run(...key, promises, open, vague, metAhead, metPast);
    if (promises < 0) clear.run(...key);
  }
}

interface CellRow extends Omit<PromiseCell, 'value' | 'due'> {
  readonly value: string;
  readonly due: string;
}

/** Cells of a level between periods, or of all but those. */
const cellsIn = (level: number, condition: string) =>
  `SELECT axis, value, period, promises, open, vague, met_ahead, met_past FROM promise_counts
   WHERE tenant = :tenant AND level = ${level} AND ${condition}`;

const countedCells = `SELECT axis, value, min(period) AS due, sum(promises) AS promises, sum(open) AS open, sum(vague) AS vague,
    sum(met_ahead) AS metAhead, sum(met_past) AS metPast FROM (
  ${cellsIn(4, 'period NOT BETWEEN :firstYear AND :lastYear')} UNION ALL
  ${cellsIn(7, "period BETWEEN :firstYear AND :lastYear || '-99' AND period NOT BETWEEN :firstMonth AND :lastMonth")} UNION ALL
  ${cellsIn(10, "period BETWEEN :firstMonth AND :lastMonth || '-99'")})
  GROUP BY axis, value, period < :today, period <= :today, period <= :soonUntil, period = '${noDeadlineUp}',
    substr(period, 1, 7) = :firstMonth`;

export function promiseCountMethods({ statement }: Session): Pick<LedgerStore, 'promiseCells'> {
  return {
    async promiseCells(tenant, { today, soonUntil }) {
      const { years, months } = askedPeriods(today, soonUntil);
      const [firstYear, lastYear] = years;
      const [firstMonth, lastMonth] = months;
      const days = { tenant, today, soonUntil, firstYear, lastYear, firstMonth, lastMonth };
      const rows = statement(countedCells).all(days) as CellRow[];
      return rows.map(({ value, due, ...cell }) => ({
        ...cell,
        value: value === '' ? null : value,
        due: due === noDeadlineUp ? null : due,
      }));
    },
  };
}
