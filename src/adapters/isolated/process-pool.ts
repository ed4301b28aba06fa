import { fileURLToPath } from 'node:url';
import { JiannuoError } from '../../domain/errors.js';
import { phrase } from '../../domain/phrase.js';
import { Slots } from '../shared/slots.js';
import { type Limits, type Task, WatchedProcess } from './watched-process.js';

export interface PoolOptions extends Limits {
  /** Child processes at once; further requests wait. */
  readonly processes: number;
}

/** A process for several requests about one thing, in a row. Whoever took it ends it. */
export interface Session {
  run(task: Task): Promise<unknown>;
  end(): Promise<void>;
}

interface TaskOptions {
  /** Goes before those that wait; where none is free after so many ms it is given a process beside the others, which then ends. */
  readonly urgentAfterMs?: number;
}

/** Share of the memory limit from which a child that rests is replaced: the next request should have most of it. */
const recycleShare = 0.6;

/** The file that a child runs: the built one; for a .ts source (tests, benches) the build of it. */
export function builtEntry(relative: string, base: string): string {
  const url = base.endsWith('.ts') ? base.replace('/src/adapters/', '/dist/src/adapters/') : base;
  return fileURLToPath(new URL(relative, url));
}

/** A few watched processes of one kind, started when they are needed and kept warm. */
export class ProcessPool {
  readonly #entry: string;
  readonly #options: PoolOptions;
  readonly #idle: WatchedProcess[] = [];
  readonly #busy = new Set<WatchedProcess>();
  readonly #slots: Slots;
  readonly #running = new Set<AbortController>();
  #closed: JiannuoError | null = null;

  constructor(entry: string, options: PoolOptions) {
    this.#entry = entry;
    this.#options = options;
    this.#slots = new Slots(options.processes);
  }

  /** The reply to a request, or its coded fault. */
  async run(task: Task, { urgentAfterMs }: TaskOptions = {}): Promise<unknown> {
    if (this.#closed) throw this.#closed;
    const abort = new AbortController();
    const aborted = () => abort.abort(task.signal?.reason);
    task.signal?.addEventListener('abort', aborted);
    this.#running.add(abort);
    try {
      return await this.#runWithin({ ...task, signal: abort.signal }, urgentAfterMs);
    } finally {
      task.signal?.removeEventListener('abort', aborted);
      this.#running.delete(abort);
    }
  }

  async session(): Promise<Session> {
    if (this.#closed) throw this.#closed;
    const abort = new AbortController();
    this.#running.add(abort);
    try {
      await this.#slots.take({ signal: abort.signal });
    } catch (thrown) {
      this.#running.delete(abort);
      throw thrown;
    }
    const child = this.#take();
    return {
      run: (task) => child.run({ ...task, signal: abort.signal }),
      end: async () => {
        this.#running.delete(abort);
        await this.#giveBack(child);
        this.#slots.give();
      },
    };
  }

  async close(): Promise<void> {
    this.#closed = new JiannuoError('internal', {
      reason: phrase('子进程已关闭', 'the process pool is closed'),
    });
    for (const abort of this.#running) abort.abort(this.#closed);
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((child) => child.stop()));
  }

  async #runWithin(task: Task, urgentAfterMs: number | undefined): Promise<unknown> {
    const { signal } = task;
    const first = urgentAfterMs !== undefined;
    const slot = await this.#slots.take({ first, patienceMs: urgentAfterMs, signal });
    const child = this.#take();
    try {
      return await child.run(task);
    } finally {
      await this.#giveBack(child);
      if (slot) this.#slots.give();
    }
  }

  #take(): WatchedProcess {
    let child = this.#idle.pop();
    while (child && !child.alive) child = this.#idle.pop();
    child ??= new WatchedProcess(this.#entry, this.#options);
    this.#busy.add(child);
    return child;
  }

  async #giveBack(child: WatchedProcess): Promise<void> {
    const resident = child.alive ? await child.resident() : null;
    const keep =
      this.#closed === null &&
      resident !== null &&
      resident < this.#options.memoryBytes * recycleShare &&
      this.#idle.length + this.#busy.size <= this.#options.processes &&
      child.alive;
    if (keep) this.#idle.push(child);
    else await child.stop();
    this.#busy.delete(child);
  }
}
