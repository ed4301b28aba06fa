import { z } from 'zod';
import { proposalSchema } from '../../domain/ledger.js';
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

const proposalViewSchema = proposalSchema.omit({ tenant: true }).meta({ id: 'Proposal' });

export const proposalsAnswerSchema = z
  .object({
    proposals: z.array(proposalViewSchema),
    total: z.int().nonnegative(),
    nextCursor: nextCursorSchema,
  })
  .meta({ id: 'Proposals' });

export const proposalAnswerSchema = z
  .object({
    proposal: proposalViewSchema,
    /** Newest first. */
    documents: z.array(documentViewSchema),
    promises: z.array(z.object({ row: rowViewSchema, statuses: statusesSchema.nullable() })),
    capped: z.boolean(),
  })
  .meta({ id: 'ProposalWithPromises' });
