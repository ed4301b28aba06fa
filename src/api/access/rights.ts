import { type Role, roles } from '../../domain/people.js';

/** Whoever asks, signed in or not. */
export const anyone = 'anyone';
export type Right = typeof anyone | readonly Role[];

const everybody: Right = roles;
/** Those who may see the whole office. */
const staff: Right = ['viewer', 'editor', 'auditor', 'administrator'];
const editors: Right = ['editor', 'administrator'];
const administrators: Right = ['administrator'];

/**
 * Every route with the roles that may take it: the one place where rights are declared. A route that is not here keeps
 * the server from starting. Roles `unit` and `deputy` are bound to their rows besides, wherever rows are read.
 */
export const routeRights: Readonly<Record<string, Right>> = {
  'GET /healthz': anyone,
  'GET /readyz': anyone,
  'GET /metrics': administrators,
  'GET /setup': anyone,
  'POST /setup': anyone,
  'POST /api/v1/session': anyone,
  'GET /api/v1/session': everybody,
  'DELETE /api/v1/session': everybody,
  'GET /api/v1/openapi.json': everybody,
  'GET /api/v1/commitments': everybody,
  'GET /api/v1/commitments/export': everybody,
  'GET /api/v1/commitments/:id': everybody,
  'GET /api/v1/commitments/:id/source': everybody,
  'GET /api/v1/documents': staff,
  'GET /api/v1/documents/:id': staff,
  'GET /api/v1/documents/:id/text': staff,
  'GET /api/v1/documents/:id/original': staff,
  'POST /api/v1/documents': editors,
  'GET /api/v1/jobs': editors,
  'GET /api/v1/jobs/:id': editors,
  'POST /api/v1/jobs/:id/retry': editors,
  'GET /api/v1/trail': ['auditor', 'administrator'],
  'GET /api/v1/users': administrators,
  'POST /api/v1/users': administrators,
  'GET /api/v1/users/:id': administrators,
  'PATCH /api/v1/users/:id': administrators,
  'POST /api/v1/users/:id/link': administrators,
  'GET /api/v1/tokens': administrators,
  'POST /api/v1/tokens': administrators,
  'DELETE /api/v1/tokens/:id': administrators,
};

/** HEAD is GET without a body. Throws where a route has no declared right: a slip of ours, told at the start. */
export function rightOf(method: string, url: string): Right {
  const key = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  const right = routeRights[key];
  if (right === undefined) throw new Error(`no right is declared for ${key}`);
  return right;
}
