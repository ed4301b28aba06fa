import type { SqlMigration } from '../../../sqlite/migrate.js';

/** Documents under way, for the look after jobs that the queue has lost. */
export const unfinishedMigration: SqlMigration = {
  number: 3,
  name: '0003-unfinished',
  sql: `CREATE INDEX documents_unfinished ON documents (updated_at, id) WHERE status IN ('received', 'read');`,
};
