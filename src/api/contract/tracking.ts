import { z } from 'zod';
import { replyStates } from '../../app/proposal/follow-up.js';
import { satisfactions } from '../../domain/document.js';
import { isoDateSchema } from '../../domain/item.js';
import { proposalSchema } from '../../domain/ledger.js';
import { registrationSchema, sentNoteBodySchema } from '../../domain/proposal-note.js';
import { passageSchema, rowViewSchema, statusesSchema } from './commitments.js';
import { nextCursorSchema } from './common.js';
import { documentViewSchema } from './documents.js';
import { deniedEvidenceSchema, shownEvidenceSchema, toldStandingSchema } from './standing.js';

export const linksAnswerSchema = z
  .object({
    links: z.array(
      z.object({
        row: rowViewSchema,
        passage: passageSchema.nullable(),
        standing: toldStandingSchema,
        /** Of this report alone, as are `related` and `denied`. */
        evidence: z.array(shownEvidenceSchema),
        related: z.array(shownEvidenceSchema),
        denied: z.array(deniedEvidenceSchema),
        /** The report sets another target or day for the promise. */
        changes: z.boolean(),
      }),
    ),
    total: z.int().nonnegative(),
    nextCursor: nextCursorSchema,
  })
  .meta({ id: 'ReportLinks' });

export const unmentionedAnswerSchema = z
  .object({ rows: z.array(rowViewSchema), capped: z.boolean() })
  .meta({ id: 'Unmentioned' });

const ratingSchema = z.object({
  process: z.enum(satisfactions),
  result: z.enum(satisfactions),
  comment: z.string(),
  by: z.string(),
  /** Who put it down from paper; null for a person's own. */
  recordedBy: z.string().nullable(),
  at: z.string(),
});

export const followUpSchema = z
  .object({
    /** 交办. */
    handedOver: isoDateSchema.nullable(),
    replyBy: isoDateSchema.nullable(),
    /** The limit with a reason given. */
    replyAtLatest: isoDateSchema.nullable(),
    repliedOn: isoDateSchema.nullable(),
    reply: z.enum(replyStates),
    resultClass: z.string().nullable(),
    /** The last word of each who rated: how it was handled and what came of it, apart. */
    ratings: z.array(ratingSchema),
    /** null: nobody is unsatisfied. */
    redo: z
      .object({
        since: isoDateSchema,
        by: isoDateSchema,
        answeredOn: isoDateSchema.nullable(),
        overdue: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'ProposalFollowUp' });

export const noteInputSchema = z.strictObject({
  note: sentNoteBodySchema,
  /** Whose rating it is, where staff put it down from paper; a deputy's own otherwise. */
  by: z.string().trim().min(1).max(100).optional(),
});
export const noteAnswerSchema = z.object({ followUp: followUpSchema }).meta({ id: 'NewProposalNote' });

const proposalViewSchema = proposalSchema
  .omit({ tenant: true })
  .extend({
    /** What the office's list says of it; null where nobody put one down. */
    registration: registrationSchema.pick({ proposers: true, lead: true, assisting: true }).nullable(),
  })
  .meta({ id: 'Proposal' });

export const proposalsAnswerSchema = z
  .object({
    proposals: z.array(
      proposalViewSchema.extend({ followUp: followUpSchema }).meta({ id: 'ListedProposal' }),
    ),
    total: z.int().nonnegative(),
    nextCursor: nextCursorSchema,
  })
  .meta({ id: 'Proposals' });

export const proposalAnswerSchema = z
  .object({
    proposal: proposalViewSchema,
    followUp: followUpSchema,
    /** Newest first. */
    documents: z.array(documentViewSchema),
    promises: z.array(z.object({ row: rowViewSchema, statuses: statusesSchema.nullable() })),
    capped: z.boolean(),
  })
  .meta({ id: 'ProposalWithPromises' });
