import type { PassThrough } from 'node:stream';
import type { Position } from '../../app/live/events.js';
import { LiveFeed } from '../../app/live/live-feed.js';
import { asJiannuoError } from '../../domain/errors.js';
import type { Api } from '../app-type.js';
import { binarySchema } from '../contract/common.js';
import type { ApiPorts } from '../ports.js';
import { eventStream } from './event-stream.js';
import { faultsOfMany, noQuerySchema } from './problems.js';

/** How long the end of a stream is waited for when the server closes. */
const endTakenMs = 1_000;

/** null where it is none of ours: the client begins anew. */
function positionOf(header: unknown): Position | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([\w-]{0,64})$/.exec(String(header ?? '')) ?? [];
  return at !== undefined && id !== undefined && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
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
    // One who takes nothing takes no end either.
    setTimeout(() => {
      for (const out of open) out.destroy();
    }, endTakenMs).unref();
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
      const out = eventStream({
        feed,
        since: positionOf(request.headers['last-event-id']),
        allowed: () => api.isStillAllowed(request),
        onFault: (thrown) =>
          request.log.warn({ code: asJiannuoError(thrown).code }, 'events could not be told'),
      });
      request.raw.once('close', () => out.destroy());
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
