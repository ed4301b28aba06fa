import { type FileHandle, open } from 'node:fs/promises';
import { checkSize } from '../../app/ingest/byte-size.js';
import type { FileToRead } from '../../app/ports/document-reader.js';
import { JiannuoError } from '../../domain/errors.js';
import { fileFault } from './file-fault.js';
import type { RawPath } from './odd-names.js';

/** The bytes of a file, refused before opening where its size says enough, and where it changed meanwhile. */
export async function loadFile(
  file: { readonly name: string; readonly path: RawPath; readonly size: number },
  limit: number,
): Promise<FileToRead> {
  checkSize(file.name, file.size, limit);
  let handle: FileHandle | undefined;
  try {
    handle = await open(file.path);
    const before = await handle.stat();
    checkSize(file.name, before.size, limit);
    const bytes = await handle.readFile();
    const after = await handle.stat();
    // A copy, a download or an editor is still at it: half of one state and half of another would pass for a document.
    if (bytes.length !== after.size || after.mtimeMs !== before.mtimeMs)
      throw new JiannuoError('file-changing', { file: file.name });
    return { name: file.name, bytes };
  } catch (error) {
    throw error instanceof JiannuoError ? error : fileFault(file.name, error);
  } finally {
    await handle?.close();
  }
}
