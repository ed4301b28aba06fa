import { JiannuoError } from '../../domain/errors.js';
import type { Database } from './database.js';

/** One numbered step of a schema. Never edited once released: a change is a new number. */
export interface SqlMigration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

const versionTable = `CREATE TABLE IF NOT EXISTS schema_version (
  component TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, applied_at TEXT NOT NULL,
  PRIMARY KEY (component, number)
) STRICT, WITHOUT ROWID`;

/** The number of the last migration that a component of the file has; 0 for none. */
export function schemaVersion(database: Database, component: string): number {
  const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_version'").get();
  if (!known) return 0;
  const last = database.prepare('SELECT max(number) FROM schema_version WHERE component = ?').pluck();
  return Number(last.get(component) ?? 0);
}

/**
 * Applies the missing migrations of one component (`ledger`, `queue`: they share the file) in order, in one transaction,
 * so that two processes that start at once do not both apply them. Returns the names applied.
 */
export function applyMigrations(
  database: Database,
  component: string,
  migrations: readonly SqlMigration[],
): string[] {
  const wanted = migrations.at(-1)?.number ?? 0;
  const found = schemaVersion(database, component);
  if (found === wanted) return [];
  if (found > wanted) throw new JiannuoError('store-newer', { found, wanted });
  const apply = database.transaction(() => {
    database.exec(versionTable);
    const from = schemaVersion(database, component);
    const missing = migrations.filter(({ number }) => number > from);
    const note = database.prepare('INSERT INTO schema_version VALUES (?, ?, ?, ?)');
    for (const { number, name, sql } of missing) {
      database.exec(sql);
      note.run(component, number, name, new Date().toISOString());
    }
    return missing.map(({ name }) => name);
  });
  return apply.immediate();
}
