import type { JobDefinition } from '../ports/job-queue.js';
import { backupMakeJob } from './backup-make.job.js';
import { documentExtractJob } from './document-extract.job.js';
import { documentReadJob } from './document-read.job.js';
import { documentRecognizeJob } from './document-recognize.job.js';
import { documentTrackJob } from './document-track.job.js';
import { reminderDeliverJob } from './reminder-deliver.job.js';

/** Every kind of job there is. */
// biome-ignore lint/suspicious/noExplicitAny: each payload is parsed by the definition's own schema
export const jobDefinitions: readonly JobDefinition<any>[] = [
  documentReadJob,
  documentRecognizeJob,
  documentExtractJob,
  documentTrackJob,
  reminderDeliverJob,
  backupMakeJob,
];
