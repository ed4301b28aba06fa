import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataCopy } from '../../app/ports/data-copy.js';
import { type Backup, backupNameSchema } from '../../domain/backup.js';
import { JiannuoError } from '../../domain/errors.js';
import { ensureFolder } from '../shared/ensure-folder.js';
import { writeBackup } from './backup-file.js';

/** The whole backups in a folder, the newest first; none where it is not there. Fault: `backups-unreadable`. */
export async function listBackups(folder: string): Promise<Backup[]> {
  try {
    const names = (await readdir(folder)).filter((name) => backupNameSchema.safeParse(name).success);
    const backups = await Promise.all(
      names.map(async (name) => {
        const { size, mtime } = await stat(join(folder, name));
        return { name, bytes: size, madeAt: mtime.toISOString() };
      }),
    );
    return backups.sort((a, b) => (a.name < b.name ? 1 : -1));
  } catch (thrown) {
    const { code = 'EIO' } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new JiannuoError('backups-unreadable', { path: folder, reason: code }, thrown);
  }
}

/** Writes a backup into the folder, which is made where it is not there. Fault: `output-unwritable`. */
export async function writeIntoFolder(copy: DataCopy, folder: string, name: string): Promise<void> {
  const path = join(folder, backupNameSchema.parse(name));
  try {
    ensureFolder(folder);
  } catch (thrown) {
    const { code = 'EIO' } = thrown as NodeJS.ErrnoException;
    throw new JiannuoError('output-unwritable', { path, reason: code }, thrown);
  }
  await writeBackup(copy, path);
}
