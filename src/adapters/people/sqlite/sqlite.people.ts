import type { PeopleStore } from '../../../app/ports/people-store.js';
import { guarded } from '../../shared/guarded.js';
import { openDatabase } from '../../sqlite/database.js';
import { sqliteFault } from '../../sqlite/fault.js';
import { applyMigrations } from '../../sqlite/migrate.js';
import { peopleMigrations } from './migrations.js';
import { personMethods } from './people-records.js';
import { secretMethods } from './secret-records.js';

/** People in the data file of the embedded profile, brought to their newest schema at opening. Faults: as the ledger's. */
export function openSqlitePeople({ file }: { file: string }): PeopleStore {
  const database = openDatabase(file);
  const migrate = () => applyMigrations(database, 'people', peopleMigrations);
  try {
    migrate();
  } catch (error) {
    database.close();
    throw sqliteFault(file, error);
  }
  const store: PeopleStore = {
    ...personMethods(database),
    ...secretMethods(database),
    async ping() {
      database.prepare('SELECT 1 FROM people LIMIT 1').get();
    },
    async migrate() {
      return migrate();
    },
    async close() {
      database.close();
    },
  };
  return guarded(store, (error) => sqliteFault(file, error));
}
