import type { SqlMigration } from '../../../sqlite/migrate.js';

/** Documents in the order of their last changes. */
export const changesMigration: SqlMigration = {
  number: 8,
  name: '0008-changes',
  sql: 'CREATE INDEX documents_by_change ON documents (tenant, updated_at, id);',
};
