import type { BinnedDocument } from '../../domain/document.js';
import type { BlobStore } from '../ports/blob-store.js';
import type { LedgerStore } from '../ports/ledger-store.js';

export interface EmptyBinDependencies {
  readonly store: Pick<LedgerStore, 'emptyBin' | 'namedOriginals'>;
  readonly blobs: Pick<BlobStore, 'get' | 'put' | 'remove'>;
}

const atOnce = 100;
const dayMs = 86_400_000;

/** ISO instant from which on a document may be removed for good. */
export const removableFrom = (binnedAt: string, days: number): string =>
  new Date(Date.parse(binnedAt) + days * dayMs).toISOString();

/** Takes the original away. One that is handed in anew in the same moment is put back: its document is there by then. */
async function removeOriginal({ store, blobs }: EmptyBinDependencies, sha256: string): Promise<void> {
  const bytes = await blobs.get(sha256);
  if (!bytes || !(await blobs.remove(sha256))) return;
  if ((await store.namedOriginals([sha256])).has(sha256)) await blobs.put(sha256, bytes);
}

/**
 * Removes for good what has lain in the bin for its term, with the originals that nothing names any more.
 * @param days of the profile
 */
export async function emptyBin(
  deps: EmptyBinDependencies,
  tenant: string,
  days: number,
  now: Date,
): Promise<readonly BinnedDocument[]> {
  const before = new Date(now.getTime() - days * dayMs).toISOString();
  const all: BinnedDocument[] = [];
  for (;;) {
    const removed = await deps.store.emptyBin(tenant, before, atOnce);
    all.push(...removed);
    const originals = removed.map(({ document }) => document.sha256);
    const named = await deps.store.namedOriginals(originals);
    for (const sha256 of originals) if (!named.has(sha256)) await removeOriginal(deps, sha256);
    if (removed.length < atOnce) return all;
  }
}
