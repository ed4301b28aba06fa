import { z } from 'zod';
import { isoDateSchema } from './item.js';
import { spanSchema } from './source-text.js';

/**
 * met: some evidence reaches the target · not_met: the deadline is past and the latest evidence is short of it ·
 * in_progress: short, deadline ahead or unknown · no_evidence: nothing comparable is reported ·
 * changed: a later document sets another target or deadline, and neither is reached yet
 */
export const verdicts = ['met', 'not_met', 'in_progress', 'no_evidence', 'changed'] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether a reported figure reaches a target; `unclear` where the report leaves it open (约95% against 95%以上). */
export const reaches = ['yes', 'no', 'unclear'] as const;
export type Reach = (typeof reaches)[number];

/** The readable parts of a link's score, each from 0 to 1. */
export const scorePartsSchema = z.object({
  /** How far the two indicators are the same words. */
  name: z.number(),
  /** Same unit, convertible unit. */
  unit: z.number(),
  /** Same period, a part of it, an unstated one. */
  time: z.number(),
  /** Same place named on both sides, or not named. */
  place: z.number(),
});
export type ScoreParts = z.infer<typeof scorePartsSchema>;

/** An achievement, or words of completion, held against a commitment. `source.slice(start, end) === quote` in its file. */
export const evidenceSchema = spanSchema.extend({
  file: z.string(),
  /** In the ledger; null for a file that is only read. */
  documentId: z.string().nullable(),
  /** The achievement's id; null for words of completion, which are no items. */
  itemId: z.string().nullable(),
  quote: z.string(),
  valueText: z.string().nullable(),
  valueStart: z.int().nonnegative().nullable(),
  valueEnd: z.int().nonnegative().nullable(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  /** The day that the figure speaks of, as far as the report says. */
  asOf: isoDateSchema.nullable(),
  reach: z.enum(reaches),
  score: z.number(),
  parts: scorePartsSchema,
});
export type Evidence = z.infer<typeof evidenceSchema>;
