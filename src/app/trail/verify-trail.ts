import { firstPrevious, trailHash } from '../../domain/trail.js';
import type { TrailStore } from '../ports/trail-store.js';

export interface TrailVerdict {
  /** How many entries hold together, from the first. */
  readonly whole: number;
  /** Hash of the last of them: noted elsewhere, it shows later whether the end was cut off. */
  readonly lastHash: string;
  /** The first entry that does not follow, and how; null where all do. */
  readonly broken: { readonly number: number; readonly how: 'gap' | 'changed' | 'relinked' } | null;
}

const pageSize = 500;

/** Walks the chain from its beginning, a page at a time. */
export async function verifyTrail(store: Pick<TrailStore, 'entries'>, tenant: string): Promise<TrailVerdict> {
  let whole = 0;
  let lastHash = firstPrevious;
  for (;;) {
    const page = await store.entries(tenant, { after: whole, limit: pageSize });
    for (const entry of page) {
      const { number } = entry;
      const broken = (how: 'gap' | 'changed' | 'relinked') => ({ whole, lastHash, broken: { number, how } });
      if (number !== whole + 1) return broken('gap');
      if (entry.previous !== lastHash) return broken('relinked');
      if (trailHash(entry) !== entry.hash) return broken('changed');
      whole = number;
      lastHash = entry.hash;
    }
    if (page.length < pageSize) return { whole, lastHash, broken: null };
  }
}
