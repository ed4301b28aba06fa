import { z } from 'zod';
import { decidedDaySchema } from './decision.js';
import { faultRecordSchema } from './fault-record.js';
import { isoDateSchema } from './item.js';
import { formats, warningSchema } from './source-text.js';

export const documentKinds = [
  'reply',
  'action_plan',
  'progress_report',
  'work_report',
  'ledger',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Whose members put proposals forward: 人大, 政协. */
export const proposalBodies = ['npc', 'cppcc'] as const;

/** National classes of a reply's outcome: A solved, B being solved or planned, C waits for conditions, D kept as reference. Places differ: a profile reads them. */
export const resultClasses = ['A', 'B', 'C', 'D'] as const;
/** May be published · given out on request · kept back: the 公开属性 that an answer bears. */
export const publicities = ['public', 'on_request', 'closed'] as const;
export const satisfactions = ['satisfied', 'basically_satisfied', 'unsatisfied'] as const;

/** The 办理单 at a reply's end: what was filled in, null where a field is blank or its ticks are not clear. */
const formSchema = z.object({
  proposalNumber: z.string().nullable(),
  subject: z.string().nullable(),
  undertaker: z.string().nullable(),
  /** ISO day, or month and day as written where the form gives no year. */
  repliedOn: z.string().nullable(),
  manner: z.string().nullable(),
  satisfaction: z.enum(satisfactions).nullable(),
});

/** What the document says of itself. Null where it does not. */
export const documentMetaSchema = z.object({
  title: z.string().nullable(),
  docNumber: z.string().nullable(),
  proposalNumber: z.string().nullable(),
  /** 人大 or 政协, and the session (届次) as written: a proposal's number is unique only within both. */
  body: z.enum(proposalBodies).nullable(),
  session: z.string().nullable(),
  issuer: z.string().nullable(),
  addressees: z.array(z.string()),
  date: isoDateSchema.nullable(),
  kind: z.enum(documentKinds),
  period: z.object({ start: z.int(), end: z.int() }).nullable(),
  resultClass: z.enum(resultClasses).nullable(),
  publicity: z.enum(publicities).nullable(),
  form: formSchema.nullable(),
});
export type DocumentMeta = z.infer<typeof documentMetaSchema>;

const shortText = z.string().trim().min(1).max(200).nullable();
/** What a person may set in place of what was read of a document as a whole; null: there is none. */
export const metaFieldsSchema = z.strictObject({
  title: z.string().trim().min(1).max(500).nullable().optional(),
  docNumber: shortText.optional(),
  proposalNumber: shortText.optional(),
  /** Whose proposal it answers, and the session (届次会次) that its number counts in. */
  body: z.enum(proposalBodies).nullable().optional(),
  session: shortText.optional(),
  issuer: shortText.optional(),
  date: decidedDaySchema.nullable().optional(),
});

/** Append-only: the last one that sets a field counts. */
export const metaCorrectionSchema = z.object({
  fields: metaFieldsSchema,
  reason: z.string(),
  madeBy: z.string(),
  /** ISO instant. */
  madeAt: z.string(),
});
export type MetaCorrection = z.infer<typeof metaCorrectionSchema>;

/** What counts of a document as a whole: as it was read, with what people set in its place. */
export const correctedMetaSchema = documentMetaSchema.extend({
  /** What was read of the fields that people set otherwise. */
  asRead: metaFieldsSchema.optional(),
  corrections: z.array(metaCorrectionSchema).optional(),
});
export type CorrectedMeta = z.infer<typeof correctedMetaSchema>;

/** received → read → done; failed from any of them, with a coded fault. Done may carry warnings: partial is said, not hidden. */
export const documentStatuses = ['received', 'read', 'done', 'failed'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** Versions of the reader, the segmentation and the rules. The same three and the same bytes give the same items. */
export const engineSchema = z.object({ reader: z.string(), segmentation: z.string(), rules: z.string() });
export type Engine = z.infer<typeof engineSchema>;

export const documentSchema = z.object({
  id: z.string(),
  tenant: z.string(),
  place: z.string().nullable(),
  /** Lower-case hex of the original's bytes; unique within the tenant. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  size: z.int().nonnegative(),
  format: z.enum(formats).nullable(),
  status: z.enum(documentStatuses),
  fault: faultRecordSchema.nullable(),
  warnings: z.array(warningSchema),
  characters: z.int().nonnegative().nullable(),
  engine: engineSchema.nullable(),
  meta: correctedMetaSchema.nullable(),
  counts: z
    .object({
      commitments: z.int().nonnegative(),
      achievements: z.int().nonnegative(),
      /** Sentences that promise by effort alone (加强、推进、完善): no rows. */
      intentions: z.int().nonnegative(),
    })
    .nullable(),
  /** ISO instants. */
  receivedAt: z.string(),
  updatedAt: z.string(),
});
export type StoredDocument = z.infer<typeof documentSchema>;

/** A document that was put into the bin: no part of the ledger until it is taken out again. */
export const binnedDocumentSchema = z.object({
  document: documentSchema,
  /** ISO instant. */
  binnedAt: z.string(),
  /** Who put it there. */
  binnedBy: z.string(),
});
export type BinnedDocument = z.infer<typeof binnedDocumentSchema>;
