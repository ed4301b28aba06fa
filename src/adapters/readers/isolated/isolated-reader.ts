import { checkSize, formatBytes } from '../../../app/ingest/byte-size.js';
import type { DocumentReader, FileToRead, Unpacked } from '../../../app/ports/document-reader.js';
import { JiannuoError } from '../../../domain/errors.js';
import type { SourceText } from '../../../domain/source-text.js';
import { builtEntry, type PoolOptions, ProcessPool } from '../../isolated/process-pool.js';
import type { Limits } from '../../isolated/watched-process.js';
import { mayBeContainer } from '../sniff.js';
import type { ReadReply, ReadRequest, RecognitionStep, RecognizeRequest } from './read-protocol.js';
import { unpackIn } from './unpack-in.js';

export interface IsolatedReaderOptions extends PoolOptions {
  readonly maxFileBytes: number;
  /** Without it no page is recognised: a scan has no text. */
  readonly recognition?: RecognitionOptions | null;
}

/** Recognition has processes and limits of its own, so that scans never keep other files waiting. */
export interface RecognitionOptions extends PoolOptions {
  readonly recognizer: RecognizeRequest['recognizer'];
  /** Seconds that each step with a page may take; what is left out is the usual. */
  readonly stepSeconds?: Partial<Record<RecognitionStep, number>>;
}

/** A page may be drawn in a loop without end: its file must not hold a recogniser for the time of hundreds of pages. */
const usualSeconds: Readonly<Record<RecognitionStep, number>> = { draws: 30, recognizes: 300 };

/** The faults of limits over a file. */
const faultsOver = (file: string, { memoryBytes }: Limits) => ({
  tooLong: (seconds: number) => new JiannuoError('file-time-limit', { file, seconds }),
  tooMuchMemory: () => new JiannuoError('file-memory-limit', { file, limit: formatBytes(memoryBytes) }),
  crashed: (reason: string, cause: Error) => new JiannuoError('reader-crashed', { file, reason }, cause),
});

/**
 * Reads each file in a child process that is ended when it takes too long or too much memory. Unpacking has a process of
 * its own: whoever unpacks holds it while the documents that come out are read.
 */
export function createIsolatedReader(options: IsolatedReaderOptions): DocumentReader {
  const readers = new ProcessPool(builtEntry('./child.js', import.meta.url), options);
  const unpackers = new ProcessPool(builtEntry('./unpack-child.js', import.meta.url), {
    ...options,
    processes: 1,
  });
  const { maxFileBytes, recognition = null } = options;
  const recognizers =
    recognition && new ProcessPool(builtEntry('./recognition-child.js', import.meta.url), recognition);
  const readWritten = async ({ name, bytes }: FileToRead): Promise<SourceText | null> => {
    checkSize(name, bytes.length, maxFileBytes);
    const request: ReadRequest = {
      file: { name, bytes },
      recognition: recognizers ? 'elsewhere' : 'never',
    };
    const reply = (await readers.run({ request, ...faultsOver(name, options) })) as ReadReply;
    return reply === 'needs-recognition' ? null : reply;
  };
  return {
    async *unpack(file: FileToRead): AsyncGenerator<Unpacked> {
      checkSize(file.name, file.bytes.length, maxFileBytes);
      if (mayBeContainer(file.bytes)) yield* unpackIn(unpackers, file, faultsOver(file.name, options));
      else yield file;
    },
    readWritten,
    async read({ name, bytes }: FileToRead): Promise<SourceText> {
      const written = await readWritten({ name, bytes });
      if (written) return written;
      if (!recognition || !recognizers) throw new JiannuoError('file-no-text', { file: name });
      const request: RecognizeRequest = { file: { name, bytes }, recognizer: recognition.recognizer };
      const seconds = { ...usualSeconds, ...recognition.stepSeconds };
      const stepSeconds = (step: unknown) => seconds[step as RecognitionStep];
      const task = { request, stepSeconds, ...faultsOver(name, recognition) };
      return (await recognizers.run(task)) as SourceText;
    },
    async close(): Promise<void> {
      await Promise.all([readers.close(), unpackers.close(), recognizers?.close()]);
    },
  };
}
