import { z } from 'zod';
import { documentKinds, proposalBodies, publicities } from './document.js';
import { isoDateSchema, itemKinds, itemSchema, missingElements, stances, strengths } from './item.js';
import type { RowBounds } from './people.js';
import { type StandingFilter, stateSchema } from './standing.js';

/** A body that answers for promises: one name in the registry, with aliases and former names (机构改革). */
export const unitSchema = z.object({
  id: z.string(),
  tenant: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
});
export type Unit = z.infer<typeof unitSchema>;

/** What was asked. Unique by tenant, body, session and number. */
export const proposalSchema = z.object({
  id: z.string(),
  tenant: z.string(),
  body: z.enum(proposalBodies).nullable(),
  session: z.string().nullable(),
  number: z.string(),
  title: z.string().nullable(),
  documentIds: z.array(z.string()),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** One row of the 台账: an item with what its document says. */
export const ledgerRowSchema = itemSchema.extend({
  tenant: z.string(),
  documentId: z.string(),
  document: z.object({
    name: z.string(),
    title: z.string().nullable(),
    kind: z.enum(documentKinds),
    issuer: z.string().nullable(),
    date: isoDateSchema.nullable(),
    proposalNumber: z.string().nullable(),
    publicity: z.enum(publicities).nullable(),
  }),
  /** Of those that answer for it, decisions considered; `responsible` is as it was said. */
  unitIds: z.array(z.string()),
  /** Where a promise stands; null for a result, and until it has been tracked. */
  state: stateSchema.nullable(),
});
export type LedgerRow = z.infer<typeof ledgerRowSchema>;

type Decided = { readonly state?: LedgerRow['state'] };

/** The deadline that counts, decisions considered: an ISO day; null for none. */
export const dueOf = ({ state, deadline }: Pick<LedgerRow, 'deadline'> & Decided): string | null =>
  state ? state.due : (deadline?.date ?? null);

/** The same in words: as the document has it where that names no day and nobody decided otherwise. */
export const dueWords = (row: Pick<LedgerRow, 'deadline'> & Decided): string | null =>
  dueOf(row) ?? (row.deadline?.date ? null : (row.deadline?.text ?? null));

/** Who answers for it, decisions considered. */
export const answerableFor = ({
  state,
  responsible,
}: Pick<LedgerRow, 'responsible'> & Decided): readonly string[] => state?.responsible ?? responsible;

/** The orders that a store keeps. */
export const ledgerSorts = ['deadline', '-deadline', 'document'] as const;
export type LedgerSort = (typeof ledgerSorts)[number];

/** What can be asked for: `relevance` ranks what a store found by its words. */
export const querySorts = [...ledgerSorts, 'relevance'] as const;

/**
 * The filters that CLI, API and both stores share; all given ones must hold.
 * `unit` and `authority` match a name or any alias, or a part of the name; `text` is full text over jieba tokens
 * of quote, indicator and units; `indicator` is a part of the indicator's wording. Units and deadlines are those that count,
 * decisions considered.
 */
export const ledgerFilterSchema = z.object({
  stance: z.enum(stances).optional(),
  kind: z.enum(itemKinds).optional(),
  strength: z.enum(strengths).optional(),
  hedged: z.boolean().optional(),
  /** Promises that do not say this. */
  missing: z.enum(missingElements).optional(),
  unit: z.string().min(1).max(200).optional(),
  /** Of the registry: this unit and no other that is named alike. */
  unitId: z.string().min(1).max(64).optional(),
  authority: z.string().min(1).max(200).optional(),
  indicator: z.string().min(1).max(200).optional(),
  text: z.string().min(1).max(200).optional(),
  documentId: z.string().min(1).max(64).optional(),
  documentKind: z.enum(documentKinds).optional(),
  proposal: z.string().min(1).max(64).optional(),
  /** Of the document. */
  place: z.string().min(1).max(64).optional(),
  /** Inclusive. Rows without a date never match a bound. */
  deadlineFrom: isoDateSchema.optional(),
  deadlineTo: isoDateSchema.optional(),
  /** Rows that the engine is less sure of, in percent (`confidence.row`); rows of an older engine never match. */
  lessSureThan: z.int().min(1).max(100).optional(),
  /** true: rows that somebody accepted or rejected; false: rows that nobody has. */
  reviewed: z.boolean().optional(),
  /** true: only rows without a deadline date; false: only rows with one. */
  noDeadline: z.boolean().optional(),
});
export type LedgerFilter = z.infer<typeof ledgerFilterSchema> & {
  /** Where promises stand; made from the statuses asked for and a profile. */
  readonly standing?: StandingFilter | undefined;
};

/** A filter with the rows that whoever asks is bound to: never a parameter of a query. */
export type BoundFilter = LedgerFilter & { readonly within?: RowBounds | undefined };

/** `deadline`: earliest first, none last; `document`: newest document first, items in reading order. Ties are broken by document, place, id. */
export const ledgerPageSchema = z.object({
  sort: z.enum(ledgerSorts).default('deadline'),
  limit: z.int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
});
export type LedgerPage = z.infer<typeof ledgerPageSchema>;
