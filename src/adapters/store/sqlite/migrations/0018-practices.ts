import type { SqlMigration } from '../../../sqlite/migrate.js';

/** What offices set as their practice, each change kept. */
export const practicesMigration: SqlMigration = {
  number: 18,
  name: '0018-practices',
  sql: `
CREATE TABLE practices (
  tenant TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (tenant, version)
) STRICT, WITHOUT ROWID;
`,
};
