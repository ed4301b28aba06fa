import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from '../../../app/ports/blob-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import { ensureFolder } from '../../shared/ensure-folder.js';
import { guarded } from '../../shared/guarded.js';
import { assertSha256, isSha256 } from '../shared/sha256.js';

/** Originals in a folder, by content: `ab/cd/abcd…`. Whole and on the disk, or not there at all. Fault: `data-unwritable`. */
export function createFolderBlobs(folder: string): BlobStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const has = async (sha256: string) =>
    isSha256(sha256) && (await unlessAbsent(stat(pathOf(sha256)))) !== null;

  const blobs: BlobStore = {
    async put(sha256, bytes) {
      assertSha256(sha256);
      if (!(await has(sha256))) await writeDurably(folder, pathOf(sha256), bytes);
    },
    async get(sha256) {
      return isSha256(sha256) ? unlessAbsent(readFile(pathOf(sha256))) : null;
    },
    has,
    async remove(sha256) {
      return isSha256(sha256) && (await unlessAbsent(unlink(pathOf(sha256)).then(() => true))) === true;
    },
    async close() {},
  };
  return guarded(blobs, (error) => diskFault(folder, error));
}

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException | null)?.code;

async function unlessAbsent<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function diskFault(path: string, error: unknown): unknown {
  if (error instanceof JiannuoError || !(error instanceof Error) || codeOf(error) === undefined) return error;
  return new JiannuoError('data-unwritable', { path, reason: error.message }, error);
}

/** Under another name first: the name of the content appears only when all of it is on the disk. */
async function writeDurably(root: string, target: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(target);
  ensureFolder(folder);
  const draft = join(folder, `.${randomUUID()}.part`);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  for (const level of [folder, dirname(folder), root]) await syncFolder(level);
}

/** A new name is durable with its folder. Windows has no such thing, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
