import { z } from 'zod';
import { faultSchema } from './common.js';

export { manyInputSchema } from '../../app/standing/decide-many.js';

export const outcomesAnswerSchema = z
  .object({
    outcomes: z.array(
      z.object({
        id: z.string(),
        /** How many decisions there are now; null where it was not decided on. */
        version: z.int().nonnegative().nullable(),
        /** Why it was not decided on; `decision-conflict`: somebody else has decided meanwhile. */
        fault: faultSchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'Outcomes' });
