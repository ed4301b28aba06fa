import { JiannuoError } from '../../domain/errors.js';

/** What the operating system said about a file, as a coded fault. */
export function fileFault(name: string, error: unknown): JiannuoError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new JiannuoError('file-not-found', { file: name });
  if (code === 'EISDIR') return new JiannuoError('file-is-folder', { file: name });
  return new JiannuoError('file-unreadable', { file: name, reason: code }, error);
}
