import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';

const files = ['jiannuo.db', 'jiannuo.db-wal', 'jiannuo.db-shm', 'first-administrator.txt'];

async function keepOne(path: string, mode: number): Promise<boolean> {
  try {
    if (((await stat(path)).mode & 0o077) !== 0) await chmod(path, mode);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/**
 * Takes the rights of others from a data folder and the files in it: 0700 and 0600. Originals lie below a folder that is closed.
 * @returns paths that stay open to others, since they belong to somebody else
 */
export async function keepPrivate(folder: string): Promise<string[]> {
  if (process.platform === 'win32') return [];
  const open: string[] = [];
  for (const path of [folder, join(folder, 'originals')]) if (!(await keepOne(path, 0o700))) open.push(path);
  for (const name of files) {
    const path = join(folder, name);
    if (!(await keepOne(path, 0o600))) open.push(path);
  }
  return open;
}
