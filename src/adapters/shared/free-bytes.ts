import { statfs } from 'node:fs/promises';

/** Bytes that this process may still write on the disk of a folder. Rejects where the folder is not there. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
