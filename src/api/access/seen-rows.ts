import type { FastifyRequest } from 'fastify';
import { boundsOf } from '../../app/people/identify.js';
import { boundStore } from '../../app/query/bound-store.js';
import type { ApiPorts } from '../ports.js';
import { askedBy } from './guard.js';

/** The store, and which rows of it whoever asks may see: `within` undefined for those who see all. */
export async function seenRows(
  { store, config }: Pick<ApiPorts, 'store' | 'config'>,
  request: FastifyRequest,
) {
  const opened = await store();
  const within = await boundsOf(opened, config.tenant, askedBy(request));
  return { store: within ? boundStore(opened, config.tenant, within) : opened, within };
}
