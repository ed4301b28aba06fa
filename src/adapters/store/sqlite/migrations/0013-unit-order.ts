import type { SqlMigration } from '../../../sqlite/migrate.js';

/** A unit's rows in the order of their deadlines, ties as everywhere: its first page is read, and no more. */
export const unitOrderMigration: SqlMigration = {
  number: 13,
  name: '0013-unit-order',
  sql: `
CREATE TABLE ordered_units (
  item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
  position INTEGER NOT NULL,
  unit_id TEXT NOT NULL REFERENCES units,
  name TEXT NOT NULL,
  stance TEXT NOT NULL,
  deadline_up TEXT NOT NULL,
  document_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (item, position)
) STRICT, WITHOUT ROWID;
INSERT INTO ordered_units
  SELECT item, position, unit_id, name, item_units.stance, item_units.deadline_up, items.document_id, items.place
  FROM item_units JOIN items ON items.n = item ORDER BY item, position;
DROP TABLE item_units;
ALTER TABLE ordered_units RENAME TO item_units;
CREATE INDEX item_units_by_unit ON item_units (unit_id, deadline_up, document_id, place, stance, item);
`,
};
