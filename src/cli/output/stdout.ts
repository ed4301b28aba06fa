import { once } from 'node:events';

/** Writes and waits while the pipe is full, so that a long output does not pile up in memory. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A line to standard error, for what is not the result. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** `| head` closes the pipe early: then the work is over, and that is no fault. */
export function surviveClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
}
