import { type InfiniteData, type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { documentsKey } from '../api/documents.js';
import { jobsKey } from '../api/operations.js';
import type { Items } from '../api/standing-types.js';
import type { Documents, StoredDocument } from '../api/types.js';
import { type DocumentEvent, listen } from './connection.js';
import { setLive } from './live-state.js';
import { isOwnChange } from './own-changes.js';

/** What is read from documents, and is not put in place where somebody may be reading it. */
const derived: ReadonlySet<unknown> = new Set([
  'ledger',
  'promise',
  'proposal',
  'links',
  'series',
  'statistics',
  'due',
]);

const told = <D extends StoredDocument>(document: D, { fault, ...event }: DocumentEvent): D => ({
  ...document,
  ...{ status: event.status, counts: event.counts, updatedAt: event.updatedAt, fault },
});

/** A list of documents with the news of one of them; undefined where it is not among them. */
function patched(
  data: InfiniteData<Documents> | undefined,
  event: DocumentEvent,
): InfiniteData<Documents> | undefined {
  const isListed = data?.pages?.some(({ documents }) => documents.some(({ id }) => id === event.id));
  if (!data || !isListed) return undefined;
  const pages = data.pages.map((page) => ({
    ...page,
    documents: page.documents.map((document) =>
      document.id === event.id ? told(document, event) : document,
    ),
  }));
  return { ...data, pages };
}

/** Nothing is read yet that could be moved under the reader's hand. */
function isEmpty({ state: { data } }: Query): boolean {
  const { pages, rows } = (data ?? {}) as {
    pages?: readonly { rows?: readonly unknown[] }[];
    rows?: readonly unknown[];
  };
  return data === undefined || (pages?.every((page) => page.rows?.length === 0) ?? rows?.length === 0);
}

const waitsForTracking = (data: unknown): boolean =>
  (data as InfiniteData<Items> | undefined)?.pages?.some(({ items }) =>
    items.some(({ row }) => row.stance === 'commitment' && row.state === null),
  ) ?? false;

/** As each document was last told of: one that is told of again and is no other than before has been decided on. */
const lastTold = new Map<string, string>();

function isDecidedOn({ id, status, counts, evidence }: DocumentEvent): boolean {
  const now = JSON.stringify([status, counts?.achievements, evidence]);
  const before = lastTold.get(id);
  lastTold.set(id, now);
  return before === undefined || before === now;
}

/** Takes in what became of a document: its own line at once, what others read of it when they ask for it. */
export function takeIn(client: QueryClient, event: DocumentEvent): void {
  const cache = client.getQueryCache();
  const lists = cache.findAll({ queryKey: documentsKey });
  for (const { queryKey, state } of lists) {
    const next = patched(state.data as InfiniteData<Documents> | undefined, event);
    if (next) client.setQueryData(queryKey, next, { updatedAt: state.dataUpdatedAt });
    else void client.invalidateQueries({ queryKey, exact: true });
  }
  client.setQueryData<StoredDocument>(
    ['document', event.id],
    (document) => document && told(document, event),
  );
  const isOwn = isDecidedOn(event) && isOwnChange(event.id);
  if (event.status !== 'done' && event.status !== 'failed') return;
  let isOutdated = false;
  for (const query of cache.getAll()) {
    const [kind, id, part] = query.queryKey;
    const isItems = kind === 'document' && id === event.id && part === 'items';
    if (!isItems && !derived.has(kind)) continue;
    // Those that wait for being compared get what is missing; nothing moves by that.
    const fillsIn = isEmpty(query) || (isItems && waitsForTracking(query.state.data));
    const isShown = query.isActive() && !fillsIn;
    isOutdated ||= isShown && !isOwn;
    void client.invalidateQueries({
      queryKey: query.queryKey,
      exact: true,
      refetchType: isShown ? 'none' : 'active',
    });
  }
  if (isOutdated) setLive({ isOutdated: true });
}

/** Reads anew what the page shows. */
export function refresh(client: QueryClient): void {
  setLive({ isOutdated: false });
  void client.refetchQueries({ type: 'active', stale: true });
}

const jobsPauseMs = 1_000;

/** Keeps the page up to date by what the service tells. @param isOn false: whoever is signed in is told nothing */
export function useLiveUpdates(isOn: boolean): void {
  const client = useQueryClient();
  const { pathname } = useLocation();
  // Another page reads for itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what it hangs on
  useEffect(() => setLive({ isOutdated: false }), [pathname]);
  useEffect(() => {
    if (!isOn) return;
    let timer = 0;
    const end = listen({
      document: (event) => takeIn(client, event),
      job: () => {
        if (timer !== 0) return;
        timer = window.setTimeout(() => {
          timer = 0;
          void client.invalidateQueries({ queryKey: jobsKey });
        }, jobsPauseMs);
      },
      connected: (isConnected) => setLive({ isConnected }),
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [client, isOn]);
}
