import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** How often a process's memory is looked at: a look is a file read on Linux and a process of its own elsewhere. */
export const lookEvery = process.platform === 'linux' ? 50 : 500;

async function fromProc(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  const kibibytes = /^VmRSS:\s*(\d+) kB/m.exec(status)?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}

function fromCommand(command: string, args: string[], number: RegExp): Promise<number | null> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: 5_000, windowsHide: true }, (_fault, output) => {
      const kibibytes = number.exec(String(output))?.[1]?.replace(/\D/g, '');
      resolve(kibibytes ? Number(kibibytes) * 1024 : null);
    });
  });
}

/** Resident bytes of a process, or null where it cannot be told (it has just ended). */
export function residentBytes(pid: number): Promise<number | null> {
  if (process.platform === 'linux') return fromProc(pid);
  if (process.platform === 'win32') {
    return fromCommand('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh'], /"([\d.,\s]+) K"/);
  }
  return fromCommand('ps', ['-o', 'rss=', '-p', String(pid)], /(\d+)/);
}
