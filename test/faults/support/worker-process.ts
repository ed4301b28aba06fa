import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../../dist/workers/index.js', import.meta.url));

/** A worker as it runs in production, from the build; what it logs is kept line by line. */
export class WorkerProcess {
  readonly lines: { msg: string; [field: string]: unknown }[] = [];
  readonly child: ChildProcess;
  private output = '';

  constructor(environment: Record<string, string>) {
    this.child = spawn(process.execPath, [entry], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      const parts = (this.output + text).split('\n');
      this.output = parts.pop() ?? '';
      for (const part of parts) this.lines.push(part.startsWith('{') ? JSON.parse(part) : { msg: part });
    });
  }

  /** Resolves when it takes jobs; throws where it has ended before. */
  async started(): Promise<void> {
    while (!this.lines.some(({ msg }) => msg === 'worker started')) {
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`the worker has ended: ${JSON.stringify(this.lines.at(-1))}`);
      await pause(50);
    }
  }

  /** Sends a signal and waits for the end; gives the exit code, null after SIGKILL. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const ended = once(this.child, 'close');
    this.child.kill(signal);
    await ended;
    return this.child.exitCode;
  }
}
