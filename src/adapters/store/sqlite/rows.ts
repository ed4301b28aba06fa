import type { LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import type { DocumentMeta } from '../../../domain/document.js';
import type { Item } from '../../../domain/item.js';
import type { BoundFilter, LedgerPage, LedgerRow } from '../../../domain/ledger.js';
import type { State } from '../../../domain/standing.js';
import { askedTerms } from '../shared/asked-terms.js';
import { type RowPosition, rowCursor } from '../shared/cursor.js';
import { storedItem, storedMeta } from '../shared/extraction-rows.js';
import { rowOrder } from '../shared/row-order.js';
import { isWhole } from './filling.js';
import { isNarrow, rowCondition } from './row-filter.js';
import { pickedQuery, rowsQuery, told, walkQuery } from './row-query.js';
import type { Session } from './session.js';
import { countPlan, metAlong, wordsPlan } from './words-plan.js';

interface RowRecord {
  readonly n: number;
  readonly id: string;
  readonly document_id: string;
  readonly place: number;
  readonly sort_key: string;
  readonly body: string;
  readonly state: string | null;
}

export function rowMethods(
  session: Session,
  tokenize: Tokenize,
): Pick<LedgerStore, 'rows' | 'count' | 'row'> {
  const { statement } = session;

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
      return Object.assign(storedItem(JSON.parse(record.body) as Item), {
        tenant,
        documentId: record.document_id,
        document,
        unitIds: [...(units.get(record.n) ?? [])],
        state: record.state === null ? null : (JSON.parse(record.state) as State),
      });
    });
  };

  /** One row more than a page has, where there is one. */
  const recordsOf = (
    tenant: string,
    filter: BoundFilter,
    page: LedgerPage,
    terms: readonly string[] | null,
  ): RowRecord[] => {
    const plan = wordsPlan(session, terms);
    const walks = plan === 'row' && terms !== null && !isNarrow(filter);
    const found = walks ? metAlong(session, walkQuery(tenant, filter, page, terms), page.limit + 1) : null;
    const { sql, values } = found
      ? pickedQuery(found, page.sort)
      : rowsQuery(tenant, filter, page, terms, walks ? 'set' : plan);
    return statement(sql).all(...values) as RowRecord[];
  };

  return {
    async rows(tenant, filter, page) {
      const terms = await askedTerms(filter, tokenize);
      const records = recordsOf(tenant, filter, page, terms);
      const order = rowOrder(page.sort);
      const shown = records.slice(0, page.limit);
      const last = shown.at(-1);
      const end: RowPosition | null =
        records.length > page.limit && last ? [last.sort_key, last.document_id, last.place, last.id] : null;
      return { rows: toRows(tenant, shown), nextCursor: end && rowCursor.encode(order.tag, end) };
    },

    async count(tenant, filter, cap) {
      const terms = await askedTerms(filter, tokenize);
      const { from, sql, values } = rowCondition(tenant, filter, terms, countPlan(session, filter, terms));
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
