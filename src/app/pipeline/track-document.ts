import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Item } from '../../domain/item.js';
import { correctionsOf, fieldsSet } from '../../domain/meta-correction.js';
import { phrase } from '../../domain/phrase.js';
import type { DocumentFacts } from '../../track/ledger/document-facts.js';
import { amendedStamp, stampOf, type TrackJob } from '../jobs/document-track.job.js';
import type { Extractor } from '../ports/extractor.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import type { TrackedHead, TrackingStore } from '../ports/tracking-store.js';
import { amendments } from '../standing/added.js';
import { holdDocument, stillHolds } from '../track/hold-document.js';

export interface TrackDependencies {
  readonly store: Pick<LedgerStore, 'document' | 'text' | 'rows'> & TrackingStore;
  readonly extractor: Pick<Extractor, 'facts' | 'news'>;
}

/** Another document that it is held against may be read anew meanwhile; then it is held against that. */
const mostTries = 20;

async function itemsOf(
  store: Pick<LedgerStore, 'rows'>,
  tenant: string,
  documentId: string,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.rows(tenant, { documentId }, { sort: 'document', limit: 500, cursor });
    items.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

async function factsOf(
  { store, extractor }: TrackDependencies,
  document: StoredDocument,
  signal: AbortSignal | undefined,
): Promise<DocumentFacts> {
  const { tenant, id, name: file, meta } = document;
  const source = await store.text(tenant, id);
  if (!source || !meta)
    throw new JiannuoError('internal', {
      reason: phrase(`文档 ${id} 没有已存的原文`, `no text of document ${id}`),
    });
  const items = await itemsOf(store, tenant, id);
  const facts = await extractor.facts({ file, id, source, meta, items, corrected: fieldsSet(meta) }, signal);
  // A document that names no place is of the office's own.
  return { ...facts, place: facts.place ?? document.place };
}

/**
 * Holds a document against the others of its office and place, both ways. Its facts first, so that of two documents that
 * come in at once the second sees the first. Doing it again changes nothing.
 */
export async function trackDocument(
  deps: TrackDependencies,
  job: TrackJob,
  signal?: AbortSignal,
): Promise<void> {
  const { tenant, documentId } = job;
  // Both only grow. A promise that is added meanwhile, or what the document says of itself set right, asks for the job that is this one.
  const amended = async () =>
    amendments(await deps.store.decisionsOf(tenant, documentId)) +
    correctionsOf((await deps.store.document(tenant, documentId))?.meta ?? null).length;
  for (let known = -1, now = await amended(); known !== now; now = await amended()) {
    known = now;
    await trackOnce(deps, job, known, signal);
  }
}

/** @param amended how often people amended the document, as far as is known */
async function trackOnce(
  deps: TrackDependencies,
  { tenant, documentId, stamp: made }: TrackJob,
  amended: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { store } = deps;
  const document = await store.document(tenant, documentId);
  if (!document) throw new JiannuoError('not-found', { what: 'document', id: documentId });
  if (document.status !== 'done' || !document.engine || stampOf(document.engine) !== made) return;
  const stamp = amendedStamp(made, amended);
  const facts = await factsOf(deps, document, signal);
  const { place, day, subject } = facts;
  const head: TrackedHead = { documentId, file: document.name, stamp, place, day, subject };
  await store.saveFacts(tenant, { documentId, file: document.name, stamp, place, day }, facts);
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const found = await holdDocument(deps, tenant, head, facts, signal);
    const saved = await store.saveHeld(tenant, documentId, found.stamps, found.held);
    // One that came in meanwhile may have written its rows before these took their place.
    if (saved && (await stillHolds(store, tenant, head, facts, found))) return;
  }
  throw new JiannuoError('internal', {
    reason: phrase(
      `文档 ${documentId} 所对照的文档一直在变`,
      `the documents that ${documentId} is held against keep changing`,
    ),
  });
}
