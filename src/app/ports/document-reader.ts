import type { JiannuoError } from '../../domain/errors.js';
import type { SourceText } from '../../domain/source-text.js';

/** A file to read. Readers of hostile files work on bytes, never on paths of their own choosing. */
export interface FileToRead {
  /** Shown in messages; plays no part in telling the type. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A document that was found in a file, or what kept one from being taken out. */
export type Unpacked = FileToRead | { readonly name: string; readonly error: JiannuoError };

/** Reads files from outside; throws JiannuoErrors of class `input`. Isolated: a file can break nothing but itself. */
export interface DocumentReader {
  /** Every document in a file, one at a time: those inside an archive or a mail, named `a.zip/folder/b.docx`, or the file itself. */
  unpack(file: FileToRead): AsyncIterable<Unpacked>;
  /** Turns a document into SourceText; pages that are pictures are recognised, which takes seconds each. */
  read(file: FileToRead): Promise<SourceText>;
  /** The same, but null for a document with pages to be recognised: that is left for later. */
  readWritten(file: FileToRead): Promise<SourceText | null>;
  /** Ends what child processes there are. */
  close(): Promise<void>;
}
