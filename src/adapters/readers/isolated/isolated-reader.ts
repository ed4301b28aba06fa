import { checkSize, formatBytes } from '../../../app/ingest/byte-size.js';
import type { DocumentReader, FileToRead } from '../../../app/ports/document-reader.js';
import { JiannuoError } from '../../../domain/errors.js';
import type { SourceText } from '../../../domain/source-text.js';
import { builtEntry, type PoolOptions, ProcessPool } from '../../isolated/process-pool.js';

export interface IsolatedReaderOptions extends PoolOptions {
  readonly maxFileBytes: number;
}

/** Reads each file in a child process that is ended when it takes too long or too much memory. */
export function createIsolatedReader(options: IsolatedReaderOptions): DocumentReader {
  const pool = new ProcessPool(builtEntry('./child.js', import.meta.url), options);
  const { seconds, memoryBytes, maxFileBytes } = options;
  return {
    async read({ name: file, bytes }: FileToRead): Promise<SourceText> {
      checkSize(file, bytes.length, maxFileBytes);
      const source = await pool.run({
        request: { name: file, bytes },
        tooLong: () => new JiannuoError('file-time-limit', { file, seconds }),
        tooMuchMemory: () => new JiannuoError('file-memory-limit', { file, limit: formatBytes(memoryBytes) }),
        crashed: (reason, cause) => new JiannuoError('reader-crashed', { file, reason }, cause),
      });
      return source as SourceText;
    },
    close: () => pool.close(),
  };
}
