import { z } from 'zod';
import {
  claimSchema,
  claimStates,
  correctionSchema,
  decisionBodySchema,
  decisionSchema,
} from '../../domain/decision.js';
import { isoDateSchema } from '../../domain/item.js';
import { stateSchema } from '../../domain/standing.js';
import { evidenceSchema, verdicts } from '../../domain/tracking.js';
import { passageSchema, rowViewSchema, statusesSchema } from './commitments.js';
import { nextCursorSchema } from './common.js';

export const decisionViewSchema = decisionSchema
  .omit({ tenant: true })
  .extend({
    /** Whether it still finds the evidence that it was about. */
    carried: z.boolean(),
  })
  .meta({ id: 'Decision' });

export const claimViewSchema = claimSchema.omit({ tenant: true }).meta({ id: 'Claim' });

const placeSchema = { id: z.string(), passage: passageSchema.nullable() };

export const shownEvidenceSchema = evidenceSchema
  .extend({
    ...placeSchema,
    /** Of its document; null where none was found. */
    title: z.string().nullable(),
    /** What was said last of this link. */
    said: z.enum(['confirm', 'deny']).nullable(),
  })
  .meta({ id: 'Evidence' });

export const deniedEvidenceSchema = z
  .object({
    ...placeSchema,
    documentId: z.string(),
    start: z.int(),
    end: z.int(),
    quote: z.string(),
  })
  .meta({ id: 'DeniedEvidence' });

export const toldStandingSchema = statusesSchema
  .extend({
    /** How many decisions there are: goes back as If-Match. */
    version: z.int().nonnegative(),
    /** The deadline that counts, decisions considered. */
    due: isoDateSchema.nullable(),
    verdict: z.enum(verdicts),
    reasons: z.array(z.string()),
    closed: z.boolean(),
    vague: z.boolean(),
    doubleOf: z.string().nullable(),
    review: stateSchema.shape.review,
    added: stateSchema.shape.added,
    /** What decisions set in place of the item's own fields. */
    fields: z.object(correctionSchema.shape),
  })
  .meta({ id: 'Standing' });

export const evidenceAnswerSchema = z
  .object({
    row: rowViewSchema,
    passage: passageSchema.nullable(),
    /** null until the promise has been tracked, and for a result. */
    standing: toldStandingSchema.nullable(),
    /** Best first: what reaches the target, else the latest. */
    evidence: z.array(shownEvidenceSchema),
    /** Figures of the same indicator that cannot be compared. */
    related: z.array(shownEvidenceSchema),
    denied: z.array(deniedEvidenceSchema),
    /** Why each field of the row reads as it does; `words`: what the rule went by. */
    explained: z.array(
      z.object({
        field: z.string(),
        reasons: z.array(z.object({ rule: z.string(), says: z.string(), words: z.string().nullable() })),
      }),
    ),
  })
  .meta({ id: 'PromiseEvidence' });

export const decisionsAnswerSchema = z
  .object({ version: z.int().nonnegative(), decisions: z.array(decisionViewSchema) })
  .meta({ id: 'Decisions' });

export const claimsAnswerSchema = z.object({ claims: z.array(claimViewSchema) }).meta({ id: 'Claims' });

/** A decision as it is sent; who makes it is known from the session. */
export { decisionInputSchema } from '../../app/standing/decide.js';

export const standingAnswerSchema = z.object({ standing: toldStandingSchema }).meta({ id: 'NewStanding' });

export const claimInputSchema = z.strictObject({
  state: z.enum(claimStates),
  text: z.string().trim().min(1).max(10_000),
  unit: z.string().trim().min(1).max(200).optional(),
});

const lostDecisionSchema = decisionSchema.omit({ tenant: true, body: true }).extend({
  what: z.literal('decision'),
  body: decisionBodySchema,
});
const lostClaimSchema = claimSchema.omit({ tenant: true }).extend({ what: z.literal('claim') });

/** What people said of promises that are not there any more. */
export const lostAnswerSchema = z
  .object({ lost: z.array(z.discriminatedUnion('what', [lostDecisionSchema, lostClaimSchema])) })
  .meta({ id: 'Lost' });

export const placedItemSchema = z
  .object({
    row: rowViewSchema,
    /** null for a result, and until the promise has been tracked. */
    statuses: statusesSchema.nullable(),
    /** `[x0, y0, x1, y1]` in points from the page's upper left corner; empty unless asked for. */
    boxes: z.array(
      z.object({
        page: z.int().positive(),
        box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      }),
    ),
  })
  .meta({ id: 'PlacedItem' });

export const itemsAnswerSchema = z
  .object({ items: z.array(placedItemSchema), nextCursor: nextCursorSchema })
  .meta({ id: 'DocumentItems' });
