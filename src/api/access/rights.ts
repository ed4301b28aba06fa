import type { DecisionKind } from '../../domain/decision.js';
import { type Role, roles } from '../../domain/people.js';

/** Whoever asks, signed in or not. */
export const anyone = 'anyone';
export type Right = typeof anyone | readonly Role[];

const everybody: Right = roles;
/** Those who may see the whole office. */
const staff: Right = ['viewer', 'editor', 'auditor', 'administrator'];
const editors: Right = ['editor', 'administrator'];
const administrators: Right = ['administrator'];
/** Look over what was found and linked. */
const reviewers: readonly Role[] = ['editor', 'auditor', 'administrator'];
/** Change what a promise is held to, or end it. */
const auditors: readonly Role[] = ['auditor', 'administrator'];

/** Who may make which decision, among those who may make any. */
export const decisionRights: Readonly<Record<DecisionKind, readonly Role[]>> = {
  accept: reviewers,
  reject: reviewers,
  unreview: reviewers,
  confirm: reviewers,
  deny: reviewers,
  correct: reviewers,
  vague: reviewers,
  clear: reviewers,
  merge: reviewers,
  unmerge: reviewers,
  close: auditors,
  reopen: auditors,
  extend: auditors,
  adjust: auditors,
};

/**
 * Every route with the roles that may take it: the one place where rights are declared. A route that is not here keeps
 * the server from starting. Roles `unit` and `deputy` are bound to their rows besides, wherever rows are read.
 */
export const routeRights: Readonly<Record<string, Right>> = {
  'GET /': anyone,
  'GET /assets/*': anyone,
  'GET /healthz': anyone,
  'GET /readyz': anyone,
  'GET /metrics': administrators,
  'GET /setup': anyone,
  'POST /setup': anyone,
  'POST /api/v1/session': anyone,
  'GET /api/v1/session': everybody,
  'DELETE /api/v1/session': everybody,
  'GET /api/v1/session/calendars': everybody,
  'POST /api/v1/session/calendars': everybody,
  'DELETE /api/v1/session/calendars/:id': everybody,
  'GET /api/v1/openapi.json': everybody,
  'GET /api/docs': everybody,
  'GET /api/docs/': everybody,
  'GET /api/docs/json': everybody,
  'GET /api/docs/yaml': everybody,
  'GET /api/docs/static/*': everybody,
  'GET /api/docs/static/index.html': everybody,
  'GET /api/docs/static/swagger-initializer.js': everybody,
  'GET /api/v1/commitments': everybody,
  'POST /api/v1/commitments/import': editors,
  'GET /api/v1/commitments/export': everybody,
  'GET /api/v1/commitments/facets': everybody,
  'GET /api/v1/commitments/:id': everybody,
  'GET /api/v1/commitments/:id/source': everybody,
  'GET /api/v1/commitments/:id/evidence': everybody,
  'GET /api/v1/commitments/:id/decisions': everybody,
  'POST /api/v1/commitments/:id/decisions': reviewers,
  'GET /api/v1/commitments/:id/claims': everybody,
  'POST /api/v1/commitments/:id/claims': ['unit', 'editor', 'auditor', 'administrator'],
  'GET /api/v1/commitments/:id/files/:sha256': everybody,
  'POST /api/v1/decisions': reviewers,
  'GET /api/v1/decisions/lost': staff,
  'GET /api/v1/calendar.ics': everybody,
  'GET /api/v1/due': everybody,
  'GET /api/v1/audit': staff,
  'GET /api/v1/indicators/series': staff,
  'GET /api/v1/proposals': ['viewer', 'deputy', 'editor', 'auditor', 'administrator'],
  'POST /api/v1/proposals/import': editors,
  'GET /api/v1/proposals/:id': ['viewer', 'deputy', 'editor', 'auditor', 'administrator'],
  'POST /api/v1/proposals/:id/notes': ['deputy', 'editor', 'auditor', 'administrator'],
  'GET /api/v1/statistics': everybody,
  'GET /api/v1/events': staff,
  'GET /api/v1/documents': staff,
  'GET /api/v1/documents/:id': staff,
  'GET /api/v1/documents/:id/items': everybody,
  'GET /api/v1/documents/:id/items/proposed': reviewers,
  'POST /api/v1/documents/:id/items': reviewers,
  'DELETE /api/v1/documents/:id/items/:itemId': reviewers,
  'POST /api/v1/documents/:id/corrections': reviewers,
  'GET /api/v1/documents/:id/text': staff,
  'GET /api/v1/documents/:id/links': staff,
  'GET /api/v1/documents/:id/unmentioned': staff,
  'GET /api/v1/documents/:id/original': staff,
  'GET /api/v1/documents/:id/page.html': staff,
  'POST /api/v1/documents': editors,
  'DELETE /api/v1/documents/:id': editors,
  'POST /api/v1/documents/:id/restore': editors,
  'POST /api/v1/documents/:id/extract': editors,
  'POST /api/v1/documents/extract': editors,
  'GET /api/v1/bin': staff,
  'DELETE /api/v1/bin': administrators,
  'POST /api/v1/samples': editors,
  'GET /api/v1/jobs': editors,
  'GET /api/v1/jobs/:id': editors,
  'POST /api/v1/jobs/:id/retry': editors,
  'GET /api/v1/trail': auditors,
  'GET /api/v1/practice': administrators,
  'PUT /api/v1/practice': administrators,
  'GET /api/v1/findings': administrators,
  'GET /api/v1/backups': administrators,
  'POST /api/v1/backups': administrators,
  'GET /api/v1/users': administrators,
  'POST /api/v1/users': administrators,
  'GET /api/v1/users/:id': administrators,
  'PATCH /api/v1/users/:id': administrators,
  'POST /api/v1/users/:id/link': administrators,
  'GET /api/v1/tokens': administrators,
  'POST /api/v1/tokens': administrators,
  'DELETE /api/v1/tokens/:id': administrators,
};

/** Routes that are also open to who has a calendar's address, by its `token`, with the rights of its owner. */
export const takesAddress: ReadonlySet<string> = new Set(['/api/v1/calendar.ics']);

/** HEAD is GET without a body. Throws where a route has no declared right: a slip of ours, told at the start. */
export function rightOf(method: string, url: string): Right {
  const key = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  const right = routeRights[key];
  if (right === undefined) throw new Error(`no right is declared for ${key}`);
  return right;
}
