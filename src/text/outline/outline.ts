import type { DocumentMeta } from '../../domain/document.js';
import type { SourceText, Span } from '../../domain/source-text.js';
import type { MappedText } from '../normalize/mapped-text.js';
import { normalize, type Paragraph } from '../normalize/normalize.js';
import { classify } from './classify.js';
import { documentMeta } from './meta/document-meta.js';
import { assignResponsibility, type Responsibility } from './responsibility.js';
import { type RowColumns, rowColumns } from './task-table.js';

export const blockKinds = ['front', 'heading', 'body', 'row', 'tag', 'signature', 'form'] as const;
/** front: title, number, addressees; tag: a paragraph that only names units; form: the 办理单 and what follows it. */
export type BlockKind = (typeof blockKinds)[number];

/** A paragraph with its part in the document. All offsets are clean ones. */
export interface Block extends Paragraph {
  readonly index: number;
  readonly kind: BlockKind;
  /** Heading level 0–6 of its marker, or null. */
  readonly level: number | null;
  /** End of the heading words: the whole block for a heading, the first sentence of a body that begins with a marker, else its start. */
  readonly headingEnd: number;
  /** Indices of the headings that govern it, outermost first, its own heading words not among them. */
  readonly path: readonly number[];
  /** Units named for the whole block by a tag in it or after it. */
  readonly responsibility: Responsibility | null;
  /** For a table row: what its columns mean. */
  readonly columns: RowColumns | null;
}

export interface Outline {
  readonly clean: MappedText;
  readonly blocks: readonly Block[];
  readonly meta: DocumentMeta;
}

/** The heading words of a block, marker left out. */
export function headingText(outline: Outline, block: Block): string {
  return outline.clean.text.slice(block.start, block.headingEnd).replace(/[。：:]$/, '');
}

/** SourceText to Outline: paragraphs, headings, responsibility, and what the document says of itself. */
export function outline(source: SourceText): Outline {
  const { clean, paragraphs } = normalize(source.text);
  const classified = classify(clean.text, paragraphs);
  const responsibilities = assignResponsibility(clean.text, classified);
  const columns = rowColumns(clean.text, classified);
  const path: { level: number; index: number }[] = [];
  const blocks = classified.map((block, index): Block => {
    const responsibility = responsibilities[index] ?? null;
    if (block.level !== null) {
      const { level } = block;
      while (path.length > 0 && (path.at(-1)?.level ?? -1) >= level) path.pop();
      const governing = path.map((entry) => entry.index);
      if (block.headingEnd > block.start) path.push({ level, index });
      return { ...block, index, path: governing, responsibility, columns: columns[index] ?? null };
    }
    return {
      ...block,
      index,
      path: path.map((entry) => entry.index),
      responsibility,
      columns: columns[index] ?? null,
    };
  });
  return { clean, blocks, meta: documentMeta(clean.text, blocks, source.text.length) };
}

/** A clean span's text. */
export function textOf(outline: Outline, span: Span): string {
  return outline.clean.text.slice(span.start, span.end);
}
