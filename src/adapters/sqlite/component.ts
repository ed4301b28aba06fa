import { type Database, openDatabase } from './database.js';
import { sqliteFault } from './fault.js';
import { applyMigrations, type SqlMigration } from './migrate.js';

/**
 * The data file, with one component of it (ledger, people, trail) brought to its newest schema.
 * Faults: `data-locked`, `data-damaged`, `data-unwritable`, `store-newer`; none leaves the file open.
 */
export function openComponent(
  file: string,
  name: string,
  migrations: readonly SqlMigration[],
): { readonly database: Database; readonly migrate: () => readonly string[] } {
  const database = openDatabase(file);
  const migrate = () => applyMigrations(database, name, migrations);
  try {
    migrate();
  } catch (error) {
    database.close();
    throw sqliteFault(file, error);
  }
  return { database, migrate };
}
