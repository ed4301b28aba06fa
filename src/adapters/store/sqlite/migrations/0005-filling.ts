import type { SqlMigration } from '../../../sqlite/migrate.js';

/** The run that writes a document's first rows piece by piece; until it has ended they are no rows of the ledger. */
export const fillingMigration: SqlMigration = {
  number: 5,
  name: '0005-filling',
  sql: `
ALTER TABLE documents ADD COLUMN filling TEXT;
CREATE INDEX documents_filling ON documents (id) WHERE filling IS NOT NULL;
`,
};
