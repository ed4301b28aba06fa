import type { Database } from '../sqlite/database.js';
import { countRecord } from '../store/mongo/promise-counts.js';
import type { StoredCell } from '../store/shared/promise-cells.js';
import type { MovedRecord } from './ledger-records.js';

export function* countRecords(database: Database): Generator<MovedRecord> {
  const cells = database.prepare(
    `SELECT tenant, level, period, axis, value, promises, open, vague, met_ahead AS metAhead, met_past AS metPast
     FROM promise_counts`,
  );
  for (const row of cells.iterate()) {
    const { tenant, ...cell } = row as StoredCell & { readonly tenant: string };
    yield { ...countRecord(tenant, cell) };
  }
}
