import type { BinnedDocument, StoredDocument } from '../../domain/document.js';
import type { Page } from './page.js';

/**
 * Documents that were taken out of the ledger and may come back. While one lies here nothing that reads the ledger finds it:
 * no row, no text, no evidence; what people decided on its promises is kept where it always is.
 */
export interface BinStore {
  /**
   * Puts a document into the bin, in one transaction; promises that it said something of are judged without it.
   * @param by who did it
   * Fault: `not-found`.
   */
  binDocument(tenant: string, id: string, by: string): Promise<BinnedDocument>;
  /** The newest in the bin first. */
  binned(tenant: string, page: { limit: number; cursor?: string | undefined }): Promise<Page<BinnedDocument>>;
  binnedDocument(tenant: string, id: string): Promise<BinnedDocument | null>;
  /**
   * Takes a document out of the bin: its text and rows are as they were, with their ids. It is still to be held against
   * the others (`untracked`), or read (`unqueued`, `unfinished`) where it never was.
   * Fault: `not-found`.
   */
  restoreDocument(tenant: string, id: string): Promise<StoredDocument>;
  /**
   * Removes for good what was put into the bin before an ISO instant; gives what was removed, at most so many.
   * Decisions and claims stay, and are `lost`.
   */
  emptyBin(tenant: string, before: string, limit: number): Promise<readonly BinnedDocument[]>;
  /** Those of the digests that a document, one in the bin, or a claim names, in any office. */
  namedOriginals(sha256s: readonly string[]): Promise<ReadonlySet<string>>;
}
