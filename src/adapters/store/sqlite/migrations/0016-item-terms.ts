import type { SqlMigration } from '../../../sqlite/migrate.js';

/** The words of each row beside the index of words: whether one row has a word is told without gathering all that have it. */
export const itemTermsMigration: SqlMigration = {
  number: 16,
  name: '0016-item-terms',
  sql: `
CREATE TABLE item_terms (
  n INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
  terms TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE temp.terms_of_items USING fts5vocab(main, item_words, instance);
INSERT INTO item_terms
  SELECT doc, ' ' || group_concat(term, ' ') || ' ' FROM temp.terms_of_items WHERE doc IN (SELECT n FROM items) GROUP BY doc;
DROP TABLE temp.terms_of_items;
`,
};
