import type { SqlMigration } from '../../../sqlite/migrate.js';

/** How often the kept counts of an office were set right: of two who count at once, one sees that the other was first. */
export const recountsMigration: SqlMigration = {
  number: 17,
  name: '0017-recounts',
  sql: 'ALTER TABLE tenants ADD COLUMN recounts INTEGER NOT NULL DEFAULT 0;',
};
