import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TrailStore } from '../../app/ports/trail-store.js';
import { asJiannuoError } from '../../domain/errors.js';
import type { Identity } from '../../domain/people.js';

/** Reads by which data leaves the service. */
const taken = new Set([
  '/api/v1/calendar.ics',
  '/api/v1/commitments/export',
  '/api/v1/commitments/:id/files/:sha256',
  '/api/v1/documents/:id/original',
  '/api/v1/documents/:id/page.html',
]);
const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

const isRecorded = ({ method, routeOptions: { url } }: FastifyRequest): boolean =>
  url !== undefined && (!reads.has(method) || (method === 'GET' && taken.has(url)));

const actorOf = (identity: Identity | null): string => {
  if (!identity) return 'anyone';
  if (identity.personId !== null) return `person:${identity.personId}`;
  return identity.via === 'token' ? `token:${identity.name}` : identity.via;
};

const entryOf = (tenant: string, request: FastifyRequest, outcome: string) => ({
  tenant,
  at: new Date().toISOString(),
  actor: actorOf(request.identity),
  action: `${request.method} ${request.routeOptions.url}`,
  subject: (request.params as { id?: string } | undefined)?.id ?? null,
  outcome,
});

/**
 * Every change, and every file that is taken away, into the audit trail: that it was asked for before it is done, so
 * that nothing is done which the trail does not have, and how it ended.
 */
export function recordActions(app: FastifyInstance, tenant: string, trail: () => Promise<TrailStore>): void {
  app.addHook('preHandler', async (request) => {
    if (isRecorded(request)) await (await trail()).append(entryOf(tenant, request, 'asked'));
  });
  app.addHook('onResponse', async (request, reply) => {
    if (!isRecorded(request)) return;
    try {
      await (await trail()).append(entryOf(tenant, request, String(reply.statusCode)));
    } catch (thrown) {
      request.log.error({ code: asJiannuoError(thrown).code }, 'the end of an action is not in the trail');
    }
  });
}
