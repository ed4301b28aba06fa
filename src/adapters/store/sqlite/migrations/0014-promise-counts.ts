import type { SqlMigration } from '../../../sqlite/migrate.js';

const rowsOf = (axis: string, value: string, from = 'counted') =>
  `SELECT tenant, due, '${axis}' AS axis, ${value} AS value, open, vague, met_ahead, met_past FROM ${from}`;

const byPeriod = (level: number) => `
INSERT INTO promise_counts
  SELECT tenant, ${level}, iif(period = '9999-99-99', period, substr(period, 1, ${level})) AS part, axis, value,
    sum(promises), sum(open), sum(vague), sum(met_ahead), sum(met_past)
  FROM promise_counts WHERE level = 10 GROUP BY tenant, part, axis, value;`;

/**
 * Counts of promises, kept with the rows: by day, month and year of the deadline that counts, and by unit, place, month,
 * strength and where they stand. Made here from the rows that there are.
 */
export const promiseCountsMigration: SqlMigration = {
  number: 14,
  name: '0014-promise-counts',
  sql: `
CREATE TABLE promise_counts (
  tenant TEXT NOT NULL,
  level INTEGER NOT NULL,
  period TEXT NOT NULL,
  axis TEXT NOT NULL,
  value TEXT NOT NULL,
  promises INTEGER NOT NULL,
  open INTEGER NOT NULL,
  vague INTEGER NOT NULL,
  met_ahead INTEGER NOT NULL,
  met_past INTEGER NOT NULL,
  PRIMARY KEY (tenant, level, period, axis, value)
) STRICT, WITHOUT ROWID;
INSERT INTO promise_counts
  WITH counted AS MATERIALIZED (
    SELECT items.n, items.tenant, deadline_up AS due, strength, coalesce(documents.place, '') AS place,
      iif(state IS NULL, '', ahead || '/' || past || '/' || claimed || '/' || disputed || '/' || closed || '/' || vague) AS stands,
      coalesce(NOT closed AND NOT vague, 0) AS open,
      coalesce(vague, 0) OR (missing & 3) <> 0 AS vague,
      coalesce(iif(closed, ahead <> 'not_met', NOT vague AND NOT disputed AND ahead = 'met'), 0) AS met_ahead,
      coalesce(iif(closed, past <> 'not_met', NOT vague AND NOT disputed AND past = 'met'), 0) AS met_past
    FROM items JOIN documents ON documents.id = items.document_id
      LEFT JOIN standings ON standings.tenant = items.tenant AND item_id = items.id
    WHERE stance = 'commitment' AND filling IS NULL AND double_of IS NULL
      AND coalesce(json_extract(state, '$.review'), '') <> 'rejected')
  SELECT tenant, 10, due, axis, value, count(*), sum(open), sum(vague), sum(met_ahead), sum(met_past) FROM (
    ${rowsOf('unit', "coalesce(unit_id, '')", 'counted LEFT JOIN (SELECT DISTINCT item, unit_id FROM item_units) ON item = n')}
    UNION ALL ${rowsOf('place', 'place')}
    UNION ALL ${rowsOf('month', "iif(due = '9999-99-99', '', substr(due, 1, 7))")}
    UNION ALL ${rowsOf('strength', 'strength')}
    UNION ALL ${rowsOf('state', 'stands')})
  GROUP BY tenant, due, axis, value;
${byPeriod(7)}
${byPeriod(4)}
`,
};
