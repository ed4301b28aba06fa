import type { Probes } from '../app/doctor/doctor.js';
import type { BlobStore } from '../app/ports/blob-store.js';
import type { DocumentReader } from '../app/ports/document-reader.js';
import type { Extractor } from '../app/ports/extractor.js';
import type { JobQueue } from '../app/ports/job-queue.js';
import type { LedgerExporter } from '../app/ports/ledger-exporter.js';
import type { LedgerStore } from '../app/ports/ledger-store.js';
import type { PasswordHasher, PeopleStore } from '../app/ports/people-store.js';
import type { TrailStore } from '../app/ports/trail-store.js';

/** What the API needs. Each is opened at its first use, and again when that failed. */
export interface ApiPorts {
  readonly config: {
    readonly tenant: string;
    readonly place: string | null;
    readonly maxFileBytes: number;
    readonly maxWaiting: number;
    readonly publicUrl: string | null;
    readonly timeZone: string;
    readonly practice: string;
    readonly holidays: string | null;
    readonly reminders: string | null;
    readonly backups: string | null;
  };
  store(): Promise<LedgerStore>;
  people(): Promise<PeopleStore>;
  hasher(): Promise<PasswordHasher>;
  trail(): Promise<TrailStore>;
  blobs(): Promise<BlobStore>;
  queue(): Promise<JobQueue>;
  exporter(): Promise<LedgerExporter>;
  /** Reads what a person marks in a text, and says its versions; extraction itself is a job. */
  extractor(): Promise<Pick<Extractor, 'engine' | 'extract'>>;
  /** Uploaded archives and mails are unpacked before they are taken in, and lists are read; documents are read by jobs. */
  reader(): Promise<Pick<DocumentReader, 'unpack' | 'readWritten'>>;
  probes(): Promise<Probes>;
}
