import { setImmediate } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import { type CountedPromise, cellsOf, correctionOf, type StoredCell } from '../shared/promise-cells.js';
import { addCounts, promisesOf } from './promise-counts.js';
import { createSession, type Session } from './session.js';

/** Promises counted before others of the process have their turn. */
const atOnce = 1_000;

/** Reads, on a connection that nobody else uses meanwhile, what the file held at one instant; nobody who writes waits for it. */
export async function atOneInstant<T>({ database }: Session, read: () => Promise<T>): Promise<T> {
  database.exec('BEGIN');
  try {
    return await read();
  } finally {
    database.exec('ROLLBACK');
  }
}

/** What is to be added to the kept counts of an office so that they are those of its rows. Inside of `atOneInstant`. */
export async function countCorrection(session: Session, tenant: string): Promise<StoredCell[]> {
  const kept = session
    .statement(
      `SELECT level, period, axis, value, promises, open, vague, met_ahead AS metAhead, met_past AS metPast
       FROM promise_counts WHERE tenant = ?`,
    )
    .all(tenant) as StoredCell[];
  const counted = new Map<string, StoredCell>();
  let some: CountedPromise[] = [];
  const add = async () => {
    cellsOf(some, counted);
    some = [];
    await setImmediate();
  };
  for (const promise of promisesOf(session, tenant, { sql: 'items.tenant = ?', values: [tenant] })) {
    some.push(promise);
    if (some.length === atOnce) await add();
  }
  await add();
  return correctionOf(kept, counted.values());
}

export function recountMethods(session: Session): Pick<LedgerStore, 'recountPromises'> {
  const counted = async (tenant: string) => {
    const reading = createSession(
      new BetterSqlite(session.database.name, { readonly: true, timeout: 5_000 }),
    );
    try {
      return await atOneInstant(reading, async () => {
        const recounts = reading.statement('SELECT recounts FROM tenants WHERE id = ?').pluck().get(tenant);
        return { recounts: Number(recounts ?? 0), cells: await countCorrection(reading, tenant) };
      });
    } finally {
      reading.database.close();
    }
  };
  /** Holds whatever was written since it was counted, unless somebody else has set the counts right. */
  const correct = (tenant: string, { recounts, cells }: Awaited<ReturnType<typeof counted>>): boolean =>
    session.write(() => {
      const first = session
        .statement(
          `INSERT INTO tenants VALUES (?, ?, 1) ON CONFLICT (id) DO UPDATE SET recounts = recounts + 1 WHERE recounts = ?`,
        )
        .run(tenant, new Date().toISOString(), recounts);
      if (first.changes > 0) addCounts(session, tenant, cells);
      return first.changes > 0;
    });
  return {
    async recountPromises(tenant) {
      for (;;) {
        const correction = await counted(tenant);
        if (correction.cells.length === 0 || correct(tenant, correction)) return correction.cells.length;
      }
    },
  };
}
