import { documentExtractJob } from './document-extract.job.js';
import { documentReadJob } from './document-read.job.js';
import { documentRecognizeJob } from './document-recognize.job.js';

/** Kinds of the jobs by which a document that was handed in becomes rows: one of them at a time is each document's. */
export const documentSteps: readonly string[] = [
  documentReadJob,
  documentRecognizeJob,
  documentExtractJob,
].map(({ kind }) => kind);
