import { z } from 'zod';
import type { JobDefinition } from '../../../src/app/ports/job-queue.js';

const schema = z.object({ name: z.string() });

export const hang: JobDefinition<z.infer<typeof schema>> = {
  kind: 'test.hang',
  version: 1,
  schema,
  key: ({ name }) => name,
  attempts: 1,
  backoffMs: 100,
  timeoutMs: 60_000,
};
