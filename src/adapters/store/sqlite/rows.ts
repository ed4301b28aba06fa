import type { LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import type { DocumentMeta } from '../../../domain/document.js';
import type { Item } from '../../../domain/item.js';
import type { BoundFilter, LedgerPage, LedgerRow } from '../../../domain/ledger.js';
import type { State } from '../../../domain/standing.js';
import { askedTerms } from '../shared/asked-terms.js';
import { type RowPosition, rowCursor } from '../shared/cursor.js';
import { storedItem, storedMeta } from '../shared/extraction-rows.js';
import { type RowOrder, rowOrder } from '../shared/row-order.js';
import type { Condition } from './condition.js';
import { isWhole } from './filling.js';
import { countPlan, rowCondition, type WordsPlan, wordsMatch } from './row-filter.js';
import type { Session } from './session.js';

interface RowRecord {
  readonly n: number;
  readonly id: string;
  readonly document_id: string;
  readonly place: number;
  readonly sort_key: string;
  readonly body: string;
  readonly state: string | null;
}

const told = `items.n, items.id, items.document_id, items.place, items.body,
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

/**
 * Rows of a filter in an order, from a position on. Exported for the test that looks at its plan.
 * @param words how rows with the words asked for are found
 */
export function rowsQuery(
  tenant: string,
  filter: BoundFilter,
  page: Pick<LedgerPage, 'sort' | 'limit' | 'cursor'>,
  terms: readonly string[] | null,
  words: WordsPlan = 'stream',
): Condition & { order: RowOrder } {
  const order = rowOrder(page.sort);
  const alongUnit =
    filter.unitId !== undefined && page.sort === 'deadline' && (terms === null || words !== 'stream');
  const where = rowCondition(tenant, filter, terms, { words, alongUnit });
  const table = alongUnit ? 'item_units' : 'items';
  const direction = order.direction === 1 ? 'ASC' : 'DESC';
  const column = `${table}.${sortColumns[order.key]}`;
  const ties = (of: string) => `${of}.document_id, ${of}.place, items.id`;
  const after = rowCursor.decode(order.tag, page.cursor);
  const keyset = after ? keysetAfter(order, after, column, table) : null;
  return {
    order,
    // Chosen first, told then: what is sorted and not shown is read without its words and its standing.
    sql: `SELECT ${told}, sort_key FROM (
        SELECT items.n AS shown, ${column} AS sort_key FROM ${where.from}
        WHERE ${where.sql}${keyset ? ` AND ${keyset.sql}` : ''} ORDER BY ${column} ${direction}, ${ties(table)} LIMIT ?)
      CROSS JOIN items ON items.n = shown ORDER BY sort_key ${direction}, ${ties('items')}`,
    values: [...where.values, ...(keyset?.values ?? []), page.limit + 1],
  };
}

/** Rows of words so few are read and sorted; of more, a page is met soon along the order that is asked for. */
const fewRows = 1_000;

export function rowMethods(
  { statement }: Session,
  tokenize: Tokenize,
): Pick<LedgerStore, 'rows' | 'count' | 'row'> {
  const wordsPlan = (terms: readonly string[] | null): WordsPlan => {
    if (terms === null || terms.length === 0) return 'stream';
    const counted = statement(
      'SELECT count(*) FROM (SELECT 1 FROM item_words WHERE item_words MATCH ? LIMIT ?)',
    ).pluck();
    return (counted.get(wordsMatch(terms), fewRows) as number) < fewRows ? 'stream' : 'set';
  };

  const documentsOf = (ids: readonly string[]): ReadonlyMap<string, LedgerRow['document']> => {
    const records = statement(
      'SELECT id, name, meta FROM documents WHERE id IN (SELECT value FROM json_each(?))',
    ).all(JSON.stringify([...new Set(ids)])) as { id: string; name: string; meta: string }[];
    return new Map(
      records.map(({ id, name, meta }) => {
        const said = storedMeta(JSON.parse(meta) as DocumentMeta);
        const { title, kind, issuer, date, proposalNumber, publicity } = said;
        return [id, { name, title, kind, issuer, date, proposalNumber, publicity }];
      }),
    );
  };

  const unitsOf = (items: readonly number[]): ReadonlyMap<number, Set<string>> => {
    const records = statement(
      `SELECT item, unit_id FROM item_units WHERE item IN (SELECT value FROM json_each(?)) ORDER BY item, position`,
    )
      .raw()
      .all(JSON.stringify(items)) as [number, string][];
    const units = new Map<number, Set<string>>();
    for (const [item, unit] of records) units.set(item, (units.get(item) ?? new Set()).add(unit));
    return units;
  };

  const toRows = (tenant: string, records: readonly RowRecord[]): LedgerRow[] => {
    const documents = documentsOf(records.map(({ document_id }) => document_id));
    const units = unitsOf(records.map(({ n }) => n));
    return records.flatMap((record) => {
      const document = documents.get(record.document_id);
      if (!document) return [];
      return {
        ...storedItem(JSON.parse(record.body) as Item),
        tenant,
        documentId: record.document_id,
        document,
        unitIds: [...(units.get(record.n) ?? [])],
        state: record.state === null ? null : (JSON.parse(record.state) as State),
      };
    });
  };

  return {
    async rows(tenant, filter, page) {
      const terms = await askedTerms(filter, tokenize);
      const { sql, values, order } = rowsQuery(tenant, filter, page, terms, wordsPlan(terms));
      const records = statement(sql).all(...values) as RowRecord[];
      const shown = records.slice(0, page.limit);
      const last = shown.at(-1);
      const end: RowPosition | null =
        records.length > page.limit && last ? [last.sort_key, last.document_id, last.place, last.id] : null;
      return { rows: toRows(tenant, shown), nextCursor: end && rowCursor.encode(order.tag, end) };
    },

    async count(tenant, filter, cap) {
      const terms = await askedTerms(filter, tokenize);
      const { from, sql, values } = rowCondition(tenant, filter, terms, countPlan(filter));
      const counted = statement(`SELECT count(*) FROM (SELECT 1 FROM ${from} WHERE ${sql} LIMIT ?)`).pluck();
      return counted.get(...values, cap) as number;
    },

    async row(tenant, itemId) {
      const record = statement(
        `SELECT ${told} FROM items WHERE items.tenant = ? AND items.id = ? AND ${isWhole}`,
      ).get(tenant, itemId) as RowRecord | undefined;
      return record === undefined ? null : (toRows(tenant, [record])[0] ?? null);
    },
  };
}
