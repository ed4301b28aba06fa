import type { SqlMigration } from '../../../sqlite/migrate.js';

/** Documents taken out of the ledger, whole: `record` the row of `documents` with its links, `packed` its text and rows. */
export const binMigration: SqlMigration = {
  number: 11,
  name: '0011-bin',
  sql: `
CREATE TABLE bin (
  document_id TEXT NOT NULL PRIMARY KEY,
  tenant TEXT NOT NULL REFERENCES tenants,
  sha256 TEXT NOT NULL,
  binned_at TEXT NOT NULL,
  binned_by TEXT NOT NULL,
  record TEXT NOT NULL,
  packed BLOB NOT NULL
) STRICT;
CREATE INDEX bin_newest ON bin (tenant, binned_at DESC, document_id DESC);
`,
};
