/** Originals, kept by content: `sha256` is the lower-case hex digest of the bytes and the only name. */
export interface BlobStore {
  /** Idempotent: the same bytes again change nothing. Durable when it resolves. */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /** null where there is none. */
  get(sha256: string): Promise<Uint8Array | null>;
  has(sha256: string): Promise<boolean>;
  /** Whether it was there. Only for what nothing names any more. */
  remove(sha256: string): Promise<boolean>;
  close(): Promise<void>;
}
