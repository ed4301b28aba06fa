import { z } from 'zod';
import { phrase } from '../../domain/phrase.js';
import { trailEntrySchema } from '../../domain/trail.js';

const shape = {
  /** oldest: those after `after`, in order; newest: the last first, those before `before`. */
  order: z.enum(['oldest', 'newest']).default('oldest'),
  before: z.coerce.number().pipe(z.int().positive()).optional(),
  /** Number of the last entry that is known; from the first on where it is not said. */
  after: z.coerce.number().pipe(z.int().nonnegative()).optional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(100),
};
const onlyWith = (parameter: 'before' | 'after', order: string) => ({
  path: [parameter],
  params: { says: phrase(`只能和 order=${order} 一起用`, `goes with order=${order} alone`) },
});
export const trailQuerySchema = z
  .strictObject(shape)
  .refine(({ order, before }) => order === 'newest' || before === undefined, onlyWith('before', 'newest'))
  .refine(({ order, after }) => order === 'oldest' || after === undefined, onlyWith('after', 'oldest'));
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
