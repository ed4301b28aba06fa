import { readFile } from 'node:fs/promises';
import { checkSize } from '../../app/ingest/byte-size.js';
import type { FileToRead } from '../../app/ports/document-reader.js';
import { fileFault } from './file-fault.js';
import type { RawPath } from './odd-names.js';

/** The bytes of a file, refused before opening where its size says enough. */
export async function loadFile(
  file: { readonly name: string; readonly path: RawPath; readonly size: number },
  limit: number,
): Promise<FileToRead> {
  checkSize(file.name, file.size, limit);
  try {
    return { name: file.name, bytes: await readFile(file.path) };
  } catch (error) {
    throw fileFault(file.name, error);
  }
}
