import { z } from 'zod';
import { ledgerRowSchema } from '../../domain/ledger.js';
import { nextCursorSchema } from './common.js';

export { ledgerQuerySchema } from '../../app/query/ledger-query.js';

export const rowViewSchema = ledgerRowSchema.omit({ tenant: true }).meta({ id: 'LedgerRow' });

/** The paragraph that a quote stands in. */
export const passageSchema = z
  .object({ before: z.string(), quote: z.string(), after: z.string() })
  .meta({ id: 'Passage' });

export const rowsAnswerSchema = z
  .object({
    rows: z.array(rowViewSchema),
    nextCursor: nextCursorSchema,
    /** With `count=true`; `capped` where there are more than were counted. */
    total: z.object({ count: z.int(), capped: z.boolean() }).nullable(),
  })
  .meta({ id: 'LedgerRows' });

export const rowAnswerSchema = z
  .object({
    row: rowViewSchema,
    passage: passageSchema.nullable(),
  })
  .meta({ id: 'LedgerRowWithPassage' });
