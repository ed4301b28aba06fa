import type { SqlMigration } from '../../../sqlite/migrate.js';

/** Answers to requests with an Idempotency-Key, unreadable without the key. */
export const firstAnswersMigration: SqlMigration = {
  number: 12,
  name: '0012-first-answers',
  sql: `
CREATE TABLE first_answers (
  tenant TEXT NOT NULL,
  id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  answer BLOB,
  PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX first_answers_begun ON first_answers (begun_at);
`,
};
