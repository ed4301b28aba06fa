import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatBytes } from '../../app/ingest/byte-size.js';
import type { Context } from '../context.js';
import { write } from '../output/stdout.js';

/** All that the profile keeps into one file, while others go on working. */
export async function runBackup(context: Context, path: string, options: { data?: string }): Promise<number> {
  const composition = await context.compose(options);
  const { writeBackup } = await import('../../adapters/backup/backup-file.js');
  const file = resolve(path);
  await writeBackup(await composition.dataCopy(), file);
  await write(`${context.t.backup.done(file, formatBytes((await stat(file)).size))}\n`);
  return 0;
}

/** A backup into an empty place, or over what is there; its schema is brought to the newest. */
export async function runRestore(
  context: Context,
  path: string,
  { force = false, ...options }: { data?: string; force?: boolean },
): Promise<number> {
  const composition = await context.compose(options);
  const { restoreBackup } = await import('../../adapters/backup/backup-file.js');
  await restoreBackup(await composition.dataCopy(), resolve(path), force);
  await (await composition.store()).migrate();
  await (await composition.people()).migrate();
  await (await composition.trail()).migrate();
  await write(`${context.t.backup.restored(resolve(path))}\n`);
  return 0;
}
