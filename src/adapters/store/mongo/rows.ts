import type { LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import type { BoundFilter, LedgerPage, LedgerRow } from '../../../domain/ledger.js';
import { askedTerms } from '../shared/asked-terms.js';
import { type RowPosition, rowCursor } from '../shared/cursor.js';
import { storedItem } from '../shared/extraction-rows.js';
import { noDeadlineUp, type RowOrder, rowOrder } from '../shared/row-order.js';
import type { ItemRecord, Models } from './models.js';
import { type Condition, rowCondition } from './row-filter.js';

function beyond({ key, direction }: RowOrder, [value, documentId, start, itemId]: RowPosition): Condition {
  const further = direction === 1 ? '$gt' : '$lt';
  // The first half bounds the range of the index; the second half sets equal keys apart.
  return {
    [key]: { [`${further}e`]: value },
    $or: [
      { [key]: { [further]: value } },
      { documentId: { $gt: documentId } },
      { documentId, start: { $gt: start } },
      { documentId, start, itemId: { $gt: itemId } },
    ],
  };
}

export interface RowsQuery {
  readonly order: RowOrder;
  readonly filter: Condition;
  readonly sort: Record<string, 1 | -1>;
  /** The index to use where the planner may know less: it tries plans on the first rows, and remembers. */
  readonly hint: Record<string, 1> | null;
}

const byDocument = { documentId: 1, start: 1, itemId: 1 } as const;

/** Rows of a filter in an order, from a position on. Exported for the test that looks at its plan. */
export async function rowsQuery(
  models: Models,
  tenant: string,
  filter: BoundFilter,
  page: LedgerPage,
  terms: readonly string[] | null,
): Promise<RowsQuery> {
  const order = rowOrder(page.sort);
  const after = rowCursor.decode(order.tag, page.cursor);
  const condition = await rowCondition(models, tenant, filter, terms);
  return {
    order,
    filter: after ? { $and: [condition, beyond(order, after)] } : condition,
    hint: filter.documentId === undefined && filter.proposal === undefined ? null : byDocument,
    sort: { [order.key]: order.direction, documentId: 1, start: 1, itemId: 1 },
  };
}

const toState = (state: ItemRecord['state']): LedgerRow['state'] => {
  if (!state) return null;
  const { dueUp, version, ...rest } = state;
  return { version, due: dueUp === noDeadlineUp ? null : dueUp, ...rest };
};

function toRow({ item, tenant, documentId, document, unitIds, state }: ItemRecord): LedgerRow {
  return Object.assign(storedItem(item), {
    tenant,
    documentId,
    document: { ...document, publicity: document.publicity ?? null },
    unitIds,
    state: toState(state),
  }) as LedgerRow;
}

const shown = { terms: 0, unitNames: 0 } as const;

export function rowMethods(models: Models, tokenize: Tokenize): Pick<LedgerStore, 'rows' | 'count' | 'row'> {
  const { items } = models;
  return {
    async rows(tenant, filter, page) {
      const query = await rowsQuery(models, tenant, filter, page, await askedTerms(filter, tokenize));
      const records = await items
        .find(query.filter, shown, query.hint ? { hint: query.hint } : {})
        .sort(query.sort)
        .limit(page.limit + 1)
        .lean<ItemRecord[]>();
      const kept = records.slice(0, page.limit);
      const last = kept.at(-1);
      const end: RowPosition | null =
        records.length > page.limit && last
          ? [last[query.order.key], last.documentId, last.start, last.itemId]
          : null;
      return { rows: kept.map(toRow), nextCursor: end && rowCursor.encode(query.order.tag, end) };
    },

    async count(tenant, filter, cap) {
      const terms = await askedTerms(filter, tokenize);
      return items.countDocuments(await rowCondition(models, tenant, filter, terms), { limit: cap });
    },

    async row(tenant, itemId) {
      const record = await items.findOne({ _id: `${itemId}@${tenant}` }, shown).lean<ItemRecord>();
      return record && toRow(record);
    },
  };
}
