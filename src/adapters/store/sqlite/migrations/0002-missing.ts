import type { SqlMigration } from '../../../sqlite/migrate.js';

const byDeadline = 'ON items (tenant, deadline_up, document_id, place)';

/** What a promise does not say: a bit an element, each with an index of the rows that lack it. */
export const missingMigration: SqlMigration = {
  number: 2,
  name: '0002-missing',
  sql: `
ALTER TABLE items ADD COLUMN missing INTEGER NOT NULL DEFAULT 0;
CREATE INDEX items_without_measure ${byDeadline} WHERE missing & 1;
CREATE INDEX items_without_deadline ${byDeadline} WHERE missing & 2;
CREATE INDEX items_without_owner ${byDeadline} WHERE missing & 4;
CREATE INDEX items_without_deliverable ${byDeadline} WHERE missing & 8;
`,
};
