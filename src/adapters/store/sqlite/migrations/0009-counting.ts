import type { SqlMigration } from '../../../sqlite/migrate.js';

/**
 * Rows are found under the deadline and the units that count, decisions considered. Units are registered when the documents
 * that have decisions on them are tracked again.
 */
export const countingMigration: SqlMigration = {
  number: 9,
  name: '0009-counting',
  sql: `
UPDATE items SET deadline_up = due, deadline_down = iif(due = '9999-99-99', '', due)
  FROM standings WHERE standings.tenant = items.tenant AND item_id = items.id AND due <> deadline_up;
UPDATE item_units SET deadline_up = items.deadline_up
  FROM items WHERE items.n = item_units.item AND items.deadline_up <> item_units.deadline_up;
UPDATE documents SET untracked = 1 WHERE status = 'done' AND id IN (
  SELECT document_id FROM standings WHERE json_extract(body, '$.fields.responsible') IS NOT NULL);
`,
};
