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

/** What items would be made by now. */
const engineNowSchema = z.object({ segmentation: z.string(), rules: z.string() });

export const reextractAskedSchema = z
  .object({
    /** null where the document is on its way anyway, or could not be read. */
    job: jobViewSchema.nullable(),
    engine: engineNowSchema,
  })
  .meta({ id: 'ReextractAsked' });

export const olderAskedSchema = z
  .object({
    /** Documents that an older engine did: a job each. */
    queued: z.int().nonnegative(),
    /** Documents that the engine of now did. */
    current: z.int().nonnegative(),
    engine: engineNowSchema,
  })
  .meta({ id: 'OlderAsked' });

const listedJobSchema = jobViewSchema
  .extend({
    /** Title of its document, or its name where it has none; null where there is no document any more. */
    documentTitle: z.string().nullable(),
  })
  .meta({ id: 'ListedJob' });

export const jobsAnswerSchema = z.object({ jobs: z.array(listedJobSchema) }).meta({ id: 'Jobs' });
