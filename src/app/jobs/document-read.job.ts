import { z } from 'zod';
import type { JobDefinition } from '../ports/job-queue.js';

const schema = z.object({ tenant: z.string().min(1), documentId: z.string().min(1) });
export type DocumentJob = z.infer<typeof schema>;

/** Reads an original into SourceText, then extracts, or asks for the extraction where its worker does not. */
export const documentReadJob: JobDefinition<DocumentJob> = {
  kind: 'document.read',
  version: 1,
  schema,
  key: ({ tenant, documentId }) => `${tenant}/${documentId}`,
  attempts: 3,
  backoffMs: 1_000,
  timeoutMs: 120_000,
};
