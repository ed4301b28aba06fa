import type { DocumentMeta } from '../../domain/document.js';
import type { MappedText } from '../normalize/mapped-text.js';
import type { Paragraph } from '../normalize/normalize.js';
import type { BlockKind } from './block-kind.js';
import type { IndicatorRow } from './indicator-table.js';
import type { Responsibility } from './responsibility.js';
import type { RowColumns } from './task-table.js';

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
  /** For a row of a table of indicators: what it measures and the target. */
  readonly indicator: IndicatorRow | null;
}

export interface Outline {
  readonly clean: MappedText;
  readonly blocks: readonly Block[];
  readonly meta: DocumentMeta;
}
