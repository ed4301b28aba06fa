import type { FastifyRequest } from 'fastify';
import { JiannuoError } from '../domain/errors.js';

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/** Addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return ['127.0.0.1', '::1', 'localhost'].includes(host.toLowerCase());
}

/**
 * There are no accounts yet, so a page of another site must not act through the user's browser: neither by a form sent
 * to 127.0.0.1 (its Origin is another) nor under a name of its own that resolves to it (its Host is another).
 */
export function refuseForeign(request: FastifyRequest): void {
  const host = request.headers.host ?? '';
  if (!loopback.test(host)) throw new JiannuoError('request-forbidden', { origin: host.slice(0, 100) });
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new JiannuoError('request-forbidden', { origin: origin.slice(0, 100) });
  }
}
