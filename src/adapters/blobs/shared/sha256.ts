import { JiannuoError } from '../../../domain/errors.js';
import { phrase } from '../../../domain/phrase.js';

/** The only names that an original can have: anything else could be a path. */
export const isSha256 = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

export function assertSha256(name: string): void {
  if (!isSha256(name))
    throw new JiannuoError('internal', { reason: phrase(`不是 SHA-256：${name}`, `not a SHA-256: ${name}`) });
}
