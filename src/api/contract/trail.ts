import { z } from 'zod';
import { trailEntrySchema } from '../../domain/trail.js';

export const trailQuerySchema = z.strictObject({
  /** oldest: those after `after`, in order; newest: the last first, those before `before`. */
  order: z.enum(['oldest', 'newest']).default('oldest'),
  before: z.coerce.number().pipe(z.int().positive()).optional(),
  /** Number of the last entry that is known. */
  after: z.coerce.number().pipe(z.int().nonnegative()).default(0),
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(100),
});
export const trailAnswerSchema = z
  .object({
    entries: z.array(
      trailEntrySchema.omit({ tenant: true }).extend({
        /** Names as they are now; null where there is none, or none any more. */
        actorName: z.string().nullable(),
        subjectName: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Trail' });
