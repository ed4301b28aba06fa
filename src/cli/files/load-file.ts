import { readFile } from 'node:fs/promises';
import { checkSize } from '../../app/ingest/extract-file.js';
import type { FileToRead } from '../../app/ports/document-reader.js';
import type { FoundFile } from './expand-paths.js';
import { fileFault } from './file-fault.js';

/** The bytes of a found file, refused before opening where its size says enough. */
export async function loadFile(found: FoundFile, limit: number): Promise<FileToRead> {
  if ('error' in found) throw found.error;
  checkSize(found.name, found.size, limit);
  try {
    return { name: found.name, bytes: await readFile(found.path) };
  } catch (error) {
    throw fileFault(found.name, error);
  }
}
