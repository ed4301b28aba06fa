import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Who did what to what: one entry of an office's audit trail. Ids and codes, never what documents say. */
export const trailEntrySchema = z.object({
  tenant: z.string(),
  /** From 1, without a gap. */
  number: z.int().positive(),
  /** ISO instant. */
  at: z.string(),
  /** `person:ID`, `token:NAME`, `local`, `cli`. */
  actor: z.string(),
  /** `POST /api/v1/users`, `user add`. */
  action: z.string(),
  /** The id that it was done to; null where there is none. */
  subject: z.string().nullable(),
  /** HTTP status, or `done`. */
  outcome: z.string(),
  /** `hash` of the entry before; of the first, 64 zeros. */
  previous: z.string(),
  hash: z.string(),
});
export type TrailEntry = z.infer<typeof trailEntrySchema>;
export type NewTrailEntry = Omit<TrailEntry, 'number' | 'previous' | 'hash'>;

export const firstPrevious = '0'.repeat(64);

/** Hex SHA-256 over every field and the hash before: who changes one entry must change all that follow. */
export function trailHash({ hash: _, ...entry }: Omit<TrailEntry, 'hash'> & { hash?: string }): string {
  const { tenant, number, at, actor, action, subject, outcome, previous } = entry;
  const fields = [tenant, number, at, actor, action, subject, outcome, previous];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** The entry as it follows on the last one of its office. */
export function chained(entry: NewTrailEntry, last: Pick<TrailEntry, 'number' | 'hash'> | null): TrailEntry {
  const linked = { ...entry, number: (last?.number ?? 0) + 1, previous: last?.hash ?? firstPrevious };
  return { ...linked, hash: trailHash(linked) };
}
