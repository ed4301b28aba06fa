import { stat } from 'node:fs/promises';
import type { FileToRead } from '../../app/ports/document-reader.js';
import { JiannuoError } from '../../domain/errors.js';
import { fileFault } from './file-fault.js';
import { loadFile } from './load-file.js';
import { findLossy } from './odd-names.js';

/** The one file that an argument names, whatever its name is written in; a folder is refused. */
export async function loadNamed(name: string, limit: number): Promise<FileToRead> {
  const path = await findLossy(name);
  const stats = await stat(path).catch((error: unknown) => {
    throw fileFault(name, error);
  });
  if (stats.isDirectory()) throw new JiannuoError('file-is-folder', { file: name });
  if (!stats.isFile()) throw new JiannuoError('file-unreadable', { file: name, reason: 'ENOTREG' });
  return loadFile({ name, path, size: stats.size }, limit);
}
