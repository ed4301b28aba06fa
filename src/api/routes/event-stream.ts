import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { LiveEvent, Position } from '../../app/live/events.js';
import type { LiveFeed } from '../../app/live/live-feed.js';
import { documentEventSchema, jobEventSchema } from '../contract/events.js';

const heartbeatMs = 15_000;
/** A client that takes nothing is let go: it comes back with the id of the last event that it had. */
const mostBehind = 1024 * 1024;
/** Whole beats within which nothing is taken. */
const mostBeatsBehind = 2;
/** Subjects of which something waits while a client is told what it missed. */
const mostHeld = 10_000;

const idOf = ({ at, id }: Position): string => `${at}_${id}`;

function written(event: LiveEvent): string {
  const isDocument = event.kind === 'document';
  const data = isDocument ? documentEventSchema.parse(event.data) : jobEventSchema.parse(event.data);
  const id = isDocument ? `id: ${idOf(event.position)}\n` : '';
  return `${id}event: ${event.kind}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Resolves when what was written has been taken, or nobody takes it any more. */
async function taken(out: PassThrough): Promise<void> {
  if (out.destroyed || !out.writableNeedDrain) return;
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })]).finally(() =>
    over.abort(),
  );
}

export interface EventStreamOptions {
  readonly feed: Pick<LiveFeed, 'listen' | 'missed'>;
  /** Where the connection before ended; null where there was none. */
  readonly since: Position | null;
  /** Asked at every beat; where it says no, the stream ends. */
  readonly allowed: () => Promise<boolean>;
  readonly onFault: (thrown: unknown) => void;
  readonly beatMs?: number;
}

/**
 * Everything that one page is told, over one connection, as text/event-stream. It is destroyed where the client takes
 * nothing for two beats or falls too far behind, and where what it missed cannot be told.
 */
export function eventStream(options: EventStreamOptions): PassThrough {
  const { feed, since, allowed, onFault, beatMs = heartbeatMs } = options;
  const out = new PassThrough();
  const isOver = () => out.destroyed || out.writableEnded;
  const send = (words: string) => {
    if (out.writableLength > mostBehind) out.destroy();
    else if (!isOver()) out.write(words);
  };
  send('retry: 2000\n\n');
  // What happens while a client is told what it missed comes after it: the id that it goes on from has all before it.
  let held: Map<string, LiveEvent> | null = since ? new Map() : null;
  const stop = feed.listen((event) => {
    if (!held) return send(written(event));
    held.set(`${event.kind} ${event.data.id}`, event);
    if (held.size > mostHeld) out.destroy();
  });
  let beatsBehind = 0;
  out.on('drain', () => {
    beatsBehind = 0;
  });
  const beat = setInterval(async () => {
    // An end that nobody takes needs no draining any more, and waits all the same.
    const waits = out.writableNeedDrain || out.writableEnded;
    beatsBehind = waits ? beatsBehind + 1 : 0;
    if (beatsBehind > mostBeatsBehind) out.destroy();
    // A server that is away ends nothing: the next beat asks again.
    else if (await allowed().catch(() => true)) send(': \n\n');
    else out.end();
  }, beatMs);
  out.once('close', () => {
    stop();
    clearInterval(beat);
  });
  /** No faster than it is taken: what was missed may be all that the office has. */
  const tell = async (event: LiveEvent) => {
    if (!out.write(written(event))) await taken(out);
  };
  const catchUp = async () => {
    if (!since) return;
    for await (const event of feed.missed(since)) {
      if (isOver()) return;
      await tell(event);
    }
    while (held && held.size > 0) {
      const waiting = [...held.values()];
      held.clear();
      for (const event of waiting) {
        if (isOver()) return;
        await tell(event);
      }
    }
    held = null;
  };
  catchUp().catch((thrown: unknown) => {
    onFault(thrown);
    out.destroy();
  });
  return out;
}
