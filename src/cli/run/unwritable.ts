import { JiannuoError } from '../../domain/errors.js';

/** What keeps a file from being written, as a fault; anything else as it was thrown. */
export const unwritable = (path: string, thrown: unknown): unknown => {
  const { code } = thrown as NodeJS.ErrnoException;
  return code !== undefined && /^E[A-Z]+$/.test(code)
    ? new JiannuoError('output-unwritable', { path, reason: code }, thrown)
    : thrown;
};
