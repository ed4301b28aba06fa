import type { SqlMigration } from '../../sqlite/migrate.js';

const people: SqlMigration = {
  number: 1,
  name: 'people-0001',
  sql: `
CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY,
  tenant TEXT NOT NULL,
  login TEXT NOT NULL,
  governs INTEGER NOT NULL,
  password TEXT,
  body TEXT NOT NULL,
  UNIQUE (tenant, login)
) STRICT;

CREATE TABLE secrets (
  hash TEXT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  tenant TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('session', 'token', 'invitation')),
  person_id TEXT REFERENCES people,
  expires_at TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX secrets_by_kind ON secrets (tenant, kind);
CREATE INDEX secrets_by_person ON secrets (person_id);
CREATE INDEX secrets_by_expiry ON secrets (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE sign_in_attempts (
  tenant TEXT NOT NULL, login TEXT NOT NULL, count INTEGER NOT NULL, last_at TEXT NOT NULL,
  PRIMARY KEY (tenant, login)
) STRICT, WITHOUT ROWID;
`,
};

/** The kind of a secret is the program's to know: a new one needs no new table. */
const calendars: SqlMigration = {
  number: 2,
  name: 'people-0002',
  sql: `
CREATE TABLE secrets_of_any_kind (
  hash TEXT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  tenant TEXT NOT NULL,
  kind TEXT NOT NULL,
  person_id TEXT REFERENCES people,
  expires_at TEXT,
  body TEXT NOT NULL
) STRICT;
INSERT INTO secrets_of_any_kind SELECT hash, id, tenant, kind, person_id, expires_at, body FROM secrets;
DROP TABLE secrets;
ALTER TABLE secrets_of_any_kind RENAME TO secrets;
CREATE INDEX secrets_by_kind ON secrets (tenant, kind);
CREATE INDEX secrets_by_person ON secrets (person_id);
CREATE INDEX secrets_by_expiry ON secrets (expires_at) WHERE expires_at IS NOT NULL;
`,
};

/** Of the component `people` of the data file; a change to it is a new number. */
export const peopleMigrations: readonly SqlMigration[] = [people, calendars];
