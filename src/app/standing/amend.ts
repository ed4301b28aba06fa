import type { Correction } from '../../domain/decision.js';
import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Item } from '../../domain/item.js';
import type { LedgerRow } from '../../domain/ledger.js';
import type { SourceText, Span } from '../../domain/source-text.js';
import { queueTracking } from '../jobs/document-track.job.js';
import type { Extractor } from '../ports/extractor.js';
import type { JobQueue } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { addedIn } from './added.js';
import { itemsMarked, markedSpan } from './marked.js';
import { anchorOf, resolveAnchor } from './resolve.js';

export interface AmendDependencies {
  readonly store: Pick<LedgerStore, 'document' | 'text' | 'row' | 'rows' | 'amend' | 'decisionsOf'>;
  readonly extractor: Pick<Extractor, 'extract'>;
  readonly queue: Pick<JobQueue, 'enqueue' | 'job' | 'retry'>;
}

/** A promise that marked words may stand for. */
export interface ProposedItem {
  readonly item: Item;
  /** The item of the ledger that it is already; null where there is none. */
  readonly existing: string | null;
}

const noDocument = (id: string) => new JiannuoError('not-found', { what: 'document', id });

async function extracted(
  store: AmendDependencies['store'],
  tenant: string,
  id: string,
): Promise<{
  document: StoredDocument & { engine: NonNullable<StoredDocument['engine']> };
  source: SourceText;
}> {
  const [document, source] = await Promise.all([store.document(tenant, id), store.text(tenant, id)]);
  const engine = document?.engine;
  if (!document || !engine || !source) throw noDocument(id);
  return { document: { ...document, engine }, source };
}

async function promisesOf(
  store: AmendDependencies['store'],
  tenant: string,
  documentId: string,
): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  let cursor: string | undefined;
  do {
    const filter = { documentId, stance: 'commitment' as const };
    const page = await store.rows(tenant, filter, { sort: 'document', limit: 500, cursor });
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

/** What marked words may be added as. Faults: `not-found`, `query-invalid`, those of extraction. */
export async function proposedItems(
  { store, extractor }: Pick<AmendDependencies, 'store' | 'extractor'>,
  tenant: string,
  documentId: string,
  span: Span,
): Promise<{ readonly span: Span; readonly quote: string; readonly proposed: readonly ProposedItem[] }> {
  const { document, source } = await extracted(store, tenant, documentId);
  const marked = markedSpan(source, span);
  const items = await itemsMarked(extractor, document, source, marked);
  const rows = await promisesOf(store, tenant, documentId);
  const proposed = items.map((item) => ({
    item,
    existing: resolveAnchor(anchorOf(documentId, item), rows)?.id ?? null,
  }));
  return { span: marked, quote: source.text.slice(marked.start, marked.end), proposed };
}

export interface Marking extends Span {
  /** The words, as whoever marks them sees them. */
  readonly quote: string;
  /** The one of the proposed items. */
  readonly item: string;
  /** What is to be otherwise than it reads. */
  readonly fields?: Correction | undefined;
  readonly reason: string;
  readonly by: string;
}

/** Adds a promise to a document. Gives its id. Faults: those of `proposedItems`, `text-changed`, `item-exists`. */
export async function addMarked(
  deps: AmendDependencies,
  tenant: string,
  documentId: string,
  { start, end, quote, item: id, fields, reason, by }: Marking,
  now: Date,
): Promise<string> {
  const { proposed, ...marked } = await proposedItems(deps, tenant, documentId, { start, end });
  const chosen = proposed.find(({ item }) => item.id === id);
  if (marked.quote !== quote.trim() || !chosen) throw new JiannuoError('text-changed', {});
  if (chosen.existing !== null) throw new JiannuoError('item-exists', { id: chosen.existing });
  const { item } = chosen;
  await deps.store.amend(tenant, {
    ...{ tenant, anchor: anchorOf(documentId, item), reason, madeBy: by, madeAt: now.toISOString() },
    body: { kind: 'add', item, fields: fields ?? null },
  });
  await trackAgain(deps, tenant, documentId);
  return item.id;
}

/** Takes back what the same person added. Faults: `not-found`, `not-maker`. */
export async function takeBack(
  deps: AmendDependencies,
  tenant: string,
  { documentId, itemId, by, reason }: { documentId: string; itemId: string; by: string; reason: string },
  now: Date,
): Promise<void> {
  const row = await deps.store.row(tenant, itemId);
  const added = addedIn(await deps.store.decisionsOf(tenant, documentId)).find(
    ({ anchor }) => anchor.itemId === itemId || (row !== null && resolveAnchor(anchor, [row]) !== null),
  );
  if (!added) throw new JiannuoError('not-found', { what: 'commitment', id: itemId });
  if (added.madeBy !== by) throw new JiannuoError('not-maker', { maker: added.madeBy });
  await deps.store.amend(tenant, {
    ...{ tenant, anchor: added.anchor, reason, madeBy: by, madeAt: now.toISOString() },
    body: { kind: 'remove' },
  });
  await trackAgain(deps, tenant, documentId);
}

/** Where the queue is away, the round that looks for documents that wait finds it. */
async function trackAgain(
  { store, queue }: AmendDependencies,
  tenant: string,
  documentId: string,
): Promise<void> {
  const document = await store.document(tenant, documentId);
  if (!document?.engine) return;
  try {
    await queueTracking(queue, tenant, documentId, document.engine);
  } catch (thrown) {
    if (!(thrown instanceof JiannuoError) || thrown.class !== 'unavailable') throw thrown;
  }
}
