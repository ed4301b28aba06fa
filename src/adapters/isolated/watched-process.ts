import { type ChildProcess, fork } from 'node:child_process';
import { asJiannuoError, JiannuoError } from '../../domain/errors.js';
import type { FromChild } from './protocol.js';
import { lookEvery, ResidentMemory } from './resident-memory.js';

/** What one request may take. */
export interface Limits {
  /** From when the process is ready. */
  readonly seconds: number;
  readonly memoryBytes: number;
}

/** A request with what is told when it comes to no good end. */
export interface Task {
  readonly request: unknown;
  readonly onPart?: ((part: unknown) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Of the time limit, by earlier requests about the same thing. */
  readonly spentMs?: number;
  /** Seconds that may pass after a part before the next one or the reply; without it a part changes nothing. */
  readonly stepSeconds?: (part: unknown) => number;
  /** Faults of the limits; `seconds` is the one that was passed. */
  tooLong(seconds: number): JiannuoError;
  tooMuchMemory(): JiannuoError;
  /** The process ended under it. */
  crashed(reason: string, cause: Error): JiannuoError;
}

type Answer = Exclude<FromChild, { ready: true }>;

const mebibyte = 1024 * 1024;
/** Loading modules and dictionaries is not of the first request's time; this long it may take on a busy machine. */
const startSeconds = 60;

/** One child process that answers one request at a time, watched from outside. Once it was stopped or has died it stays so. */
export class WatchedProcess {
  readonly #child: ChildProcess;
  readonly #limits: Limits;
  readonly #ended: Promise<void>;
  readonly #ready: Promise<void>;
  /** null where it did not even start. */
  readonly #memory: ResidentMemory | null;
  /** The request under way: how to give it up, how to tell that the process ended under it, who takes what it sends. */
  #fail: ((fault: JiannuoError) => void) | null = null;
  #crashed: (() => void) | null = null;
  #take: ((answer: Answer) => void) | null = null;
  #step: NodeJS.Timeout | undefined;
  #complaint = '';
  /** A kill is on its way: the process may still look alive. */
  #killed = false;

  /** @param entry the file that calls `answerRequests` */
  constructor(entry: string, limits: Limits) {
    this.#limits = limits;
    // The heap is held below the limit so that V8 collects in time; buffers lie outside it and are watched by resident memory.
    const heap = Math.max(64, Math.floor((limits.memoryBytes / mebibyte) * 0.75));
    this.#child = fork(entry, {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${heap}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.#complaint = (this.#complaint + text.toString('utf8')).slice(-4096);
    });
    this.#memory = this.#child.pid === undefined ? null : new ResidentMemory(this.#child.pid);
    this.#ended = new Promise((resolve) => {
      const end = () => {
        this.#memory?.close();
        resolve();
        this.#crashed?.();
      };
      this.#child.once('error', end);
      this.#child.once('close', end);
    });
    this.#ready = new Promise((resolve) => {
      this.#child.on('message', (message) => {
        const from = message as FromChild;
        if ('ready' in from) resolve();
        else this.#take?.(from);
      });
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

  /** Gives the reply. Rejects with a coded fault; after a limit, an abort or a crash the process is gone. */
  async run(task: Task): Promise<unknown> {
    this.#work();
    const stopWatching = this.#watch(task);
    try {
      return await this.#ask(task);
    } finally {
      stopWatching();
      this.#take = null;
      this.#fail = null;
      this.#crashed = null;
      this.#rest();
    }
  }

  /** Resident bytes now; null when the process is gone. */
  resident(): Promise<number | null> {
    return this.#memory?.bytes() ?? Promise.resolve(null);
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

  #ask(task: Task): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#fail = (fault) => {
        this.#kill();
        reject(fault);
      };
      this.#take = (from) => {
        if ('part' in from) this.#takePart(from.part, task);
        else if ('reply' in from) resolve(from.reply);
        else reject(new JiannuoError(from.code, from.parameters, causeOf(from.stack)));
      };
      this.#crashed = () => reject(this.#crash(task));
      this.#child.send(task.request as object, (fault) => {
        if (fault) void this.stop();
      });
    });
  }

  #takePart(part: unknown, task: Task): void {
    task.onPart?.(part);
    clearTimeout(this.#step);
    const seconds = task.stepSeconds?.(part);
    if (seconds !== undefined)
      this.#step = setTimeout(() => this.#fail?.(task.tooLong(seconds)), seconds * 1000);
  }

  /** Why it ended under a request. V8 aborts when the heap is full: that is the memory limit too. */
  #crash(task: Task): JiannuoError {
    if (/heap out of memory|Allocation failed/i.test(this.#complaint)) return task.tooMuchMemory();
    const reason = this.#child.signalCode ?? `exit ${this.#child.exitCode ?? '?'}`;
    return task.crashed(reason, new Error(this.#complaint));
  }

  #watch(task: Task): () => void {
    const tooLong = () => this.#fail?.(task.tooLong(this.#limits.seconds));
    let time = setTimeout(tooLong, startSeconds * 1000);
    let over = false;
    void this.#ready.then(() => {
      clearTimeout(time);
      if (!over) time = setTimeout(tooLong, this.#limits.seconds * 1000 - (task.spentMs ?? 0));
    });
    let looking = false;
    const memory = setInterval(async () => {
      if (looking) return;
      looking = true;
      const resident = await this.resident();
      looking = false;
      if (resident !== null && resident > this.#limits.memoryBytes) this.#fail?.(task.tooMuchMemory());
    }, lookEvery);
    const abort = () => this.#fail?.(asJiannuoError(task.signal?.reason));
    if (task.signal?.aborted) queueMicrotask(abort);
    task.signal?.addEventListener('abort', abort);
    return () => {
      over = true;
      clearTimeout(time);
      clearTimeout(this.#step);
      clearInterval(memory);
      task.signal?.removeEventListener('abort', abort);
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

/** An error that shows where in the child it was thrown. */
function causeOf(stack: string | undefined): Error | undefined {
  if (stack === undefined) return undefined;
  const cause = new Error('in the child process');
  cause.stack = stack;
  return cause;
}
