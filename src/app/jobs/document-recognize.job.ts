import type { JobDefinition } from '../ports/job-queue.js';
import { type DocumentJob, documentReadJob } from './document-read.job.js';

/** Reads an original whose pages have to be recognised, which takes minutes; then as after reading. */
export const documentRecognizeJob: JobDefinition<DocumentJob> = {
  ...documentReadJob,
  kind: 'document.recognize',
  atOnce: 1,
};
