import type { SourceText, Table } from '../../../src/domain/source-text.js';

/** A cell's words; `across` and `down` are how many columns and rows it covers. */
export type CellSpec = string | { readonly words: string; readonly across?: number; readonly down?: number };

/** A source of paragraphs and tables as a reader writes it: null in a row is a place that a merged cell covers. */
export function sourceOf(
  blocks: readonly (string | readonly (readonly (CellSpec | null)[])[])[],
): SourceText {
  let text = '';
  const tables: Table[] = [];
  for (const block of blocks) {
    if (text !== '') text += '\n';
    if (typeof block === 'string') {
      text += block;
      continue;
    }
    const start = text.length;
    const cells: Table['cells'] = [];
    for (const [row, specs] of block.entries()) {
      if (row > 0) text += '\n';
      for (const [column, spec] of specs.entries()) {
        if (column > 0) text += '\t';
        if (spec === null) continue;
        const { words, across = 1, down = 1 } = typeof spec === 'string' ? { words: spec } : spec;
        cells.push({
          start: text.length,
          end: text.length + words.length,
          row,
          column,
          rowSpan: down,
          columnSpan: across,
        });
        text += words;
      }
    }
    tables.push({ start, end: text.length, cells });
  }
  return { format: 'docx', text, pages: [], lines: [], tables, warnings: [], reader: 'test@1' };
}
