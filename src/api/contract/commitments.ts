import { z } from 'zod';
import { ledgerRowSchema } from '../../domain/ledger.js';
import { spanSchema } from '../../domain/source-text.js';
import { claimedStatuses, lights, schedules, verifiedStatuses } from '../../domain/standing.js';
import { nextCursorSchema } from './common.js';

export { filterQuerySchema, ledgerQuerySchema } from '../../app/query/ledger-query.js';

export const rowViewSchema = ledgerRowSchema.omit({ tenant: true }).meta({ id: 'LedgerRow' });

/** The paragraph that a quote stands in. */
export const passageSchema = z
  .object({ before: z.string(), quote: z.string(), after: z.string() })
  .meta({ id: 'Passage' });

/** Three answers to three questions on the day of asking, and the light that they give. */
export const statusesSchema = z
  .object({
    claimed: z.enum(claimedStatuses),
    verified: z.enum(verifiedStatuses),
    schedule: z.enum(schedules),
    light: z.enum(lights),
  })
  .meta({ id: 'Statuses' });

const listedRowSchema = rowViewSchema
  .extend({
    /** null for a result, and until it has been tracked. */
    statuses: statusesSchema.nullable(),
    /** Where the words of `text` stand, offsets in the quote and in the indicator; null where none were asked for. */
    marks: z.object({ quote: z.array(spanSchema), indicator: z.array(spanSchema) }).nullable(),
  })
  .meta({ id: 'ListedRow' });

export const rowsAnswerSchema = z
  .object({
    rows: z.array(listedRowSchema),
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
