import { z } from 'zod';
import { comparators, itemKinds, itemSchema } from './item.js';
import { phrase } from './phrase.js';
import { spanSchema } from './source-text.js';

/** What a decision is about, by place and wording: it finds its item again when a better engine reads the document anew. */
export const anchorSchema = spanSchema.extend({
  documentId: z.string().min(1).max(64),
  itemId: z.string().min(1).max(64),
  kind: z.enum(itemKinds),
  quote: z.string(),
  valueText: z.string().nullable(),
  valueStart: z.int().nonnegative().nullable(),
  valueEnd: z.int().nonnegative().nullable(),
});
export type Anchor = z.infer<typeof anchorSchema>;

/** A place in a report that is held for evidence. */
export const evidenceAnchorSchema = spanSchema.extend({
  documentId: z.string().min(1).max(64),
  quote: z.string(),
});
export type EvidenceAnchor = z.infer<typeof evidenceAnchorSchema>;

const words = z.string().min(1).max(200);
/** What a person reads otherwise than the engine. */
const correctionShape = {
  value: z.number().optional(),
  valueMax: z.number().nullable().optional(),
  unit: words.optional(),
  comparator: z.enum(comparators).optional(),
  indicator: words.optional(),
  responsible: z.array(words).max(50).optional(),
  deadline: z.iso.date().nullable().optional(),
};
const saysSomething = (fields: object): boolean => Object.keys(fields).length > 0;
export const correctionSchema = z.strictObject(correctionShape).refine(saysSomething);
export type Correction = z.infer<typeof correctionSchema>;

const [firstDay, lastDay] = ['1990-01-01', '2199-12-31'];
/** A day that a decision may set. Bounds what is sent alone: a decision that is kept already is read as it is. */
export const decidedDaySchema = z.iso.date().refine((day) => day >= firstDay && day <= lastDay, {
  params: {
    says: phrase(`应当在 ${firstDay} 到 ${lastDay} 之间`, `must be between ${firstDay} and ${lastDay}`),
  },
});
/** A correction as it is sent. */
export const sentCorrectionSchema = z
  .strictObject({ ...correctionShape, deadline: decidedDaySchema.nullable().optional() })
  .refine(saysSomething);

/**
 * What a person may decide on a promise. accept: it was read right · reject: it is no promise at all, and counts as none ·
 * unreview: takes either back ·
 * confirm, deny: a link to evidence · correct: a field that was misread ·
 * close 销号 · reopen · extend 延期 · adjust 调整: the promise itself is changed by who made it · vague: too vague to be checked,
 * clear takes that back · merge: says the same as another promise, unmerge takes it back ·
 * add: a promise that the engine did not find, marked in the text, with what was set otherwise than it reads there;
 * remove takes that back
 */
export const decisionBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({ kind: z.literal('reject') }),
  z.strictObject({ kind: z.literal('unreview') }),
  z.strictObject({ kind: z.literal('confirm'), evidence: evidenceAnchorSchema }),
  z.strictObject({ kind: z.literal('deny'), evidence: evidenceAnchorSchema }),
  z.strictObject({ kind: z.literal('correct'), fields: correctionSchema }),
  z.strictObject({ kind: z.literal('close') }),
  z.strictObject({ kind: z.literal('reopen') }),
  z.strictObject({ kind: z.literal('extend'), due: z.iso.date() }),
  z.strictObject({ kind: z.literal('adjust'), fields: correctionSchema }),
  z.strictObject({ kind: z.literal('vague') }),
  z.strictObject({ kind: z.literal('clear') }),
  z.strictObject({ kind: z.literal('merge'), into: anchorSchema }),
  z.strictObject({ kind: z.literal('unmerge') }),
  z.strictObject({ kind: z.literal('add'), item: itemSchema, fields: correctionSchema.nullable() }),
  z.strictObject({ kind: z.literal('remove') }),
]);
export type DecisionBody = z.infer<typeof decisionBodySchema>;

/** Those that are made on a promise that is there. */
export const decisionKinds = [
  'accept',
  'reject',
  'unreview',
  'confirm',
  'deny',
  'correct',
  'close',
  'reopen',
  'extend',
  'adjust',
  'vague',
  'clear',
  'merge',
  'unmerge',
] as const satisfies readonly DecisionBody['kind'][];
export type DecisionKind = (typeof decisionKinds)[number];

/** Append-only. `seq` runs within the document: the order in which its decisions count. */
export const decisionSchema = z.object({
  id: z.string(),
  tenant: z.string(),
  seq: z.int().positive(),
  anchor: anchorSchema,
  body: decisionBodySchema,
  reason: z.string(),
  madeBy: z.string(),
  /** ISO instant. */
  madeAt: z.string(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const claimStates = ['not_started', 'under_way', 'done', 'cannot'] as const;

/** 自报: what a unit says of its own promise, with text and files. Neither an achievement found in a document nor evidence. */
export const claimSchema = z.object({
  id: z.string(),
  tenant: z.string(),
  seq: z.int().positive(),
  anchor: anchorSchema,
  state: z.enum(claimStates),
  text: z.string(),
  /** In the blob store. */
  files: z.array(z.object({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  unit: z.string().nullable(),
  madeBy: z.string(),
  madeAt: z.string(),
});
export type Claim = z.infer<typeof claimSchema>;
