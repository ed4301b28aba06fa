import { z } from 'zod';
import { spanSchema } from './source-text.js';

export const stances = ['commitment', 'achievement'] as const;
export const itemKinds = ['quantity', 'coverage', 'milestone'] as const;
export const comparators = ['=', '>=', '<=', '>', '<', '~', 'range'] as const;
/** binding 确保/必须 · plain 将/要 · best_effort 力争/争取 · exploratory 探索/适时/有条件的 */
export const strengths = ['binding', 'plain', 'best_effort', 'exploratory'] as const;

/** What an auditor asks of a promise: a figure or a product to look at, by when, by whom, and what is to be there. */
export const missingElements = ['measure', 'deadline', 'owner', 'deliverable'] as const;

export type MissingElement = (typeof missingElements)[number];
export type Stance = (typeof stances)[number];
export type ItemKind = (typeof itemKinds)[number];
export type Comparator = (typeof comparators)[number];
export type Strength = (typeof strengths)[number];

/** ISO calendar day, `2025-12-31`. */
export const isoDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const deadlineSchema = z.object({
  /** As written in the source. */
  text: z.string(),
  /** The last day that counts; null where a length has no start (三年内). */
  date: isoDateSchema.nullable(),
  /** Where it stands: the item's own sentence, the heading or lead-in that governs it, the document's title or opening. */
  scope: z.enum(['clause', 'section', 'document']),
  /** What `date` assumes beyond the words: `year` for 年底 resolved from the document's date. */
  inferred: z.array(z.enum(['year', 'month', 'day'])),
});

const likely = z.number().min(0).max(1);

/**
 * How likely a careful auditor agrees, 0 to 1: with the whole row, with its being an item at all, and with single fields.
 * Calibrated (bench/confidence.ts); not a promise for the single row.
 */
export const confidenceSchema = z.object({
  row: likely,
  item: likely,
  stance: likely,
  deadline: likely,
  indicator: likely,
});
export type Confidence = z.infer<typeof confidenceSchema>;

/**
 * One checkable fact: a measured value, a full-coverage claim, or a dated deliverable.
 * `source.slice(start, end) === quote`, and `valueText` lies inside it. A milestone has no value fields.
 */
export const itemSchema = spanSchema.extend({
  id: z.string(),
  stance: z.enum(stances),
  kind: z.enum(itemKinds),
  quote: z.string(),
  valueText: z.string().nullable(),
  valueStart: z.int().nonnegative().nullable(),
  valueEnd: z.int().nonnegative().nullable(),
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  unit: z.string().nullable(),
  comparator: z.enum(comparators).nullable(),
  per: z.string().nullable(),
  change: z.enum(['increase', 'decrease']).nullable(),
  indicator: z.string(),
  deadline: deadlineSchema.nullable(),
  responsible: z.array(z.string()),
  strength: z.enum(strengths),
  /** 力争、争取、努力、原则上、有条件的、逐步、探索 govern it. */
  hedged: z.boolean(),
  /** What a promise does not say, in the order of `missingElements`; none for a result. */
  missing: z.array(z.enum(missingElements)),
  page: z.int().positive().nullable(),
  /** Words with figures, its own and its deadline's, that were recognised from a picture with little confidence, as read; absent where there are none. */
  doubtful: z.array(z.string()).optional(),
  /** Absent where an older engine read it. */
  confidence: confidenceSchema.optional(),
  /** Headings above it, outermost first. */
  section: z.array(z.string()),
  /** Rule names by field: why the item is there and why each field reads as it does. */
  rules: z.record(z.string(), z.array(z.string())),
});
export type Item = z.infer<typeof itemSchema>;
