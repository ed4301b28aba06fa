import { isDeepStrictEqual } from 'node:util';
import { JiannuoError } from '../../domain/errors.js';
import type { LedgerRow } from '../../domain/ledger.js';
import { secretKinds } from '../../domain/people.js';
import type { Dimension } from '../../domain/tally.js';
import type { BlobStore } from '../ports/blob-store.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import type { PeopleStore } from '../ports/people-store.js';
import type { TrailStore } from '../ports/trail-store.js';
import { verifyTrail } from '../trail/verify-trail.js';

export interface Office {
  readonly store: LedgerStore;
  readonly people: PeopleStore;
  readonly trail: TrailStore;
  readonly blobs: BlobStore;
}

export interface Compared {
  documents: number;
  rows: number;
  people: number;
  entries: number;
}

type Both = readonly [Office, Office];

const pageSize = 200;

/** As JSON has it: what is not there and what is undefined are the same. */
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

/** Asks both the same and gives the answer. Fault: `move-differs`. */
async function same<T>(both: Both, what: string, ask: (office: Office) => Promise<T>): Promise<T> {
  const [ours, theirs] = await Promise.all(both.map(ask));
  if (!isDeepStrictEqual(plain(ours), plain(theirs))) throw new JiannuoError('move-differs', { what });
  return ours as T;
}

/** Every page of both; the cursors are each one's own. */
async function* samePages<T>(
  both: Both,
  what: string,
  page: (
    office: Office,
    cursor: string | undefined,
  ) => Promise<{ rows: readonly T[]; nextCursor: string | null }>,
): AsyncGenerator<readonly T[]> {
  const cursors = new Map<Office, string | undefined>();
  for (;;) {
    const rows = await same(both, what, async (office) => {
      const { rows: some, nextCursor } = await page(office, cursors.get(office));
      cursors.set(office, nextCursor ?? undefined);
      return some;
    });
    yield rows;
    const ended = both.map((office) => cursors.get(office) === undefined);
    if (ended.includes(true)) {
      if (ended.includes(false)) throw new JiannuoError('move-differs', { what });
      return;
    }
  }
}

async function compareDocuments(both: Both, tenant: string): Promise<number> {
  let documents = 0;
  const pages = samePages(both, `documents ${tenant}`, ({ store }, cursor) =>
    store.documents(tenant, { limit: pageSize, ...(cursor !== undefined && { cursor }) }),
  );
  for await (const page of pages) {
    documents += page.length;
    for (const { id, sha256 } of page)
      await same(both, `document ${id}`, async ({ store, blobs }) => [
        await store.text(tenant, id),
        await store.heads(tenant, [id]),
        await store.factsOf(tenant, id),
        await store.heldBy(tenant, id),
        await blobs.has(sha256),
      ]);
  }
  let after = { at: '', id: '' };
  for (;;) {
    const changed = await same(both, `changes ${tenant}`, ({ store }) =>
      store.documentsChanged(tenant, after, pageSize),
    );
    const last = changed.at(-1)?.document;
    if (!last) return documents;
    after = { at: last.updatedAt, id: last.id };
  }
}

async function compareBin(both: Both, tenant: string): Promise<void> {
  const pages = samePages(both, `bin ${tenant}`, ({ store }, cursor) =>
    store.binned(tenant, { limit: pageSize, ...(cursor !== undefined && { cursor }) }),
  );
  for await (const page of pages)
    for (const { document } of page)
      await same(both, `original of ${document.id}`, ({ blobs }) => blobs.has(document.sha256));
}

async function compareRows(both: Both, tenant: string): Promise<number> {
  let rows = 0;
  const searched: LedgerRow[] = [];
  const pages = samePages(both, `rows ${tenant}`, ({ store }, cursor) =>
    store.rows(tenant, {}, { sort: 'document', limit: pageSize, cursor }),
  );
  for await (const page of pages) {
    rows += page.length;
    searched.push(...page.slice(0, 1));
    await same(both, `standings ${tenant} ${page[0]?.id ?? ''}`, ({ store }) =>
      Promise.all(page.map(({ id }) => store.standing(tenant, id))),
    );
  }
  for (const { id, quote } of searched.slice(0, 500))
    await same(both, `search ${id}`, async ({ store }) => {
      const [word = quote] = [...(await store.searchWords(quote))].sort((a, b) => b.length - a.length);
      return store.count(tenant, { text: word }, 10_000);
    });
  const dimensions: readonly Dimension[] = ['stance', 'kind', 'month', 'unit', 'place', 'statuses', 'vague'];
  await same(both, `figures ${tenant}`, async ({ store }) => {
    const days = { today: '2025-01-01', soonUntil: '2025-02-01' };
    const tallies = await store.tallies(
      tenant,
      {},
      dimensions.map((dimension) => [dimension]),
      days,
    );
    return tallies.map((each) => each.map((tally) => JSON.stringify(tally)).sort());
  });
  return rows;
}

async function compareRegistry(both: Both, tenant: string): Promise<void> {
  await same(both, `units ${tenant}`, ({ store }) => store.units(tenant));
  const proposals = await same(both, `proposals ${tenant}`, ({ store }) => store.proposals(tenant));
  const ids = proposals.map(({ id }) => id);
  await same(both, `notes ${tenant}`, ({ store }) => store.proposalNotes(tenant, ids));
  await same(both, `practice ${tenant}`, ({ store }) => store.practice(tenant));
  await same(both, `lost ${tenant}`, ({ store }) => store.lost(tenant));
}

async function comparePeople(both: Both, tenant: string): Promise<number> {
  const people = await same(both, `people ${tenant}`, ({ people: them }) => them.people(tenant));
  for (const { id, login } of people)
    await same(both, `person ${id}`, ({ people: them }) => them.credentials(tenant, login));
  for (const kind of secretKinds)
    await same(both, `secrets ${tenant}`, async ({ people: them }) =>
      [...(await them.secrets(tenant, kind))].sort((a, b) => (a.hash < b.hash ? -1 : 1)),
    );
  return people.length;
}

async function compareTrail(both: Both, tenant: string): Promise<number> {
  // A chain that was broken before stays as broken as it was: the evidence is moved, too.
  const { whole } = await same(both, `trail ${tenant}`, ({ trail }) => verifyTrail(trail, tenant));
  let after = 0;
  for (;;) {
    const entries = await same(both, `trail ${tenant}`, ({ trail }) =>
      trail.entries(tenant, { after, limit: pageSize }),
    );
    const last = entries.at(-1);
    if (!last) return whole;
    after = last.number;
  }
}

/**
 * Asks two places all that an office can be asked for, row by row, and stops at the first answer that is not the same.
 * Fault: `move-differs`, which names what was asked.
 */
export async function compareOffices(both: Both, tenants: readonly string[]): Promise<Compared> {
  const compared: Compared = { documents: 0, rows: 0, people: 0, entries: 0 };
  for (const tenant of tenants) {
    compared.documents += await compareDocuments(both, tenant);
    await compareBin(both, tenant);
    compared.rows += await compareRows(both, tenant);
    await compareRegistry(both, tenant);
    compared.people += await comparePeople(both, tenant);
    compared.entries += await compareTrail(both, tenant);
  }
  return compared;
}
