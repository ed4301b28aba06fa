import { sha256Hex } from '../../domain/identity.js';
import type { SourceText } from '../../domain/source-text.js';
import type { DocumentReader, FileToRead } from '../ports/document-reader.js';
import type { Examination, Extractor } from '../ports/extractor.js';
import type { Extraction } from '../ports/ledger-store.js';

export interface ExtractedFile {
  readonly source: SourceText;
  readonly result: Extraction;
}

/** While a file is read the extractor loads its dictionary, which takes longer. What fails there fails with the text as well. */
const meanwhile = (extractor: Pick<Extractor, 'engine'>): void => {
  extractor.engine().catch(() => {});
};

/** One file to its items, without the ledger. */
export async function extractFile(
  reader: Pick<DocumentReader, 'read'>,
  extractor: Pick<Extractor, 'engine' | 'extract'>,
  file: FileToRead,
): Promise<ExtractedFile> {
  meanwhile(extractor);
  const source = await reader.read(file);
  const text = { name: file.name, sha256: sha256Hex(file.bytes), source };
  return { source, result: await extractor.extract(text) };
}

/** One file to its items with all that was considered, and what is to be put right in it. */
export async function examineFile(
  reader: Pick<DocumentReader, 'read'>,
  extractor: Pick<Extractor, 'engine' | 'examine'>,
  file: FileToRead,
): Promise<{ readonly source: SourceText; readonly result: Examination }> {
  meanwhile(extractor);
  const source = await reader.read(file);
  const text = { name: file.name, sha256: sha256Hex(file.bytes), source };
  return { source, result: await extractor.examine(text) };
}
