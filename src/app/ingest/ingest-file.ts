import type { StoredDocument } from '../../domain/document.js';
import { asJiannuoError } from '../../domain/errors.js';
import { sha256Hex } from '../../domain/identity.js';
import { documentReadJob } from '../jobs/document-read.job.js';
import { enqueueAnew } from '../jobs/enqueue-anew.js';
import type { BlobStore } from '../ports/blob-store.js';
import type { FileToRead } from '../ports/document-reader.js';
import type { JobQueue, JobView } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { checkSize } from './byte-size.js';
import { turns } from './turns.js';

export interface IngestDependencies {
  readonly store: Pick<LedgerStore, 'addDocument' | 'markQueued'>;
  readonly blobs: Pick<BlobStore, 'put' | 'has'>;
  /** Opened when it is first needed: a queue that is away must not keep files out. */
  readonly queue: () => Promise<Pick<JobQueue, 'enqueue' | 'job' | 'retry'>>;
}

export interface IngestSettings {
  readonly tenant: string;
  readonly place: string | null;
  readonly maxFileBytes: number;
}

export interface Ingested {
  readonly document: StoredDocument;
  /** false: the same bytes were there before, `document` is that first one. */
  readonly created: boolean;
  /** null where nothing is to be done, or where the queue is away and the relay will queue it. */
  readonly job: JobView | null;
}

/** Faults of a queue that will be back. */
export const queueAway: ReadonlySet<string> = new Set([
  'queue-unavailable',
  'queue-refused',
  'queue-unsuitable',
]);

/** While the queue is known to be away nobody waits for it again; the relay queues what was accepted meanwhile. */
const queuePauseMs = 5_000;

/**
 * Takes files in: the original first, then the document, then its job, so that a crash between two of them leaves nothing
 * that is not picked up. A document that failed, or stopped half-way, is tried again when its file is handed in again.
 */
export function createIngest(deps: IngestDependencies, settings: IngestSettings) {
  let queueAwayUntil = 0;
  const turnOf = turns();

  async function queueUp(document: StoredDocument): Promise<JobView | null> {
    if (Date.now() < queueAwayUntil) return null;
    const payload = { tenant: document.tenant, documentId: document.id };
    try {
      const queue = await deps.queue();
      const job = await enqueueAnew(queue, documentReadJob, payload, { priority: turnOf() });
      await deps.store.markQueued(document.tenant, document.id);
      return job;
    } catch (thrown) {
      const fault = asJiannuoError(thrown);
      if (!queueAway.has(fault.code)) throw fault;
      queueAwayUntil = Date.now() + queuePauseMs;
      return null;
    }
  }

  return async function ingestFile(file: FileToRead): Promise<Ingested> {
    checkSize(file.name, file.bytes.byteLength, settings.maxFileBytes);
    const sha256 = sha256Hex(file.bytes);
    await deps.blobs.put(sha256, file.bytes);
    const { document, created } = await deps.store.addDocument({
      tenant: settings.tenant,
      place: settings.place,
      sha256,
      name: file.name,
      size: file.bytes.byteLength,
    });
    // The same file of a document that was being removed for good went with it.
    if (created && !(await deps.blobs.has(sha256))) await deps.blobs.put(sha256, file.bytes);
    return { document, created, job: document.status === 'done' ? null : await queueUp(document) };
  };
}

export type IngestFile = ReturnType<typeof createIngest>;
