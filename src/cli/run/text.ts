import { stat } from 'node:fs/promises';
import type { FileToRead } from '../../app/ports/document-reader.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Context } from '../context.js';
import { fileFault } from '../files/file-fault.js';
import { loadFile } from '../files/load-file.js';
import { findLossy } from '../files/odd-names.js';
import { oneLine } from '../output/escape.js';
import { note, write } from '../output/stdout.js';
import { warningsIn } from '../output/told.js';

async function load(name: string, limit: number): Promise<FileToRead> {
  const path = await findLossy(name);
  const stats = await stat(path).catch((error: unknown) => {
    throw fileFault(name, error);
  });
  if (stats.isDirectory()) throw new JiannuoError('file-is-folder', { file: name });
  if (!stats.isFile()) throw new JiannuoError('file-unreadable', { file: name, reason: 'ENOTREG' });
  return loadFile({ name, path, size: stats.size }, limit);
}

/** Prints the source text as it is, nothing added. */
export async function runText(context: Context, name: string): Promise<number> {
  const composition = await context.compose();
  const limit = composition.config.maxFileBytes;
  const source = await (await composition.reader()).read(await load(name, limit));
  for (const { message } of warningsIn(source.warnings, context.language))
    note(oneLine(context.t.warningLine(name, message)));
  await write(source.text);
  return 0;
}
