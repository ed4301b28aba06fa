import type { DocumentReader, FileToRead } from '../../app/ports/document-reader.js';
import type { FoundFile } from './expand-paths.js';
import { loadFile } from './load-file.js';

export type FoundDocument =
  | { readonly name: string; readonly file: FileToRead }
  | { readonly name: string; readonly error: unknown };

/** The documents in the files that were found: each file loaded, and unpacked where it is an archive or a mail. */
export async function* documentsIn(
  files: AsyncIterable<FoundFile>,
  reader: Pick<DocumentReader, 'unpack'>,
  limit: number,
): AsyncGenerator<FoundDocument> {
  for await (const found of files) {
    try {
      if ('error' in found) throw found.error;
      for await (const inner of reader.unpack(await loadFile(found, limit))) {
        yield 'error' in inner ? inner : { name: inner.name, file: inner };
      }
    } catch (error) {
      yield { name: found.name, error };
    }
  }
}
