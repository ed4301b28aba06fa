/** The package's second entry: files to SourceText, each read in a child process with limits of time and memory. */

import { createIsolatedReader } from '../adapters/readers/isolated/isolated-reader.js';
import type { DocumentReader } from '../app/ports/document-reader.js';

export type { DocumentReader, FileToRead, Unpacked } from '../app/ports/document-reader.js';

export interface ReaderOptions {
  /** Largest file taken in; 100 MiB unless told otherwise. */
  readonly maxFileBytes?: number;
  /** What one file may take: 30 s and 512 MiB. */
  readonly seconds?: number;
  readonly memoryBytes?: number;
  /** Child processes at once: 2. */
  readonly processes?: number;
  /** Who recognises scans, some seconds a page: `off`, the usual, refuses them with `file-no-text`. */
  readonly recognizer?: 'auto' | 'tesseract' | 'tesseract.js' | 'off';
}

const mebibyte = 1024 * 1024;

/** Opens a reader; its processes start with the first file and end at `close`. */
export function openReader(options: ReaderOptions = {}): DocumentReader {
  const { recognizer = 'off' } = options;
  return createIsolatedReader({
    maxFileBytes: options.maxFileBytes ?? 100 * mebibyte,
    seconds: options.seconds ?? 30,
    memoryBytes: options.memoryBytes ?? 512 * mebibyte,
    processes: options.processes ?? 2,
    recognition:
      recognizer === 'off' ? null : { recognizer, seconds: 1800, memoryBytes: 1024 * mebibyte, processes: 1 },
  });
}
