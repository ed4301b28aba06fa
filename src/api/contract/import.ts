import { z } from 'zod';
import { lineOutcomes } from '../../app/import/plan-proposals.js';
import { proposalFields } from '../../app/import/proposal-columns.js';
import { proposalBodies } from '../../domain/document.js';

export const importQuerySchema = z.strictObject({
  /** true: only tells what would be done. */
  dryRun: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .default(false),
  /** Whose proposals they are, where neither headings nor lines say. */
  body: z.enum(proposalBodies).optional(),
  /** 届次 of all of them, where the lines do not say. */
  session: z.string().trim().min(1).max(100).optional(),
});

export const importAnswerSchema = z
  .object({
    /** Columns of the list and what each was taken for; null: left out. */
    headings: z.array(z.object({ words: z.string(), field: z.enum(proposalFields).nullable() })),
    lines: z.array(
      z.object({
        sheet: z.string().nullable(),
        line: z.int().positive(),
        outcome: z.enum(lineOutcomes),
        number: z.string().nullable(),
        title: z.string().nullable(),
        /** What the list says otherwise than what is there. */
        changes: z.array(z.string()),
        /** What is wrong with a refused line, and what to do. */
        problem: z.string().nullable(),
      }),
    ),
    done: z.boolean(),
  })
  .meta({ id: 'ProposalsImport' });
