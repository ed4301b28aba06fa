import { JiannuoError } from '../domain/errors.js';
import { phrase } from '../domain/phrase.js';

/** The version that a change was made from, as the ETag gave it; undefined where any will do. */
export function ifMatch(header: string | undefined): number | undefined {
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  const reason = phrase('要写接口给出的 ETag，如 "3"', 'write the ETag as it was given, such as "3"');
  throw new JiannuoError('query-invalid', { parameter: 'If-Match', reason });
}
