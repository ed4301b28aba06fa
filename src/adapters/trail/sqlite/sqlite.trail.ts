import type { TrailStore } from '../../../app/ports/trail-store.js';
import { chained, type TrailEntry } from '../../../domain/trail.js';
import { guarded } from '../../shared/guarded.js';
import { openComponent } from '../../sqlite/component.js';
import { sqliteFault } from '../../sqlite/fault.js';
import type { SqlMigration } from '../../sqlite/migrate.js';

const refuse = (
  verb: 'UPDATE' | 'DELETE',
) => `CREATE TRIGGER trail_no_${verb.toLowerCase()} BEFORE ${verb} ON trail
BEGIN SELECT raise(ABORT, 'trail is append-only'); END;`;

/** Of the component `trail` of the data file; a change to it is a new number. */
const migrations: readonly SqlMigration[] = [
  {
    number: 1,
    name: 'trail-0001',
    sql: `
CREATE TABLE trail (
  tenant TEXT NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (tenant, number)
) STRICT, WITHOUT ROWID;
${refuse('UPDATE')}
${refuse('DELETE')}
`,
  },
];

const read = (body: unknown): TrailEntry => JSON.parse(body as string) as TrailEntry;

/** The audit trail in the data file of the embedded profile. Faults at opening: as the ledger's. */
export function openSqliteTrail({ file }: { file: string }): TrailStore {
  const { database, migrate } = openComponent(file, 'trail', migrations);
  const last = database
    .prepare('SELECT body FROM trail WHERE tenant = ? ORDER BY number DESC LIMIT 1')
    .pluck();
  const insert = database.prepare('INSERT INTO trail VALUES (?, ?, ?)');
  const after = database
    .prepare('SELECT body FROM trail WHERE tenant = ? AND number > ? ORDER BY number LIMIT ?')
    .pluck();
  const before = database
    .prepare('SELECT body FROM trail WHERE tenant = ? AND number < ? ORDER BY number DESC LIMIT ?')
    .pluck();
  const append = database.transaction((entry: Parameters<TrailStore['append']>[0]) => {
    const body = last.get(entry.tenant);
    const next = chained(entry, body === undefined ? null : read(body));
    insert.run(next.tenant, next.number, JSON.stringify(next));
    return next;
  });
  const store: TrailStore = {
    append: async (entry) => append.immediate(entry),
    entries: async (tenant, page) => after.all(tenant, page.after, page.limit).map(read),
    newest: async (tenant, page) =>
      before.all(tenant, page.before ?? Number.MAX_SAFE_INTEGER, page.limit).map(read),
    async ping() {
      last.get('');
    },
    migrate: async () => migrate(),
    async close() {
      database.close();
    },
  };
  return guarded(store, (error) => sqliteFault(file, error));
}
