import { proposalNumberWritings } from '../../../domain/identity.js';
import { stances } from '../../../domain/item.js';
import type { BoundFilter, LedgerFilter } from '../../../domain/ledger.js';
import type { StandingFilter } from '../../../domain/standing.js';
import { noDeadlineUp } from '../shared/row-order.js';
import { withinSchedules } from '../shared/schedule-bounds.js';
import { wellFormed } from '../shared/well-formed.js';
import type { Condition } from './condition.js';
import { isWhole } from './filling.js';
import { lacking } from './missing-bits.js';
import { statusesSql } from './standing-sql.js';

/** A condition with the tables that it is over, `items` among them. */
export interface Search extends Condition {
  readonly from: string;
}

/**
 * How the rows of a search for words are found. `stream`: the words lead, each row of theirs is looked at; `set`: the numbers
 * of the words' rows are gathered, and rows that are walked in another order are held against them; `row`: each row walked is
 * looked into for the words.
 */
export type WordsPlan = 'stream' | 'set' | 'row';

export interface Plan {
  readonly words: WordsPlan;
  /** Along the deadlines of the filter's one unit: `item_units` leads. */
  readonly alongUnit?: boolean;
}

/** Bounds on the deadline over a column; a row without a deadline lies above every day. */
function deadlineBounds(filter: LedgerFilter, column: string): Condition[] {
  const bounds: Condition[] = [];
  if (filter.deadlineFrom) bounds.push({ sql: `${column} >= ?`, values: [filter.deadlineFrom] });
  if (filter.deadlineTo) bounds.push({ sql: `${column} <= ?`, values: [filter.deadlineTo] });
  if (filter.noDeadline === true) bounds.push({ sql: `${column} = ?`, values: [noDeadlineUp] });
  const bounded = filter.deadlineFrom !== undefined || filter.deadlineTo !== undefined;
  if (filter.noDeadline === false || bounded) bounds.push({ sql: `${column} < ?`, values: [noDeadlineUp] });
  return bounds;
}

const joined = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(' AND '),
  values: conditions.flatMap(({ values }) => values),
});

/** Names of units of which the words are a part of the name or of an alias. Takes the tenant, the words. */
const unitsNamed = 'SELECT unit_id FROM unit_names WHERE tenant = ? AND instr(name, ?) > 0';

/** @param which units: a condition on `unit_id` */
function unitCondition(filter: LedgerFilter, which: Condition): Condition {
  // Stance and deadline again, on the link: one range of one index gives a unit's commitments that fall due.
  const range = joined([
    which,
    {
      sql: filter.stance ? 'stance = ?' : 'stance IN (?, ?)',
      values: filter.stance ? [filter.stance] : stances,
    },
    ...deadlineBounds(filter, 'deadline_up'),
  ]);
  return { sql: `items.n IN (SELECT item FROM item_units WHERE ${range.sql})`, values: range.values };
}

function documentCondition(tenant: string, { authority, place }: LedgerFilter): Condition[] {
  const ofPlace = {
    sql: 'items.document_id IN (SELECT id FROM documents WHERE tenant = ? AND place = ?)',
    values: [tenant, place ?? ''],
  };
  return [...(place === undefined ? [] : [ofPlace]), ...authorityCondition(tenant, authority)];
}

function authorityCondition(tenant: string, authority: string | undefined): Condition[] {
  if (authority === undefined) return [];
  return [
    {
      sql: `items.document_id IN (SELECT id FROM documents WHERE tenant = ? AND (instr(issuer, ?) > 0
        OR issuer IN (SELECT name FROM unit_names WHERE unit_id IN (${unitsNamed}))))`,
      values: [tenant, authority, tenant, authority],
    },
  ];
}

/** Promises whose statuses on a day are among those allowed. */
function standingCondition({ allowed, ...days }: StandingFilter): Condition {
  const statuses = statusesSql(days);
  return {
    // Row by row: the statuses of a whole office are hundreds of thousands, those of the rows looked at few.
    sql: `EXISTS (SELECT 1 FROM standings INDEXED BY standings_by_document
      WHERE standings.document_id = items.document_id AND standings.item_id = items.id
        AND ${statuses.sql} IN (SELECT value FROM json_each(?)))`,
    values: [...statuses.values, JSON.stringify(allowed)],
  };
}

/** Rows that were accepted or rejected, or those that were not. */
const reviewCondition = (tenant: string, reviewed: boolean): Condition => ({
  sql: `items.id ${reviewed ? '' : 'NOT '}IN (SELECT item_id FROM standings WHERE tenant = ?
    AND json_extract(state, '$.review') IS NOT NULL)`,
  values: [tenant],
});

/** What the index of words is asked for rows that have all of them. */
export const wordsMatch = (terms: readonly string[]): string => terms.map((term) => `"${term}"`).join(' ');

/** Whether a row has the words, one by one. */
export const wordsInRow = (terms: readonly string[]): Condition => ({
  sql: `EXISTS (SELECT 1 FROM item_terms WHERE item_terms.n = items.n${' AND instr(terms, ?) > 0'.repeat(terms.length)})`,
  values: terms.map((term) => ` ${term} `),
});

