import { documentTrackJob, type TrackJob } from '../src/app/jobs/document-track.job.js';
import { type TrackDependencies, trackDocument } from '../src/app/pipeline/track-document.js';
import type { JobHandler } from '../src/app/ports/job-queue.js';

/** Holds a document against the others of its office and place. */
export function documentTrackWorker(deps: TrackDependencies): JobHandler<TrackJob> {
  return { definition: documentTrackJob, run: (job, { signal }) => trackDocument(deps, job, signal) };
}
