import { z } from 'zod';
import { ledgerFields } from '../../app/import/ledger-columns.js';
import { ledgerOutcomes } from '../../app/import/ledger-rows.js';
import { importQuerySchema } from './import.js';

export const ledgerImportQuerySchema = importQuerySchema.pick({ dryRun: true });

export const ledgerImportAnswerSchema = z
  .object({
    /** Columns of the sheet and what each was taken for; null: left out. */
    headings: z.array(z.object({ words: z.string(), field: z.enum(ledgerFields).nullable() })),
    lines: z.array(
      z.object({
        sheet: z.string().nullable(),
        line: z.int().positive(),
        outcome: z.enum(ledgerOutcomes),
        words: z.string().nullable(),
        /** What is wrong with the row or one of its cells, and what to do. */
        problem: z.string().nullable(),
      }),
    ),
    /** null for a dry run. */
    documentId: z.string().nullable(),
    /** false where nothing was done: a dry run, or a file that was imported before. */
    done: z.boolean(),
  })
  .meta({ id: 'LedgerImport' });
