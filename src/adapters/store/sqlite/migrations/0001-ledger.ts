import type { SqlMigration } from '../../../sqlite/migrate.js';

// Words are only ever asked for whole, together, in any order: no positions (`detail = none`).
// ascii: every character that is neither a blank nor a control belongs to its word, as the segmenter cut it.
const wordsAsCut = `tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\\]^_\`{|}~'"`;

const appendOnly = (table: string) =>
  ['UPDATE', 'DELETE']
    .map(
      (verb) => `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
BEGIN SELECT raise(ABORT, '${table} is append-only'); END;`,
    )
    .join('\n');

/** Everything that is hard to add later: offices and places, units with names, proposals, commitments above mentions. */
export const ledgerMigration: SqlMigration = {
  number: 1,
  name: '0001-ledger',
  sql: `
CREATE TABLE tenants (id TEXT PRIMARY KEY, created_at TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE places (
  tenant TEXT NOT NULL REFERENCES tenants, name TEXT NOT NULL, PRIMARY KEY (tenant, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  id TEXT NOT NULL PRIMARY KEY,
  tenant TEXT NOT NULL REFERENCES tenants,
  place TEXT,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  format TEXT,
  status TEXT NOT NULL CHECK (status IN ('received', 'read', 'done', 'failed')),
  fault TEXT,
  warnings TEXT NOT NULL DEFAULT '[]',
  characters INTEGER,
  engine TEXT,
  meta TEXT,
  issuer TEXT,
  counts TEXT,
  queued INTEGER NOT NULL DEFAULT 0,
  received_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (tenant, sha256),
  FOREIGN KEY (tenant, place) REFERENCES places (tenant, name)
) STRICT;
CREATE INDEX documents_newest ON documents (tenant, received_at DESC, id DESC);
CREATE INDEX documents_by_status ON documents (tenant, status, received_at DESC, id DESC);
CREATE INDEX documents_unqueued ON documents (received_at, id) WHERE queued = 0 AND status = 'received';
CREATE INDEX documents_by_issuer ON documents (tenant, issuer);

CREATE TABLE texts (document_id TEXT NOT NULL PRIMARY KEY REFERENCES documents, packed BLOB NOT NULL) STRICT;

-- Made when somebody speaks on a commitment or joins two; until then its id on the one item that mentions it is all of it.
CREATE TABLE commitments (
  tenant TEXT NOT NULL REFERENCES tenants, id TEXT NOT NULL, created_at TEXT NOT NULL, PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE items (
  n INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  id TEXT NOT NULL,
  document_id TEXT NOT NULL REFERENCES documents,
  commitment_id TEXT,
  stance TEXT NOT NULL,
  kind TEXT NOT NULL,
  strength TEXT NOT NULL,
  hedged INTEGER NOT NULL,
  indicator TEXT NOT NULL,
  document_kind TEXT NOT NULL,
  document_date TEXT NOT NULL,
  deadline_up TEXT NOT NULL,
  deadline_down TEXT NOT NULL,
  place INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (tenant, id)
) STRICT;
CREATE INDEX items_by_document ON items (document_id, place);
CREATE INDEX items_by_deadline ON items (tenant, deadline_up, document_id, place);
CREATE INDEX items_by_deadline_down ON items (tenant, deadline_down DESC, document_id, place);
CREATE INDEX items_by_document_date ON items (tenant, document_date DESC, document_id, place);
CREATE INDEX items_joined ON items (tenant, commitment_id) WHERE commitment_id <> 'c-' || id;
CREATE VIRTUAL TABLE item_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, ${wordsAsCut});

CREATE TABLE units (
  id TEXT NOT NULL PRIMARY KEY, tenant TEXT NOT NULL REFERENCES tenants, name TEXT NOT NULL, UNIQUE (tenant, name)
) STRICT;

CREATE TABLE unit_names (
  tenant TEXT NOT NULL, name TEXT NOT NULL, unit_id TEXT NOT NULL REFERENCES units, PRIMARY KEY (tenant, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_names_by_unit ON unit_names (unit_id);

CREATE TABLE item_units (
  item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
  position INTEGER NOT NULL,
  unit_id TEXT NOT NULL REFERENCES units,
  name TEXT NOT NULL,
  stance TEXT NOT NULL,
  deadline_up TEXT NOT NULL,
  PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_units_by_unit ON item_units (unit_id, stance, deadline_up, item);

CREATE TABLE proposals (
  id TEXT NOT NULL PRIMARY KEY,
  tenant TEXT NOT NULL REFERENCES tenants,
  body TEXT CHECK (body IN ('npc', 'cppcc')),
  session TEXT,
  number TEXT NOT NULL,
  title TEXT
) STRICT;
CREATE UNIQUE INDEX proposals_by_number
  ON proposals (tenant, number, coalesce(body, ''), coalesce(session, ''));

CREATE TABLE document_proposals (
  document_id TEXT NOT NULL REFERENCES documents,
  proposal_id TEXT NOT NULL REFERENCES proposals,
  origin TEXT NOT NULL CHECK (origin IN ('found', 'given')),
  PRIMARY KEY (document_id, proposal_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_proposals_by_proposal ON document_proposals (proposal_id, document_id);

CREATE TABLE claims (
  id TEXT NOT NULL PRIMARY KEY,
  tenant TEXT NOT NULL,
  commitment_id TEXT NOT NULL,
  unit_id TEXT REFERENCES units,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  body TEXT NOT NULL,
  FOREIGN KEY (tenant, commitment_id) REFERENCES commitments (tenant, id)
) STRICT;
CREATE INDEX claims_by_commitment ON claims (tenant, commitment_id, made_at);
${appendOnly('claims')}

CREATE TABLE decisions (
  id TEXT NOT NULL PRIMARY KEY,
  tenant TEXT NOT NULL,
  commitment_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  body TEXT NOT NULL,
  FOREIGN KEY (tenant, commitment_id) REFERENCES commitments (tenant, id)
) STRICT;
CREATE INDEX decisions_by_commitment ON decisions (tenant, commitment_id, made_at);
${appendOnly('decisions')}
`,
};
