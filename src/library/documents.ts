import type { DocumentMeta, Engine } from '../domain/document.js';
import type { Considered, Finding } from '../domain/examination.js';
import { sha256Hex } from '../domain/identity.js';
import type { Item } from '../domain/item.js';
import type { SourceText } from '../domain/source-text.js';
import { examine as examineSource } from '../extract/examine.js';
import { extract as extractSource } from '../extract/extractor.js';
import type { Segmenter } from '../text/segment/segmenter.js';
import { usualSegmenter } from './segmenter.js';

export interface ExtractOptions {
  /** What the document is called in the results of `track`; `text` unless told otherwise. */
  readonly name?: string;
  /** Lower-case hex SHA-256 that item ids are made from: of the original's bytes, else of the text in UTF-8. */
  readonly sha256?: string;
  /** The usual: the installed native one, else ICU's. It is part of `engine`. */
  readonly segmenter?: Segmenter;
}

/** A document with what was found in it; `track` takes it as it is. */
export interface ExtractedDocument {
  readonly file: string;
  /** What every offset counts in: `source.text.slice(item.start, item.end) === item.quote`. */
  readonly source: SourceText;
  /** What the document says of itself. */
  readonly meta: DocumentMeta;
  /** Commitments and achievements in reading order. */
  readonly items: readonly Item[];
  /** Sentences that promise by effort alone (加强、推进、完善); they are no items. */
  readonly intentions: number;
  /** The same three and the same bytes give the same items. */
  readonly engine: Engine;
}

export interface ExaminedDocument extends ExtractedDocument {
  /** What was looked at and left out, and why. */
  readonly considered: Considered;
  /** What is to be put right in the text before it is sent. */
  readonly findings: readonly Finding[];
}

/** A text without pages and printed lines, as a source. */
function sourceOf(text: string): SourceText {
  return { format: 'text', text, pages: [], lines: [], tables: [], warnings: [], reader: 'string@1' };
}

function prepared(input: string | SourceText, options: ExtractOptions) {
  const source = typeof input === 'string' ? sourceOf(input) : input;
  const sha256 = options.sha256 ?? sha256Hex(new TextEncoder().encode(source.text));
  return { source, sha256, segmenter: options.segmenter ?? usualSegmenter() };
}

/** Every commitment and achievement of a text. Pure, apart from loading the segmenter the first time. */
export function extract(input: string | SourceText, options: ExtractOptions = {}): ExtractedDocument {
  const { source, sha256, segmenter } = prepared(input, options);
  const { meta, items, intentions, engine } = extractSource(source, sha256, segmenter);
  return { file: options.name ?? 'text', source, meta, items, intentions, engine };
}

/** The same with all that was considered, and what an auditor will ask. */
export function examine(input: string | SourceText, options: ExtractOptions = {}): ExaminedDocument {
  const { source, sha256, segmenter } = prepared(input, options);
  return { file: options.name ?? 'text', source, ...examineSource(source, sha256, segmenter) };
}
