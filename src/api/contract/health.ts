import { z } from 'zod';
import { faultSchema } from './common.js';

export const aliveSchema = z.object({ status: z.literal('ok'), version: z.string() }).meta({ id: 'Alive' });

export const readySchema = z
  .object({
    status: z.enum(['ready', 'unready']),
    /** null: it answers and is set up as needed. */
    store: faultSchema.nullable(),
    queue: faultSchema.nullable(),
  })
  .meta({ id: 'Ready' });
