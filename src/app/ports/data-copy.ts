/** A part of a backup, a few megabytes at most. Several in a row of one name belong together. */
export interface Frame {
  readonly name: string;
  readonly bytes: Buffer;
}

/** All that a profile keeps, of every office: ledger, people, trail, originals. Jobs are made again from the ledger. */
export interface DataCopy {
  /** A backup goes back into the kind that it is of. */
  readonly kind: 'sqlite' | 'mongodb';
  /** Whether nobody has put anything there yet. */
  isEmpty(): Promise<boolean>;
  /** Bytes of all that a dump has, nearly, before it is packed. */
  size(): Promise<number>;
  /** As it stands at one instant, while others go on writing. An aborted signal ends it with its reason. */
  dump(signal?: AbortSignal): AsyncIterable<Frame>;
  /** Puts that in the place of everything that is there. Faults: `data-locked` where others have it open (SQLite). */
  load(frames: AsyncIterable<Frame>): Promise<void>;
  close(): Promise<void>;
}
