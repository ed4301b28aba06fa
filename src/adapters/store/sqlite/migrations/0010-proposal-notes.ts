import type { SqlMigration } from '../../../sqlite/migrate.js';

const refuse = (verb: 'UPDATE' | 'DELETE') =>
  `CREATE TRIGGER proposal_notes_no_${verb.toLowerCase()} BEFORE ${verb} ON proposal_notes
BEGIN SELECT raise(ABORT, 'proposal_notes is append-only'); END;`;

/** What people put down on proposals: the day of hand-over, how satisfied they are. */
export const proposalNotesMigration: SqlMigration = {
  number: 10,
  name: '0010-proposal-notes',
  sql: `
CREATE TABLE proposal_notes (
  tenant TEXT NOT NULL,
  proposal_id TEXT NOT NULL REFERENCES proposals,
  seq INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (tenant, proposal_id, seq)
) STRICT, WITHOUT ROWID;
${refuse('UPDATE')}
${refuse('DELETE')}
`,
};
