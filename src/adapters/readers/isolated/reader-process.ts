import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { formatBytes } from '../../../app/ingest/byte-size.js';
import { JiannuoError } from '../../../domain/errors.js';
import type { SourceText } from '../../../domain/source-text.js';
import type { ReadReply, ReadRequest } from './protocol.js';
import { lookEvery, residentBytes } from './resident-memory.js';

/** What one file may take. */
export interface ReadLimits {
  readonly seconds: number;
  readonly memoryBytes: number;
}

const mebibyte = 1024 * 1024;

/** The built entry; from a .ts source (tests) the build beside it. */
function entry(): string {
  const url = import.meta.url.endsWith('.ts')
    ? import.meta.url.replace('/src/adapters/', '/dist/src/adapters/')
    : import.meta.url;
  return fileURLToPath(new URL('./child.js', url));
}

/** One child process that reads one file at a time, watched from outside. Once it was stopped or has died it stays so. */
export class ReaderProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  /** The file being read: how to give it up, and how to tell that the process ended under it. */
  #fail: ((fault: JiannuoError) => void) | null = null;
  #crashed: (() => void) | null = null;
  #complaint = '';
  /** A kill is on its way: the process may still look alive. */
  #killed = false;

  constructor(limits: ReadLimits) {
    // The heap is held below the limit so that V8 collects in time; buffers lie outside it and are watched by resident memory.
    const heap = Math.max(64, Math.floor((limits.memoryBytes / mebibyte) * 0.75));
    this.#child = fork(entry(), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${heap}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.#complaint = (this.#complaint + text.toString('utf8')).slice(-4096);
    });
    this.#ended = new Promise((resolve) => {
      const end = () => {
        resolve();
        this.#crashed?.();
      };
      this.#child.once('error', end);
      this.#child.once('close', end);
    });
    this.#rest();
  }

  get alive(): boolean {
    return (
      !this.#killed &&
      this.#child.connected &&
      this.#child.exitCode === null &&
      this.#child.signalCode === null
    );
  }

  /** Reads one file. Rejects with a coded fault; after a limit or a crash the process is gone. */
  async read(request: ReadRequest, limits: ReadLimits): Promise<SourceText> {
    this.#work();
    const stopWatching = this.#watch(request.name, limits);
    try {
      const reply = await this.#ask(request, limits);
      if ('source' in reply) return reply.source;
      throw new JiannuoError(reply.code, reply.parameters);
    } finally {
      stopWatching();
      this.#fail = null;
      this.#crashed = null;
      this.#rest();
    }
  }

  /** Resident bytes now; null when the process is gone. */
  resident(): Promise<number | null> {
    return this.#child.pid === undefined ? Promise.resolve(null) : residentBytes(this.#child.pid);
  }

  async stop(): Promise<void> {
    this.#work();
    this.#kill();
    await this.#ended;
  }

  #kill(): void {
    this.#killed = true;
    this.#child.kill('SIGKILL');
  }

  #ask(request: ReadRequest, limits: ReadLimits): Promise<ReadReply> {
    return new Promise((resolve, reject) => {
      this.#fail = (fault) => {
        this.#kill();
        reject(fault);
      };
      this.#child.once('message', (reply) => resolve(reply as ReadReply));
      this.#crashed = () => reject(this.#crash(request.name, limits));
      this.#child.send(request, (fault) => {
        if (fault) void this.stop();
      });
    });
  }

  /** Why it ended on a file. V8 aborts when the heap is full: that is the memory limit too. */
  #crash(file: string, limits: ReadLimits): JiannuoError {
    if (/heap out of memory|Allocation failed/i.test(this.#complaint)) return memoryFault(file, limits);
    const reason = this.#child.signalCode ?? `exit ${this.#child.exitCode ?? '?'}`;
    return new JiannuoError('reader-crashed', { file, reason }, new Error(this.#complaint));
  }

  #watch(file: string, limits: ReadLimits): () => void {
    const time = setTimeout(() => {
      this.#fail?.(new JiannuoError('file-time-limit', { file, seconds: limits.seconds }));
    }, limits.seconds * 1000);
    let looking = false;
    const memory = setInterval(async () => {
      if (looking) return;
      looking = true;
      const resident = await this.resident();
      looking = false;
      if (resident !== null && resident > limits.memoryBytes) this.#fail?.(memoryFault(file, limits));
    }, lookEvery);
    return () => {
      clearTimeout(time);
      clearInterval(memory);
    };
  }

  // An idle child must not keep the parent from ending.
  #rest(): void {
    this.#child.unref();
    this.#child.channel?.unref();
    (this.#child.stderr as { unref?: () => void } | null)?.unref?.();
  }

  // All three, stderr too: `close` comes after its end, and nothing else may hold the parent until then.
  #work(): void {
    this.#child.ref();
    this.#child.channel?.ref();
    (this.#child.stderr as { ref?: () => void } | null)?.ref?.();
  }
}

const memoryFault = (file: string, limits: ReadLimits) =>
  new JiannuoError('file-memory-limit', { file, limit: formatBytes(limits.memoryBytes) });
