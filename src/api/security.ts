import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { JiannuoError } from '../domain/errors.js';

/** Many people behind one address, and a program that uploads a session's replies, stay well below. */
const requestsPerMinute = 6_000;

/** Signing in and one-time links: guessing is slow from one address under many names too. */
export const guessesPerMinute = { rateLimit: { max: 30, timeWindow: 60_000 } };

/**
 * Headers of every answer, and how much one address may ask. Answers are data: nothing in them may run, be framed, or
 * be asked for by other sites; a page that needs more says so itself.
 */
export async function secure(app: FastifyInstance, overTls: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
    },
    // Without TLS it would shut people out of a service that has none.
    hsts: overTls,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    allowList: ({ url }) => url === '/healthz' || url === '/readyz',
    errorResponseBuilder: (_request, { ttl }) =>
      new JiannuoError('rate-limited', { seconds: Math.ceil(ttl / 1000) }),
  });
}
