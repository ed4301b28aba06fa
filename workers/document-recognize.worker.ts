import type { DocumentJob } from '../src/app/jobs/document-read.job.js';
import { documentRecognizeJob } from '../src/app/jobs/document-recognize.job.js';
import { type ReadDependencies, recognizeDocument } from '../src/app/pipeline/read-document.js';
import type { JobHandler } from '../src/app/ports/job-queue.js';

/** Reads a scan into SourceText; a worker that extracts too goes on to ledger rows. */
export function documentRecognizeWorker(deps: ReadDependencies): JobHandler<DocumentJob> {
  return { definition: documentRecognizeJob, run: (job, { signal }) => recognizeDocument(deps, job, signal) };
}
