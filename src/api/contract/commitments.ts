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

/** Where a quote stands as people count: its paragraph in a document without pages, its cell in a table. */
const anchorSchema = z
  .object({
    paragraph: z.int().positive().nullable(),
    cell: z
      .object({
        table: z.int().positive(),
        sheet: z.string().nullable(),
        row: z.int().positive(),
        column: z.int().positive(),
        /** `B3`; null outside workbooks. */
        reference: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Anchor' });

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
    /** null where the text is not stored any more. */
    anchor: anchorSchema.nullable(),
  })
  .meta({ id: 'LedgerRowWithPassage' });
