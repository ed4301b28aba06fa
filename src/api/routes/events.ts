import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { LiveEvent, Position } from '../../app/live/events.js';
import { LiveFeed } from '../../app/live/live-feed.js';
import { asJiannuoError } from '../../domain/errors.js';
import type { Api } from '../app-type.js';
import { binarySchema } from '../contract/common.js';
import { documentEventSchema, jobEventSchema } from '../contract/events.js';
import type { ApiPorts } from '../ports.js';
import { faultsOfMany, noQuerySchema } from './problems.js';

const heartbeatMs = 15_000;
/** A client that takes nothing is let go: it comes back with the id of the last event that it had. */
const mostBehind = 1024 * 1024;

const idOf = ({ at, id }: Position): string => `${at}_${id}`;

/** null where it is none of ours: the client begins anew. */
function positionOf(header: unknown): Position | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([\w-]{0,64})$/.exec(String(header ?? '')) ?? [];
  return at !== undefined && id !== undefined && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
}

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

/** Everything that one page is told, over one connection. */
function connect(feed: LiveFeed, request: FastifyRequest, allowed: () => Promise<boolean>): PassThrough {
  const out = new PassThrough();
  const send = (words: string) => {
    if (out.writableLength > mostBehind) out.destroy();
    else if (!out.destroyed && !out.writableEnded) out.write(words);
  };
  send('retry: 2000\n\n');
  const since = positionOf(request.headers['last-event-id']);
  // What happens while a client is told what it missed comes after it: the id that it goes on from has all before it.
  let held: Map<string, LiveEvent> | null = since ? new Map() : null;
  const stop = feed.listen((event) => {
    if (held) held.set(`${event.kind} ${event.data.id}`, event);
    else send(written(event));
  });
  const beat = setInterval(async () => {
    // A server that is away ends nothing: the next beat asks again.
    if (await allowed().catch(() => true)) send(': \n\n');
    else out.end();
  }, heartbeatMs);
  out.once('close', () => {
    stop();
    clearInterval(beat);
  });
  request.raw.once('close', () => out.destroy());
  const catchUp = async () => {
    // No faster than it is taken: what was missed may be all that the office has.
    if (since)
      for await (const event of feed.missed(since)) {
        if (out.destroyed) return;
        if (!out.write(written(event))) await taken(out);
      }
    const waiting = [...(held?.values() ?? [])];
    held = null;
    for (const event of waiting) send(written(event));
  };
  catchUp().catch((thrown: unknown) => {
    request.log.warn({ code: asJiannuoError(thrown).code }, 'events could not be told');
    out.destroy();
  });
  return out;
}

export function registerEvents(api: Api, ports: ApiPorts): void {
  const feed = new LiveFeed(ports, ports.config.tenant, undefined, (thrown) =>
    api.log.warn({ code: asJiannuoError(thrown).code }, 'live feed'),
  );
  const open = new Set<PassThrough>();
  // Connections that never end by themselves would keep the server from closing.
  api.addHook('preClose', async () => {
    for (const out of open) out.end();
    feed.close();
  });
  api.get(
    '/events',
    {
      schema: {
        tags: ['documents'],
        summary: '实时动态：任务进度、文档状态、新的佐证（server-sent events）',
        description:
          'Events `document` and `job`, each with the whole state of its subject; `Last-Event-ID` goes on where the last connection ended, at whichever process. A comment every 15 seconds shows that it lives; it ends with the session.',
        querystring: noQuerySchema,
        response: {
          200: { description: '动态', content: { 'text/event-stream': { schema: binarySchema } } },
          ...faultsOfMany,
        },
      },
    },
    async (request, reply) => {
      const out = connect(feed, request, () => api.isStillAllowed(request));
      open.add(out);
      out.once('close', () => open.delete(out));
      reply
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no');
      return reply.send(out);
    },
  );
}
