import { sha256Hex } from '../../domain/identity.js';
import type { SourceText } from '../../domain/source-text.js';
import { type ExtractionResult, extract } from '../../extract/extractor.js';
import type { Segmenter } from '../../text/segment/segmenter.js';
import type { FileToRead } from '../ports/document-reader.js';

export interface ExtractedFile {
  readonly source: SourceText;
  readonly result: ExtractionResult;
}

/** One file to its items, without the ledger. */
export function extractRead(file: FileToRead, source: SourceText, segmenter: Segmenter): ExtractedFile {
  return { source, result: extract(source, sha256Hex(file.bytes), segmenter) };
}
