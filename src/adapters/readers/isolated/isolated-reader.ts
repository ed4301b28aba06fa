import { checkSize } from '../../../app/ingest/byte-size.js';
import type { DocumentReader, FileToRead } from '../../../app/ports/document-reader.js';
import { JiannuoError } from '../../../domain/errors.js';
import type { SourceText } from '../../../domain/source-text.js';
import { ReaderProcess, type ReadLimits } from './reader-process.js';

export interface IsolatedReaderOptions extends ReadLimits {
  readonly maxFileBytes: number;
  /** Child processes at once; further files wait. */
  readonly processes: number;
}

/** Share of the memory limit from which a child that rests is replaced: the next file should have most of it. */
const recycleShare = 0.6;

/** Reads each file in a child process that is ended when it takes too long or too much memory. */
export function createIsolatedReader(options: IsolatedReaderOptions): DocumentReader {
  return new IsolatedReader(options);
}

class IsolatedReader implements DocumentReader {
  readonly #options: IsolatedReaderOptions;
  readonly #idle: ReaderProcess[] = [];
  readonly #busy = new Set<ReaderProcess>();
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  constructor(options: IsolatedReaderOptions) {
    this.#options = options;
  }

  async read(file: FileToRead): Promise<SourceText> {
    checkSize(file.name, file.bytes.length, this.#options.maxFileBytes);
    const child = await this.#take();
    try {
      return await child.read({ name: file.name, bytes: file.bytes }, this.#options);
    } finally {
      await this.#giveBack(child);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((child) => child.stop()));
  }

  async #take(): Promise<ReaderProcess> {
    while (!this.#closed && this.#busy.size >= this.#options.processes) {
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
    if (this.#closed) throw new JiannuoError('internal', { reason: 'the reader is closed' });
    let child = this.#idle.pop();
    while (child && !child.alive) child = this.#idle.pop();
    child ??= new ReaderProcess(this.#options);
    this.#busy.add(child);
    return child;
  }

  async #giveBack(child: ReaderProcess): Promise<void> {
    const resident = child.alive ? await child.resident() : null;
    const keep =
      !this.#closed &&
      resident !== null &&
      resident < this.#options.memoryBytes * recycleShare &&
      child.alive;
    if (keep) this.#idle.push(child);
    else await child.stop();
    this.#busy.delete(child);
    this.#waiting.shift()?.();
  }
}
