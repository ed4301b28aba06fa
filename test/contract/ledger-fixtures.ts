import { createHash } from 'node:crypto';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import type { DocumentMeta, Engine, StoredDocument } from '../../src/domain/document.js';
import { withItemIds } from '../../src/domain/identity.js';
import type { Item } from '../../src/domain/item.js';
import type { LedgerFilter, LedgerPage, LedgerRow } from '../../src/domain/ledger.js';
import { plainSource } from '../support/plain-source.js';

/** One Han character, or a run of Latin letters and figures, is a word here: the store must not care. */
export const tokenize = (text: string): string[] =>
  text.toLowerCase().match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? [];

export const engine: Engine = { reader: 'text@1', segmentation: 'test@1', rules: '1' };

export const sha = (seed: string): string => createHash('sha256').update(seed).digest('hex');

/** A tenant of its own for each test: the only wall between tests is the one between offices. */
let tenants = 0;
export const newTenant = (): string => {
  tenants += 1;
  return `office-${process.pid}-${tenants}`;
};

export const meta = (given: Partial<DocumentMeta> = {}): DocumentMeta => ({
  title: '关于第12号建议的答复',
  docNumber: null,
  proposalNumber: null,
  body: null,
  session: null,
  issuer: '澄岚市教育局',
  addressees: [],
  date: '2024-06-01',
  kind: 'reply',
  period: null,
  resultClass: null,
  publicity: null,
  form: null,
  ...given,
});

export type ItemSeed = Partial<Omit<Item, 'id' | 'deadline'>> & { deadline?: string | null };

export function items(seed: string, given: readonly ItemSeed[]): Item[] {
  const whole = given.map(({ deadline = null, ...rest }, index): Omit<Item, 'id'> => {
    const quote = rest.quote ?? `新建学校${index}所`;
    const start = rest.start ?? index * 100;
    return {
      ...{ start, end: start + quote.length, stance: 'commitment', kind: 'milestone', quote },
      ...{ valueText: null, valueStart: null, valueEnd: null, value: null, valueMax: null, unit: null },
      ...{ comparator: null, per: null, change: null, indicator: '新建学校', responsible: [] },
      ...{
        strength: 'plain',
        hedged: false,
        missing: [],
        page: null,
        section: ['一、教育'],
        rules: { kind: ['test.rule'] },
      },
      ...rest,
      deadline: deadline === null ? null : { text: '到期', date: deadline, scope: 'clause', inferred: [] },
    };
  });
  return withItemIds(sha(seed), whole);
}

export const addDocument = async (
  store: LedgerStore,
  tenant: string,
  seed: string,
): Promise<StoredDocument> =>
  (await store.addDocument({ tenant, place: '澄岚市', sha256: sha(seed), name: `${seed}.txt`, size: 12 }))
    .document;

/** A document that went the whole way; gives its id. */
export async function addDone(
  store: LedgerStore,
  tenant: string,
  seed: string,
  given: readonly ItemSeed[],
  about: Partial<DocumentMeta> = {},
): Promise<string> {
  const { id } = await addDocument(store, tenant, seed);
  await store.saveText(tenant, id, plainSource(seed));
  await store.saveExtraction(tenant, id, {
    engine,
    meta: meta(about),
    items: items(seed, given),
    intentions: 0,
  });
  return id;
}

/** All rows, page by page. */
export async function allRows(
  store: LedgerStore,
  tenant: string,
  filter: LedgerFilter = {},
  page: Partial<LedgerPage> = {},
): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  let cursor: string | undefined;
  do {
    const got = await store.rows(tenant, filter, { sort: 'document', limit: 500, ...page, cursor });
    rows.push(...got.rows);
    cursor = got.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

export const quotes = async (
  store: LedgerStore,
  tenant: string,
  filter: LedgerFilter = {},
  page: Partial<LedgerPage> = {},
): Promise<string[]> => (await allRows(store, tenant, filter, page)).map(({ quote }) => quote);
