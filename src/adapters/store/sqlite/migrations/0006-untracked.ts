import type { SqlMigration } from '../../../sqlite/migrate.js';

/** Documents whose items have not been held against others, for the look after jobs that the queue has lost. */
export const untrackedMigration: SqlMigration = {
  number: 6,
  name: '0006-untracked',
  sql: `
ALTER TABLE documents ADD COLUMN untracked INTEGER NOT NULL DEFAULT 0;
UPDATE documents SET untracked = 1
  WHERE status = 'done' AND id NOT IN (SELECT document_id FROM tracked);
CREATE INDEX documents_untracked ON documents (updated_at, id) WHERE untracked = 1;
`,
};
