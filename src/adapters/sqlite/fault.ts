import { JiannuoError } from '../../domain/errors.js';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The file is no database, or not a whole one any more. */
export const isDamaged = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(codeOf(error));

/** The coded fault of what SQLite or the file system threw; anything it does not know is given back as it is. */
export function sqliteFault(file: string, error: unknown): unknown {
  if (error instanceof JiannuoError) return error;
  const code = codeOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new JiannuoError('data-locked', { path: file }, error);
  if (isDamaged(error)) return new JiannuoError('data-damaged', { path: file, reason }, error);
  if (/^SQLITE_(READONLY|CANTOPEN|FULL|IOERR|PERM)|^E[A-Z]+$/.test(code))
    return new JiannuoError('data-unwritable', { path: file, reason }, error);
  return error;
}
