import type { SqlMigration } from '../../../sqlite/migrate.js';

/** What tracking knows of each document, what documents say of each other's promises, where each promise stands. */
export const trackingMigration: SqlMigration = {
  number: 4,
  name: '0004-tracking',
  sql: `
CREATE TABLE tracked (
  n INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL UNIQUE REFERENCES documents,
  tenant TEXT NOT NULL,
  stamp TEXT NOT NULL,
  head TEXT NOT NULL
) STRICT;

-- One office, one side, one place (empty: not known): what an index entry is found within.
CREATE TABLE fact_scopes (
  id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, side TEXT NOT NULL, place TEXT NOT NULL, UNIQUE (tenant, side, place)
) STRICT;

CREATE TABLE facts (
  n INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents,
  item_id TEXT NOT NULL,
  side TEXT NOT NULL,
  scope INTEGER NOT NULL,
  keys TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (document_id, item_id)
) STRICT;
CREATE TABLE fact_keys (
  scope INTEGER NOT NULL, key TEXT NOT NULL, fact INTEGER NOT NULL, PRIMARY KEY (scope, key, fact)
) STRICT, WITHOUT ROWID;

-- A row a document, its words the marks of its sentences, each after the number of its scope.
CREATE VIRTUAL TABLE told_marks USING fts5 (
  marks, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars ':'"
);

CREATE TABLE held (
  n INTEGER PRIMARY KEY,
  target_document TEXT NOT NULL,
  target_item TEXT NOT NULL,
  other_document TEXT NOT NULL,
  row TEXT NOT NULL
) STRICT;
CREATE INDEX held_by_target ON held (target_document, target_item);
CREATE INDEX held_by_other ON held (other_document, target_document);

CREATE TABLE standings (
  tenant TEXT NOT NULL,
  item_id TEXT NOT NULL,
  document_id TEXT NOT NULL,
  due TEXT NOT NULL,
  ahead TEXT NOT NULL,
  past TEXT NOT NULL,
  claimed TEXT NOT NULL,
  disputed INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  vague INTEGER NOT NULL,
  double_of TEXT,
  state TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (tenant, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX standings_by_document ON standings (document_id);
CREATE INDEX standings_by_due ON standings (tenant, due);

ALTER TABLE decisions ADD COLUMN document_id TEXT NOT NULL DEFAULT '';
ALTER TABLE decisions ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX decisions_by_document ON decisions (tenant, document_id, seq);
ALTER TABLE claims ADD COLUMN document_id TEXT NOT NULL DEFAULT '';
ALTER TABLE claims ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX claims_by_document ON claims (tenant, document_id, seq);
`,
};
