import { z } from 'zod';
import { claimStates } from '../../domain/decision.js';
import { JiannuoError } from '../../domain/errors.js';
import { sha256Hex } from '../../domain/identity.js';
import type { Standing } from '../../domain/standing.js';
import type { BlobStore } from '../ports/blob-store.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { anchorOf } from './resolve.js';

export const claimRequestSchema = z.strictObject({
  state: z.enum(claimStates),
  text: z.string().trim().min(1).max(10_000),
  by: z.string().trim().min(1).max(100),
  unit: z.string().trim().min(1).max(200).optional(),
});
export type ClaimRequest = z.infer<typeof claimRequestSchema>;

/** What a unit says of its promise, with files: they are kept before they are named. Fault: `not-found`. */
export async function claimOn(
  { store, blobs }: { store: Pick<LedgerStore, 'row' | 'claim'>; blobs: Pick<BlobStore, 'put' | 'has'> },
  tenant: string,
  id: string,
  { state, text, by, unit }: ClaimRequest,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  now: Date,
): Promise<Standing> {
  const row = await store.row(tenant, id);
  if (row?.stance !== 'commitment') throw new JiannuoError('not-found', { what: 'commitment', id });
  const kept = files.map(({ name, bytes }) => ({ name, bytes, sha256: sha256Hex(bytes) }));
  for (const { sha256, bytes } of kept) await blobs.put(sha256, bytes);
  const standing = await store.claim(tenant, {
    ...{ tenant, anchor: anchorOf(row.documentId, row), state, text, unit: unit ?? null },
    files: kept.map(({ name, sha256 }) => ({ name, sha256 })),
    ...{ madeBy: by, madeAt: now.toISOString() },
  });
  // The same file of a document that was being removed for good went with it.
  for (const { sha256, bytes } of kept) if (!(await blobs.has(sha256))) await blobs.put(sha256, bytes);
  return standing;
}
