import { stampOf } from '../../src/app/jobs/document-track.job.js';
import { type TrackDependencies, trackDocument } from '../../src/app/pipeline/track-document.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { sha256Hex, withItemIds } from '../../src/domain/identity.js';
import type { Item } from '../../src/domain/item.js';
import type { LedgerRow } from '../../src/domain/ledger.js';
import type { Standing } from '../../src/domain/standing.js';
import { extract } from '../../src/extract/extractor.js';
import { loadSegmenter } from '../../src/text/segment/segmenter.js';
import { documentFacts } from '../../src/track/ledger/document-facts.js';
import { holdWords } from '../../src/track/ledger/hold-words.js';
import { plainSource } from './plain-source.js';

/** Tracks in this process. */
export const inProcess: TrackDependencies['extractor'] = {
  facts: async (document) => documentFacts(document),
  news: async (document, plans) => holdWords(plans, document),
};

export interface Arrival {
  readonly tenant: string;
  readonly name: string;
  readonly text: string;
  readonly place?: string | null;
  /** Of the rules that read it. */
  readonly rules?: string;
  /** How those rules read it otherwise. */
  readonly reading?: (items: readonly Item[]) => Item[];
}

/** Takes a text in, extracts and tracks it, as the jobs do; gives its document's id. */
export async function arrive(store: LedgerStore, arrival: Arrival): Promise<string> {
  const { tenant, name, text, place = null, rules, reading } = arrival;
  const sha256 = sha256Hex(Buffer.from(text));
  const { document } = await store.addDocument({ tenant, place, sha256, name, size: text.length });
  const source = plainSource(text);
  const extraction = extract(source, sha256, loadSegmenter().segmenter);
  const engine = rules === undefined ? extraction.engine : { ...extraction.engine, rules };
  const items = reading
    ? withItemIds(
        sha256,
        reading(extraction.items).map(({ id: _, ...item }) => item),
      )
    : extraction.items;
  await store.saveExtraction(tenant, document.id, { ...extraction, engine, items }, source);
  await retrack(store, tenant, document.id);
  return document.id;
}

export async function retrack(store: LedgerStore, tenant: string, documentId: string): Promise<void> {
  const engine = (await store.document(tenant, documentId))?.engine;
  if (!engine) throw new Error('not extracted');
  await trackDocument({ store, extractor: inProcess }, { tenant, documentId, stamp: stampOf(engine) });
}

export async function promises(store: LedgerStore, tenant: string): Promise<readonly LedgerRow[]> {
  const page = { sort: 'document', limit: 500, cursor: undefined } as const;
  return (await store.rows(tenant, { stance: 'commitment' }, page)).rows;
}

/** Where every promise of an office stands, in an order that does not hang on arrival. */
export async function standings(store: LedgerStore, tenant: string): Promise<readonly Standing[]> {
  const rows = await promises(store, tenant);
  const all = await Promise.all(rows.map(({ id }) => store.standing(tenant, id)));
  return all.filter((standing) => standing !== null).sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
}
