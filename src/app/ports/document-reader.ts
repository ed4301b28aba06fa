import type { SourceText } from '../../domain/source-text.js';

/** A file to read. Readers of hostile files work on bytes, never on paths of their own choosing. */
export interface FileToRead {
  /** Shown in messages; plays no part in telling the type. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Turns a file into SourceText, or throws a JiannuoError of class `input`. Isolated: a file can break nothing but itself. */
export interface DocumentReader {
  read(file: FileToRead): Promise<SourceText>;
  /** Ends what child processes there are. */
  close(): Promise<void>;
}
