import type { LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import type { Dimension, Tally } from '../../../domain/tally.js';
import { askedTerms } from '../shared/asked-terms.js';
import { noDeadlineUp } from '../shared/row-order.js';
import { rowCondition } from './row-filter.js';
import type { Session } from './session.js';
import { countsAsOne, statusesSql } from './standing-sql.js';
import { countPlan } from './words-plan.js';

const month = (day: string) => `iif(${day} = '${noDeadlineUp}', NULL, substr(${day}, 1, 7))`;
/** 1: nothing to measure it by, 2: no deadline (`missing-bits.ts`). */
const vague = 'standings.vague IS 1 OR (items.missing & 3) <> 0';
const flag = (condition: string) => `iif(${condition}, 'true', 'false')`;

const columns: Readonly<Record<Exclude<Dimension, 'unit' | 'statuses' | 'past'>, string>> = {
  stance: 'items.stance',
  kind: 'items.kind',
  strength: 'items.strength',
  month: month('items.deadline_up'),
  document: 'items.document_id',
  place: '(SELECT place FROM documents WHERE documents.id = items.document_id)',
  vague: flag(vague),
};

/** What `found` holds of each row: the columns of the dimensions asked for and no other. */
function foundColumns(
  asked: ReadonlySet<Dimension>,
  days: { today: string; soonUntil: string },
): { sql: string; values: string[] } {
  const statuses = statusesSql(days);
  const values: string[] = [];
  const parts = [...asked].flatMap((dimension) => {
    switch (dimension) {
      case 'unit':
        return [];
      case 'statuses':
        values.push(...statuses.values);
        return [`${statuses.sql} AS statuses`];
      case 'past':
        values.push(days.today);
        return [`${flag('items.deadline_up <= ?')} AS past`];
      default:
        return [`${columns[dimension]} AS ${dimension}`];
    }
  });
  return { sql: parts.map((part) => `, ${part}`).join(''), values };
}

function groupSql(by: readonly Dimension[], at: number): string {
  const names = by.map((dimension) => (dimension === 'unit' ? 'unit_id' : dimension));
  const units = by.includes('unit') ? ' LEFT JOIN item_units ON item_units.item = found.n' : '';
  // An item may name one unit twice, by its name and by an alias.
  const rows = by.includes('unit') ? 'count(DISTINCT found.n)' : 'count(*)';
  const group = names.length === 0 ? '' : ` GROUP BY ${names.join(', ')}`;
  return `SELECT ${at} AS at, json_array(${names.join(', ')}) AS "values", ${rows} AS "rows" FROM found${units}${group}`;
}

export function tallyMethods(
  session: Session,
  tokenize: Tokenize,
): Pick<LedgerStore, 'tallies' | 'searchWords'> {
  return {
    async tallies(tenant, filter, by, { cap, promisesOnly, ...days }) {
      const terms = await askedTerms(filter, tokenize);
      const where = rowCondition(tenant, filter, terms, countPlan(session, filter, terms));
      const shown = foundColumns(new Set(by.flat()), days);
      const sql = `WITH found AS MATERIALIZED (
          SELECT items.n${shown.sql} FROM ${where.from}
          LEFT JOIN standings INDEXED BY standings_by_document
            ON standings.document_id = items.document_id AND standings.item_id = items.id
          WHERE ${where.sql}${promisesOnly ? ` AND ${countsAsOne}` : ''} LIMIT ?)
        ${by.map(groupSql).join(' UNION ALL ')} ORDER BY at, "rows" DESC`;
      const records = session.statement(sql).all(...shown.values, ...where.values, cap ?? -1) as {
        at: number;
        values: string;
        rows: number;
      }[];
      const tallies: Tally[][] = by.map(() => []);
      for (const { at, values, rows } of records)
        if (rows > 0) tallies[at]?.push({ values: JSON.parse(values) as Tally['values'], rows });
      return tallies;
    },

    async searchWords(text) {
      return (await askedTerms({ text }, tokenize)) ?? [];
    },
  };
}
