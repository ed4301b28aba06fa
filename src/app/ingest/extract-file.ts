import { sha256Hex } from '../../domain/identity.js';
import type { SourceText } from '../../domain/source-text.js';
import type { DocumentReader, FileToRead } from '../ports/document-reader.js';
import type { Examination, Extractor, TextToExtract } from '../ports/extractor.js';
import type { Extraction } from '../ports/ledger-store.js';

export interface ExtractedFile {
  readonly source: SourceText;
  readonly result: Extraction;
}

/** The text of a file to extract from. Meanwhile the extractor loads its dictionary, which takes longer; what fails there fails with the text as well. */
async function textOf(
  reader: Pick<DocumentReader, 'read'>,
  extractor: Pick<Extractor, 'engine'>,
  file: FileToRead,
): Promise<TextToExtract> {
  extractor.engine().catch(() => {});
  return { name: file.name, sha256: sha256Hex(file.bytes), source: await reader.read(file) };
}

/** One file to its items, without the ledger. */
export async function extractFile(
  reader: Pick<DocumentReader, 'read'>,
  extractor: Pick<Extractor, 'engine' | 'extract'>,
  file: FileToRead,
): Promise<ExtractedFile> {
  const text = await textOf(reader, extractor, file);
  return { source: text.source, result: await extractor.extract(text) };
}

/** One file to its items with all that was considered, and what is to be put right in it. */
export async function examineFile(
  reader: Pick<DocumentReader, 'read'>,
  extractor: Pick<Extractor, 'engine' | 'examine'>,
  file: FileToRead,
): Promise<{ readonly source: SourceText; readonly result: Examination }> {
  const text = await textOf(reader, extractor, file);
  return { source: text.source, result: await extractor.examine(text) };
}
