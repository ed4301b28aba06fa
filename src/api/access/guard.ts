import type { FastifyInstance, FastifyRequest } from 'fastify';
import { identify, localIdentity } from '../../app/people/identify.js';
import type { PeopleStore } from '../../app/ports/people-store.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Identity } from '../../domain/people.js';
import { roleWords } from '../../domain/role-words.js';
import { anyone, type Right, rightOf, takesAddress } from './rights.js';
import { sessionOf } from './session-cookie.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether who asked may still have what the route gives: for answers that go on and on. */
    isStillAllowed(request: FastifyRequest): Promise<boolean>;
  }
  interface FastifyRequest {
    /** Who asks; null on routes that anyone may take. */
    identity: Identity | null;
  }
  interface FastifyContextConfig {
    right?: Right;
  }
}

export interface GuardOptions {
  readonly tenant: string;
  /** Open to whoever sits here while the office has no people: only where nobody else reaches the service. */
  readonly openUntilFirst: boolean;
  people(): Promise<PeopleStore>;
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Another site can make a browser send a cookie, and a form, but no header of its own. */
function refuseForged({ method, headers }: FastifyRequest, { via }: Identity): void {
  if (via === 'session' && !reads.has(method) && headers['x-jiannuo-request'] === undefined)
    throw new JiannuoError('header-missing');
}

async function whoAsks(request: FastifyRequest, options: GuardOptions): Promise<Identity | null> {
  const people = await options.people();
  const { token } = request.query as { readonly token?: unknown };
  if (token !== undefined && takesAddress.has(request.routeOptions.url ?? ''))
    return typeof token === 'string' ? identify(people, options.tenant, 'calendar', token) : null;
  const bearer = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return identify(people, options.tenant, 'token', bearer);
  const session = sessionOf(request);
  const found = session === null ? null : await identify(people, options.tenant, 'session', session);
  if (found || !options.openUntilFirst) return found;
  return (await people.hasPeople(options.tenant)) ? null : localIdentity;
}

/** Every request passes here, and a route without a declared right keeps the server from starting. */
export function guardRoutes(app: FastifyInstance, options: GuardOptions): void {
  app.decorateRequest('identity', null);
  app.decorate('isStillAllowed', async (request: FastifyRequest) => {
    const { right = anyone } = request.routeOptions.config;
    if (right === anyone) return true;
    const identity = await whoAsks(request, options);
    return identity !== null && right.includes(identity.role);
  });
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat())
      route.config = { ...route.config, right: rightOf(method, route.url) };
  });
  app.addHook('onRequest', async (request, reply) => {
    // None where no route was found: that is told as such, and tells nothing.
    const { right } = request.routeOptions.config;
    if (right === undefined || right === anyone) return;
    const identity = await whoAsks(request, options);
    if (!identity) {
      reply.header('www-authenticate', 'Bearer');
      throw new JiannuoError('sign-in-needed');
    }
    if (!right.includes(identity.role))
      throw new JiannuoError('not-permitted', { role: roleWords[identity.role] });
    refuseForged(request, identity);
    request.identity = identity;
  });
}

/** Who asks, on a route that not anyone may take. */
export function askedBy({ identity }: FastifyRequest): Identity {
  if (!identity) throw new JiannuoError('sign-in-needed');
  return identity;
}
