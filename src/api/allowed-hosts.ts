import type { FastifyRequest } from 'fastify';
import { JiannuoError } from '../domain/errors.js';

const loopback = ['127.0.0.1', '[::1]', 'localhost'];

/** Addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return [...loopback, '::1'].includes(host.toLowerCase());
}

const withoutPort = (host: string): string => host.replace(/:\d+$/, '');

/**
 * There are no accounts yet, so a page of another site must not act through the user's browser: neither by a form sent
 * here (its Origin is another) nor under a name of its own that resolves to this machine (its Host is another).
 * @param hosts names by which it may be asked for, besides those of this machine itself; one without a port is allowed with any
 */
export function refuseForeign(hosts: readonly string[]): (request: FastifyRequest) => void {
  const allowed = new Set([...loopback, ...hosts.map((host) => host.toLowerCase())]);
  return ({ headers: { host = '', origin } }) => {
    const asked = host.toLowerCase();
    if (!allowed.has(asked) && !allowed.has(withoutPort(asked))) throw forbidden(host);
    // https: a proxy before it that ends TLS hands on the name that was asked for.
    if (origin !== undefined && !['http', 'https'].some((scheme) => origin === `${scheme}://${host}`))
      throw forbidden(origin);
  };
}

const forbidden = (origin: string) => new JiannuoError('request-forbidden', { origin: origin.slice(0, 100) });
