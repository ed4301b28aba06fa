import { z } from 'zod';
import { documentSchema } from '../../domain/document.js';
import { faultSchema } from './common.js';

/** `event: document`. */
export const documentEventSchema = documentSchema
  .pick({ id: true, name: true, status: true, counts: true, updatedAt: true })
  .extend({
    fault: faultSchema.nullable(),
    /** Of how many promises of other documents it says something; null until it has been held against them. */
    evidence: z.int().nonnegative().nullable(),
  });

/** `event: job`: one under way, and once more when it has ended. */
export const jobEventSchema = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.enum(['waiting', 'delayed', 'running', 'done', 'dead']),
  progress: z.number().min(0).max(1),
  attempts: z.int(),
  documentId: z.string().nullable(),
});
