import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { KeptOriginal } from '../../app/ports/data-audit.js';
import { isSha256 } from '../blobs/shared/sha256.js';

/** Every file below the folder of originals; one under another name than `ab/cd/abcd…` is none. */
export async function* folderOriginals(folder: string): AsyncGenerator<KeptOriginal> {
  if (!existsSync(folder)) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const { name } = entry;
    const place = relative(folder, path);
    const own = isSha256(name) && place === [name.slice(0, 2), name.slice(2, 4), name].join(sep);
    yield { place: path, sha256: own && entry.isFile() ? name : null, read: () => readFile(path) };
  }
}
