import type { BlobStore } from '../../app/ports/blob-store.js';
import { JiannuoError } from '../../domain/errors.js';
import { sha256Hex } from '../../domain/identity.js';
import { folderOriginals } from '../audit/folder-originals.js';

/**
 * Puts every original of a folder into another store, those that are there already left alone, and reads each back.
 * Faults: `move-damaged` where one is not what its name says, `move-differs`.
 * @returns how many
 */
export async function moveOriginals(folder: string, blobs: BlobStore): Promise<number> {
  let originals = 0;
  for await (const { sha256, place, read } of folderOriginals(folder)) {
    if (sha256 === null) continue;
    if (!(await blobs.has(sha256))) {
      const bytes = await read();
      if (sha256Hex(bytes) !== sha256) throw new JiannuoError('move-damaged', { place });
      await blobs.put(sha256, bytes);
    }
    const there = await blobs.get(sha256);
    if (!there || sha256Hex(there) !== sha256)
      throw new JiannuoError('move-differs', { what: `original ${sha256}` });
    originals += 1;
  }
  return originals;
}
