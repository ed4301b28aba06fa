import type { BlobStore } from '../app/ports/blob-store.js';
import type { DocumentReader } from '../app/ports/document-reader.js';
import type { JobQueue } from '../app/ports/job-queue.js';
import type { LedgerStore } from '../app/ports/ledger-store.js';

/** What the API needs. Each is opened at its first use, and again when that failed. */
export interface ApiPorts {
  readonly config: { readonly tenant: string; readonly place: string | null; readonly maxFileBytes: number };
  store(): Promise<LedgerStore>;
  blobs(): Promise<BlobStore>;
  queue(): Promise<JobQueue>;
  /** Uploaded archives and mails are unpacked before they are taken in. */
  reader(): Promise<Pick<DocumentReader, 'unpack'>>;
}