const wordsSql: Readonly<Record<Exclude<WordsPlan, 'row'>, string>> = {
  stream: 'item_words MATCH ?',
  // The plus: the set is looked into, it does not lead.
  set: '+items.n IN (SELECT rowid FROM item_words WHERE item_words MATCH ?)',
};

function textCondition(terms: readonly string[], plan: WordsPlan): Condition {
  if (terms.length === 0) return { sql: '0', values: [] };
  if (plan === 'row') return wordsInRow(terms);
  return { sql: wordsSql[plan], values: [wordsMatch(terms)] };
}

/** With one of these the rows are few and named by another index. */
export const isNarrow = ({ documentId, proposal, unit, unitId, within }: BoundFilter): boolean =>
  [documentId, proposal, unit, unitId, within].some((value) => value !== undefined);

/** Rows of one unit in the order of its index; an item may name it twice, by its name and by an alias. */
function alongUnitCondition(filter: LedgerFilter, unitId: string): Condition {
  const stance = filter.stance ? [{ sql: 'item_units.stance = ?', values: [filter.stance] }] : [];
  return joined([
    { sql: 'item_units.unit_id = ?', values: [unitId] },
    ...stance,
    ...deadlineBounds(filter, 'item_units.deadline_up'),
    {
      sql: `NOT EXISTS (SELECT 1 FROM item_units AS named WHERE named.item = item_units.item
        AND named.position < item_units.position AND named.unit_id = item_units.unit_id)`,
      values: [],
    },
  ]);
}

/** The rows that whoever asks is bound to; bound to nothing, none. */
function boundsCondition({ within }: BoundFilter): Condition[] {
  if (within === undefined) return [];
  const listed = '(SELECT value FROM json_each(?))';
  return 'unitIds' in within
    ? [
        {
          sql: `items.n IN (SELECT item FROM item_units WHERE unit_id IN ${listed})`,
          values: [JSON.stringify(within.unitIds)],
        },
      ]
    : [
        {
          sql: `items.document_id IN (SELECT document_id FROM document_proposals WHERE proposal_id IN ${listed})`,
          values: [JSON.stringify(within.proposalIds)],
        },
      ];
}

function tablesOf(terms: readonly string[] | null, { words, alongUnit }: Plan): string {
  if (alongUnit) return 'item_units CROSS JOIN items ON items.n = item_units.item';
  const lead = words === 'stream' && terms !== null && terms.length > 0;
  return lead ? 'item_words CROSS JOIN items ON items.n = item_words.rowid' : 'items';
}

/**
 * FROM and WHERE of a filter over `items`. Substrings are literal (`instr`): no character in them has a meaning.
 * @param terms of the filter's text, null where it has none
 */
export function rowCondition(
  tenant: string,
  given: BoundFilter,
  terms: readonly string[] | null,
  plan: Plan,
): Search {
  const filter = withinSchedules(wellFormed(given));
  const equal = (column: string, value: string | number | undefined): Condition[] =>
    value === undefined ? [] : [{ sql: `items.${column} = ?`, values: [value] }];
  const { unit, unitId, indicator, proposal, hedged } = filter;
  // The plus keeps the planner from walking the whole office in the order asked for instead.
  const walks = !isNarrow(filter) && (terms === null || plan.words !== 'stream');
  const conditions = joined([
    { sql: `${walks ? '' : '+'}items.tenant = ?`, values: [tenant] },
    { sql: isWhole, values: [] },
    ...boundsCondition(filter),
    ...equal('stance', filter.stance),
    ...equal('kind', filter.kind),
    ...equal('strength', filter.strength),
    ...equal('hedged', hedged === undefined ? undefined : Number(hedged)),
    ...(filter.missing === undefined ? [] : [{ sql: lacking(filter.missing), values: [] }]),
    ...(filter.lessSureThan === undefined
      ? []
      : [{ sql: "json_extract(items.body, '$.confidence.row') < ?", values: [filter.lessSureThan / 100] }]),
    ...(filter.reviewed === undefined ? [] : [reviewCondition(tenant, filter.reviewed)]),
    ...equal('document_id', filter.documentId),
    ...equal('document_kind', filter.documentKind),
    ...deadlineBounds(filter, 'items.deadline_up'),
    ...(unit === undefined
      ? []
      : [unitCondition(filter, { sql: `unit_id IN (${unitsNamed})`, values: [tenant, unit] })]),
    ...(unitId === undefined || plan.alongUnit
      ? []
      : [unitCondition(filter, { sql: 'unit_id = ?', values: [unitId] })]),
    ...documentCondition(tenant, filter),
    ...(indicator === undefined ? [] : [{ sql: 'instr(items.indicator, ?) > 0', values: [indicator] }]),
    ...(proposal === undefined
      ? []
      : [
          {
            sql: `items.document_id IN (SELECT document_id FROM document_proposals JOIN proposals ON proposals.id = proposal_id
              WHERE proposals.tenant = ? AND number IN (SELECT value FROM json_each(?)))`,
            values: [tenant, JSON.stringify(proposalNumberWritings(proposal))],
          },
        ]),
    ...(filter.standing === undefined ? [] : [standingCondition(filter.standing)]),
    ...(terms === null ? [] : [textCondition(terms, plan.words)]),
    ...(unitId !== undefined && plan.alongUnit ? [alongUnitCondition(filter, unitId)] : []),
  ]);
  return { ...conditions, from: tablesOf(terms, plan) };
}
