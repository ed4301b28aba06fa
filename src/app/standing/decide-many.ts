import { z } from 'zod';
import { asJiannuoError, type JiannuoError } from '../../domain/errors.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { decideOn, decisionInputSchema } from './decide.js';

/** Rows that one request decides on. */
export const mostDecided = 500;

/** The decisions that are the same for many: none that names a link, or another promise. */
export const manyKinds = [
  'accept',
  'reject',
  'unreview',
  'correct',
  'vague',
  'clear',
  'close',
  'reopen',
  'extend',
] as const;

export const manyInputSchema = z.strictObject({
  decision: decisionInputSchema.omit({ evidence: true, into: true }).extend({ kind: z.enum(manyKinds) }),
  rows: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(64),
        /** How many decisions were seen; those there are where it is not said. */
        version: z.int().nonnegative().optional(),
      }),
    )
    .min(1)
    .max(mostDecided),
});
export type ManyInput = z.infer<typeof manyInputSchema>;

export interface Outcome {
  readonly id: string;
  /** How many decisions there are now; null where it was not decided on. */
  readonly version: number | null;
  /** Why it was not decided on. */
  readonly fault: JiannuoError | null;
}

/**
 * Makes one decision on each of many promises, one after another: each is decided on wholly or not at all, and each is told
 * of. A promise that is named twice is decided on once. Where the store goes away, or at a defect of ours, those that are left
 * are not tried and have the same fault.
 */
export async function decideOnMany(
  store: Pick<LedgerStore, 'row' | 'standing' | 'decide'>,
  tenant: string,
  { decision, rows }: ManyInput,
  by: string,
  now: Date,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let stopped: JiannuoError | null = null;
  for (const [id, { version }] of new Map(rows.map((row) => [row.id, row]))) {
    if (stopped) {
      outcomes.push({ id, version: null, fault: stopped });
      continue;
    }
    try {
      const request = { ...decision, by, ...(version !== undefined && { version }) };
      const { state } = await decideOn(store, tenant, id, request, now);
      outcomes.push({ id, version: state.version, fault: null });
    } catch (thrown) {
      const fault = asJiannuoError(thrown);
      if (fault.class !== 'input') stopped = fault;
      outcomes.push({ id, version: null, fault });
    }
  }
  return outcomes;
}
