import type { PeopleStore } from '../../../app/ports/people-store.js';
import { guarded } from '../../shared/guarded.js';
import { openComponent } from '../../sqlite/component.js';
import { sqliteFault } from '../../sqlite/fault.js';
import { peopleMigrations } from './migrations.js';
import { personMethods } from './people-records.js';
import { secretMethods } from './secret-records.js';

/** People in the data file of the embedded profile, brought to their newest schema at opening. Faults: as the ledger's. */
export function openSqlitePeople({ file }: { file: string }): PeopleStore {
  const { database, migrate } = openComponent(file, 'people', peopleMigrations);
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
