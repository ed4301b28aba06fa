import { JiannuoError } from '../../domain/errors.js';
import { sha256Hex } from '../../domain/identity.js';
import type { SourceText } from '../../domain/source-text.js';
import { type ExtractionResult, extract } from '../../extract/extractor.js';
import type { Segmenter } from '../../text/segment/segmenter.js';
import type { DocumentReader, FileToRead } from '../ports/document-reader.js';
import { formatBytes } from './byte-size.js';

/** Refuses what need not be opened: nothing in it, or more than the limit. */
export function checkSize(name: string, size: number, limit: number): void {
  if (size === 0) throw new JiannuoError('file-empty', { file: name });
  if (size > limit) {
    throw new JiannuoError('file-too-large', {
      file: name,
      size: formatBytes(size),
      limit: formatBytes(limit),
    });
  }
}

export interface ExtractedFile {
  readonly source: SourceText;
  readonly result: ExtractionResult;
}

/** One file to its items, without the ledger. */
export function extractRead(file: FileToRead, source: SourceText, segmenter: Segmenter): ExtractedFile {
  return { source, result: extract(source, sha256Hex(file.bytes), segmenter) };
}

/** Reads a file after checking its size. */
export async function readFileText(
  reader: DocumentReader,
  file: FileToRead,
  limit: number,
): Promise<SourceText> {
  checkSize(file.name, file.bytes.byteLength, limit);
  return reader.read(file);
}
