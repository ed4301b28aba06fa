import { z } from 'zod';
import { faultSchema } from './common.js';

export { jobsQuerySchema } from '../../app/query/ledger-query.js';

export const jobViewSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    status: z.enum(['waiting', 'delayed', 'running', 'done', 'dead']),
    documentId: z.string().nullable(),
    attempts: z.int(),
    progress: z.number().min(0).max(1),
    fault: faultSchema.nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Job' });
export type JobAnswer = z.infer<typeof jobViewSchema>;

export const jobsAnswerSchema = z.object({ jobs: z.array(jobViewSchema) }).meta({ id: 'Jobs' });
