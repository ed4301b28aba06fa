import { type DocumentJob, documentReadJob } from '../src/app/jobs/document-read.job.js';
import { type ReadDependencies, readDocument } from '../src/app/pipeline/read-document.js';
import type { JobHandler } from '../src/app/ports/job-queue.js';

/** Reads an original into SourceText; a worker that extracts too goes on to ledger rows. */
export function documentReadWorker(deps: ReadDependencies): JobHandler<DocumentJob> {
  return { definition: documentReadJob, run: (job, { signal }) => readDocument(deps, job, signal) };
}
