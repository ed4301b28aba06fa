import type { BoundFilter, LedgerPage } from '../../../domain/ledger.js';
import { type RowPosition, rowCursor } from '../shared/cursor.js';
import { type RowOrder, rowOrder } from '../shared/row-order.js';
import type { Condition } from './condition.js';
import { rowCondition, type WordsPlan, wordsInRow } from './row-filter.js';

/** Columns of a row that is shown. */
export const told = `items.n, items.id, items.document_id, items.place, items.body,
  (SELECT state FROM standings WHERE standings.tenant = items.tenant AND item_id = items.id) AS state`;

const sortColumns = {
  deadlineUp: 'deadline_up',
  deadlineDown: 'deadline_down',
  documentDate: 'document_date',
};

/**
 * Rows beyond a position. The first part bounds the range of the index, the second sets equal keys apart: the id, which no
 * index has, is looked at last, and so of the row at the position alone.
 */
function keysetAfter(
  { direction }: RowOrder,
  [key, documentId, place, id]: RowPosition,
  column: string,
  table: string,
): Condition {
  const [ofDocument, ofPlace] = [`${table}.document_id`, `${table}.place`];
  if (direction === 1)
    return {
      sql: `(${column}, ${ofDocument}, ${ofPlace}) >= (?, ?, ?)
        AND (${column} <> ? OR ${ofDocument} <> ? OR ${ofPlace} <> ? OR items.id > ?)`,
      values: [key, documentId, place, key, documentId, place, id],
    };
  return {
    sql: `${column} <= ? AND (${column} < ? OR ${ofDocument} > ?
      OR (${ofDocument} = ? AND (${ofPlace} > ? OR (${ofPlace} = ? AND items.id > ?))))`,
    values: [key, key, documentId, documentId, place, place, id],
  };
}

/** Rows of a filter from a position on, and the order that they are asked in. */
function ordered(
  tenant: string,
  filter: BoundFilter,
  page: Pick<LedgerPage, 'sort' | 'cursor'>,
  terms: readonly string[] | null,
  words: WordsPlan,
) {
  const order = rowOrder(page.sort);
  const alongUnit =
    filter.unitId !== undefined && page.sort === 'deadline' && (terms === null || words !== 'stream');
  const where = rowCondition(tenant, filter, terms, { words, alongUnit });
  const table = alongUnit ? 'item_units' : 'items';
  const direction = order.direction === 1 ? 'ASC' : 'DESC';
  const column = `${table}.${sortColumns[order.key]}`;
  const after = rowCursor.decode(order.tag, page.cursor);
  const keyset = after ? keysetAfter(order, after, column, table) : null;
  return {
    ...{ direction, column, from: where.from },
    where: `WHERE ${where.sql}${keyset ? ` AND ${keyset.sql}` : ''} ORDER BY ${column} ${direction}, ${ties(table)}`,
    values: [...where.values, ...(keyset?.values ?? [])],
  };
}

const ties = (of: string) => `${of}.document_id, ${of}.place, items.id`;

/**
 * Rows of a filter in an order, from a position on: one more than the page has.
 * @param words how rows with the words asked for are found
 */
export function rowsQuery(
  tenant: string,
  filter: BoundFilter,
  page: Pick<LedgerPage, 'sort' | 'limit' | 'cursor'>,
  terms: readonly string[] | null,
  words: WordsPlan = 'stream',
): Condition {
  const { from, where, values, column, direction } = ordered(tenant, filter, page, terms, words);
  return {
    // Chosen first, told then: what is sorted and not shown is read without its words and its standing.
    sql: `SELECT ${told}, sort_key FROM (SELECT items.n AS shown, ${column} AS sort_key FROM ${from} ${where} LIMIT ?)
      CROSS JOIN items ON items.n = shown ORDER BY sort_key ${direction}, ${ties('items')}`,
    values: [...values, page.limit + 1],
  };
}

/** Numbers of the rows that a filter has but for its words, in their order, each with whether it has the words. */
export function walkQuery(
  tenant: string,
  filter: BoundFilter,
  page: Pick<LedgerPage, 'sort' | 'cursor'>,
  terms: readonly string[],
): Condition {
  const { from, where, values } = ordered(tenant, filter, page, null, 'row');
  const has = wordsInRow(terms);
  return { sql: `SELECT items.n, ${has.sql} FROM ${from} ${where}`, values: [...has.values, ...values] };
}

/** Rows by their numbers, in that order. */
export function pickedQuery(numbers: readonly number[], sort: LedgerPage['sort']): Condition {
  return {
    sql: `SELECT ${told}, items.${sortColumns[rowOrder(sort).key]} AS sort_key
      FROM json_each(?) AS picked CROSS JOIN items ON items.n = picked.value ORDER BY picked.key`,
    values: [JSON.stringify(numbers)],
  };
}
