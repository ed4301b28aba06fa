import { currentLanguage } from '../i18n/current.js';
import { isAway, noteAway } from '../reach/reach.js';
import { ApiProblem, unreachable } from './problem.js';

/** Query parameters; those that are undefined, null or empty are left out. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export const base = '/api/v1';

/** `path` under the API with its query. */
export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `${base}${path}${search === '' ? '' : `?${search}`}`;
}

interface Sent {
  readonly query?: Query;
  readonly json?: unknown;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The answer's JSON; null where there is none to come. One that is cut off is no success. */
async function bodyOf(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  if (response.status === 204) return null;
  try {
    return await response.json();
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    if (response.ok) throw new ApiProblem(response.status, 'unreadable', '', null);
    return null;
  }
}

/** Sends, and gives the answer's JSON. Throws ApiProblem where the service refuses, or is not reached (status 0). */
async function send<Answer>(method: string, path: string, sent: Sent = {}): Promise<Answer> {
  const { query, json, form, headers, signal } = sent;
  let response: Response;
  try {
    response = await fetch(address(path, query), {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': currentLanguage(),
        ...(method === 'GET' ? {} : { 'x-jiannuo-request': 'web' }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(form === undefined ? {} : { body: form }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    noteAway();
    throw unreachable();
  }
  const body = await bodyOf(response, signal);
  if (!response.ok) {
    const problem = ApiProblem.from(response.status, body);
    if (isAway(problem)) noteAway();
    throw problem;
  }
  return body as Answer;
}

/** The API in one place: what each route answers is said where it is called, by a type of types.ts. */
export const api = {
  get: <Answer>(path: string, query?: Query, signal?: AbortSignal) =>
    send<Answer>('GET', path, { ...(query ? { query } : {}), ...(signal ? { signal } : {}) }),
  post: <Answer>(path: string, json: unknown = {}, headers: Readonly<Record<string, string>> = {}) =>
    send<Answer>('POST', path, { json, headers }),
  postForm: <Answer>(path: string, form: FormData, headers: Readonly<Record<string, string>> = {}) =>
    send<Answer>('POST', path, { form, headers }),
  patch: <Answer>(path: string, json: unknown, headers: Readonly<Record<string, string>> = {}) =>
    send<Answer>('PATCH', path, { json, headers }),
  put: <Answer>(path: string, json: unknown, headers: Readonly<Record<string, string>> = {}) =>
    send<Answer>('PUT', path, { json, headers }),
  remove: <Answer>(path: string) => send<Answer>('DELETE', path),
};
