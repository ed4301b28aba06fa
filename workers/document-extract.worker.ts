import { documentExtractJob } from '../src/app/jobs/document-extract.job.js';
import type { DocumentJob } from '../src/app/jobs/document-read.job.js';
import { type ExtractDependencies, extractDocument } from '../src/app/pipeline/extract-document.js';
import type { JobHandler } from '../src/app/ports/job-queue.js';

/** Extracts items from a SourceText into the ledger. */
export function documentExtractWorker(deps: ExtractDependencies): JobHandler<DocumentJob> {
  return { definition: documentExtractJob, run: (job, { signal }) => extractDocument(deps, job, signal) };
}
