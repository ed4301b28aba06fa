import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Extraction } from '../../../app/ports/ledger-store.js';
import type { StoredDocument } from '../../../domain/document.js';
import { JiannuoError } from '../../../domain/errors.js';
import type { Item } from '../../../domain/item.js';
import type { SourceText } from '../../../domain/source-text.js';
import { storedCounts } from './extraction-rows.js';
import { wellFormedJson } from './well-formed.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** What a document in the bin leaves the ledger with, and comes back with. */
export interface BinPayload {
  readonly text: SourceText | null;
  /** null where it was never extracted. */
  readonly extraction: Omit<Extraction, 'terms'> | null;
}

export function binPayload(
  { engine, meta, counts }: StoredDocument,
  text: SourceText | null,
  items: readonly Item[],
): BinPayload {
  const intentions = storedCounts(counts)?.intentions ?? 0;
  return { text, extraction: engine && meta && { engine, meta, items, intentions } };
}

export const packPayload = (payload: BinPayload): Promise<Buffer> =>
  pack(wellFormedJson(payload), { level: 3 });

export const unpackPayload = async (packed: Uint8Array): Promise<BinPayload> =>
  JSON.parse((await unpack(packed)).toString('utf8')) as BinPayload;

export const notBinned = (id: string) => new JiannuoError('not-found', { what: 'binned', id });
