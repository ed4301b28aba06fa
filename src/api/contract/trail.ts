import { z } from 'zod';
import { trailEntrySchema } from '../../domain/trail.js';

export const trailQuerySchema = z.strictObject({
  /** Number of the last entry that is known. */
  after: z.coerce.number().pipe(z.int().nonnegative()).default(0),
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(100),
});
export const trailAnswerSchema = z
  .object({ entries: z.array(trailEntrySchema.omit({ tenant: true })) })
  .meta({ id: 'Trail' });
