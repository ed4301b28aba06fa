import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';

/** Resolves when `out` takes more; at once where it does. Throws when it was closed instead. */
export async function drained(out: Writable): Promise<void> {
  const given = new AbortController();
  const { signal } = given;
  try {
    if (out.destroyed) throw out.errored ?? new Error('closed early');
    if (out.writableNeedDrain)
      await Promise.race([once(out, 'drain', { signal }), finished(out, { readable: false, signal })]);
  } finally {
    given.abort();
  }
}

/** Writes and waits while the other side is slow, with a turn for others in between. */
export async function writePaced(out: Writable, text: string): Promise<void> {
  await drained(out);
  out.write(text);
  await setImmediate();
}

/** Ends the stream and waits until all of it was handed on; throws when it was closed before. */
export async function ended(out: Writable): Promise<void> {
  out.end();
  await finished(out, { readable: false });
}
