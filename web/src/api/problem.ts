import type { Problem } from './types.js';

/** A refusal (RFC 9457) as the service put it; status 0 where no answer came. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    /** From the table of faults, or `unreachable`, `unreadable`. */
    readonly code: string,
    /** In plain words with what to do; empty where the page has its own. */
    readonly detail: string,
    /** The request's number in the service's log. */
    readonly requestId: string | null,
    readonly body: unknown = null,
  ) {
    super(detail || code);
  }

  static from(status: number, body: unknown): ApiProblem {
    const { code, detail, instance } = (body ?? {}) as Partial<Problem>;
    if (typeof code !== 'string') return new ApiProblem(status, 'unreadable', '', null, body);
    return new ApiProblem(status, code, detail ?? '', instance?.replace(/^urn:uuid:/, '') ?? null, body);
  }
}

export const unreachable = (): ApiProblem => new ApiProblem(0, 'unreachable', '', null);

export const isProblem = (thrown: unknown, ...statuses: readonly number[]): thrown is ApiProblem =>
  thrown instanceof ApiProblem && (statuses.length === 0 || statuses.includes(thrown.status));
