import type { JobDefinition } from '../ports/job-queue.js';
import { type DocumentJob, documentReadJob } from './document-read.job.js';

/** Extracts items from a document's SourceText into the ledger. */
export const documentExtractJob: JobDefinition<DocumentJob> = {
  ...documentReadJob,
  kind: 'document.extract',
  timeoutMs: 60_000,
};
