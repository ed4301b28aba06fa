import type { LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import type { DocumentMeta } from '../../../domain/document.js';
import type { Item } from '../../../domain/item.js';
import type { BoundFilter, LedgerPage, LedgerRow } from '../../../domain/ledger.js';
import type { State } from '../../../domain/standing.js';
import { askedTerms } from '../shared/asked-terms.js';
import { type RowPosition, rowCursor } from '../shared/cursor.js';
import { storedItem, storedMeta } from '../shared/extraction-rows.js';
import { type RowOrder, rowOrder } from '../shared/row-order.js';
import { isWhole } from './filling.js';
import { type Condition, rowCondition } from './row-filter.js';
import type { Session } from './session.js';

interface RowRecord {
  readonly n: number;
  readonly id: string;
  readonly document_id: string;
  readonly place: number;
  readonly sort_key: string;
  readonly body: string;
  readonly name: string;
  readonly meta: string;
  readonly state: string | null;
}

const stateColumn =
  '(SELECT state FROM standings WHERE standings.tenant = items.tenant AND item_id = items.id) AS state';

const sortColumns = {
  deadlineUp: 'items.deadline_up',
  deadlineDown: 'items.deadline_down',
  documentDate: 'items.document_date',
} as const;

/** Rows of a filter in an order, from a position on. Exported for the test that looks at its plan. */
export function rowsQuery(
  tenant: string,
  filter: BoundFilter,
  page: Pick<LedgerPage, 'sort' | 'limit' | 'cursor'>,
  terms: readonly string[] | null,
): Condition & { order: RowOrder } {
  const order = rowOrder(page.sort);
  const column = sortColumns[order.key];
  const [beyond, direction] = order.direction === 1 ? ['>', 'ASC'] : ['<', 'DESC'];
  const where = rowCondition(tenant, filter, terms);
  const after = rowCursor.decode(order.tag, page.cursor);
  // The first half bounds the range of the index; the second half sets equal keys apart.
  const keyset = after
    ? ` AND ${column} ${beyond}= ? AND (${column} ${beyond} ? OR (items.document_id, items.place, items.id) > (?, ?, ?))`
    : '';
  const orderBy = `ORDER BY ${column} ${direction}, items.document_id, items.place, items.id`;
  return {
    order,
    // Chosen first, told then: what is sorted and not shown is read without its words and its standing.
    sql: `SELECT items.n, items.id, items.document_id, items.place, ${column} AS sort_key, items.body, documents.name, documents.meta, ${stateColumn}
      FROM (SELECT items.n AS shown FROM items WHERE ${where.sql}${keyset} ${orderBy} LIMIT ?)
      CROSS JOIN items ON items.n = shown JOIN documents ON documents.id = items.document_id ${orderBy}`,
    values: [...where.values, ...(after ? [after[0], ...after] : []), page.limit + 1],
  };
}

export function rowMethods(
  { statement }: Session,
  tokenize: Tokenize,
): Pick<LedgerStore, 'rows' | 'count' | 'row'> {
  const toRow = (tenant: string, record: RowRecord): LedgerRow => {
    const meta = storedMeta(JSON.parse(record.meta) as DocumentMeta);
    const units = statement('SELECT unit_id FROM item_units WHERE item = ? ORDER BY position').pluck();
    return {
      ...storedItem(JSON.parse(record.body) as Item),
      tenant,
      documentId: record.document_id,
      document: {
        name: record.name,
        title: meta.title,
        kind: meta.kind,
        issuer: meta.issuer,
        date: meta.date,
        proposalNumber: meta.proposalNumber,
        publicity: meta.publicity,
      },
      unitIds: [...new Set(units.all(record.n) as string[])],
      state: record.state === null ? null : (JSON.parse(record.state) as State),
    };
  };

  return {
    async rows(tenant, filter, page) {
      const { sql, values, order } = rowsQuery(tenant, filter, page, await askedTerms(filter, tokenize));
      const records = statement(sql).all(...values) as RowRecord[];
      const shown = records.slice(0, page.limit);
      const last = shown.at(-1);
      const end: RowPosition | null =
        records.length > page.limit && last ? [last.sort_key, last.document_id, last.place, last.id] : null;
      return {
        rows: shown.map((record) => toRow(tenant, record)),
        nextCursor: end && rowCursor.encode(order.tag, end),
      };
    },

    async count(tenant, filter, cap) {
      const { sql, values } = rowCondition(tenant, filter, await askedTerms(filter, tokenize));
      const counted = statement(`SELECT count(*) FROM (SELECT 1 FROM items WHERE ${sql} LIMIT ?)`).pluck();
      return counted.get(...values, cap) as number;
    },

    async row(tenant, itemId) {
      const record = statement(
        `SELECT items.n, items.id, items.document_id, items.place, items.body, documents.name, documents.meta, ${stateColumn}
         FROM items JOIN documents ON documents.id = items.document_id WHERE items.tenant = ? AND items.id = ? AND ${isWhole}`,
      ).get(tenant, itemId) as RowRecord | undefined;
      return record === undefined ? null : toRow(tenant, record);
    },
  };
}
