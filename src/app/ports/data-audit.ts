import type { DocumentStatus } from '../../domain/document.js';
import type { Item } from '../../domain/item.js';

/** What lies where originals are kept. */
export interface KeptOriginal {
  /** Where it lies, for a person to find it. */
  readonly place: string;
  /** The digest that it is kept under; null for what is no original by its name or place. */
  readonly sha256: string | null;
  /** Throws where it cannot be read to its end. */
  read(): Promise<Uint8Array>;
}

/** A document with its rows and its text, all as of one instant where the store can tell. */
export interface AuditedDocument {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  /** Of the original, as it was noted at the upload. */
  readonly size: number;
  readonly status: DocumentStatus;
  /** How many rows extraction has noted; null before the first. */
  readonly counted: number | null;
  readonly items: readonly Pick<Item, 'id' | 'start' | 'end' | 'quote'>[];
  /** null where there is none; throws where it cannot be unpacked. */
  text(): Promise<string | null>;
}

/** Read-only, over every office: what a profile keeps, so that it can be held against itself. */
export interface DataAudit {
  /** What the store's own check says is damaged; none where it is well, or where the store checks itself. */
  damage(): Promise<readonly string[]>;
  originals(): AsyncIterable<KeptOriginal>;
  hasOriginal(sha256: string): Promise<boolean>;
  documentIds(): AsyncIterable<string>;
  document(id: string): Promise<AuditedDocument | null>;
  /** Digests of the originals that documents, those in the bin too, and claims name, each as often as it is named. */
  named(): AsyncIterable<string>;
  /** Files that were handed in with claims. */
  claimFiles(): AsyncIterable<{ readonly tenant: string; readonly claim: string; readonly sha256: string }>;
  /** Rows whose document is not there. */
  strayRows(): AsyncIterable<{ readonly tenant: string; readonly item: string; readonly document: string }>;
  /** Offices whose kept counts of promises are not those of their rows, as of one instant each. */
  wrongCounts(): AsyncIterable<{ readonly tenant: string; readonly cells: number }>;
  tenantsWithTrail(): Promise<readonly string[]>;
  close(): Promise<void>;
}
