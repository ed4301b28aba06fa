import { execFile } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';

/** How often a process's memory is looked at, in ms: a look is a file read on Linux and a process of its own elsewhere. */
export const lookEvery = process.platform === 'linux' ? 50 : 500;

const longest = Buffer.alloc(4096);

/** Resident memory of one process, looked at again and again. */
export class ResidentMemory {
  readonly #pid: number;
  /** Linux's own account, kept open: a look is one system call of some 20 µs. */
  #status: number | null = null;

  constructor(pid: number) {
    this.#pid = pid;
    if (process.platform !== 'linux') return;
    try {
      this.#status = openSync(`/proc/${pid}/status`, 'r');
    } catch {
      // It has just ended.
    }
  }

  /** Bytes, or null where it cannot be told (it has ended). */
  async bytes(): Promise<number | null> {
    if (process.platform === 'linux') return this.#fromStatus();
    if (process.platform === 'win32') {
      return fromCommand('tasklist', ['/fi', `PID eq ${this.#pid}`, '/fo', 'csv', '/nh'], /"([\d.,\s]+) K"/);
    }
    return fromCommand('ps', ['-o', 'rss=', '-p', String(this.#pid)], /(\d+)/);
  }

  close(): void {
    if (this.#status !== null) closeSync(this.#status);
    this.#status = null;
  }

  #fromStatus(): number | null {
    if (this.#status === null) return null;
    try {
      const length = readSync(this.#status, longest, 0, longest.length, 0);
      const kibibytes = /^VmRSS:\s*(\d+) kB/m.exec(longest.toString('latin1', 0, length))?.[1];
      return kibibytes === undefined ? null : Number(kibibytes) * 1024;
    } catch {
      return null;
    }
  }
}

function fromCommand(command: string, args: string[], number: RegExp): Promise<number | null> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: 5_000, windowsHide: true }, (_fault, output) => {
      const kibibytes = number.exec(String(output))?.[1]?.replace(/\D/g, '');
      resolve(kibibytes ? Number(kibibytes) * 1024 : null);
    });
  });
}
