import { z } from 'zod';
import { sentCorrectionSchema } from '../../domain/decision.js';
import { itemSchema } from '../../domain/item.js';
import { spanSchema } from '../../domain/source-text.js';

/** Words of a document's text: offsets in UTF-16 units, end exclusive. */
export const markedQuerySchema = z.strictObject({
  start: z.coerce.number().pipe(z.int().nonnegative()),
  end: z.coerce.number().pipe(z.int().nonnegative()),
});

export const proposedAnswerSchema = z
  .object({
    /** The words without the blanks around them. */
    span: spanSchema,
    quote: z.string(),
    proposed: z.array(
      z.object({
        item: itemSchema,
        /** The item of the ledger that it is already. */
        existing: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ProposedItems' });

export const markingInputSchema = spanSchema.strict().extend({
  quote: z.string().min(1).max(2_000),
  /** The id of a proposed item. */
  item: z.string().min(1).max(64),
  /** What is to be otherwise than it reads. */
  fields: sentCorrectionSchema.optional(),
  reason: z.string().trim().min(1).max(2_000),
});

export const addedAnswerSchema = z.object({ id: z.string() }).meta({ id: 'AddedItem' });

export const itemParamsSchema = z.strictObject({
  id: z.string().min(1).max(200),
  itemId: z.string().min(1).max(64),
});
