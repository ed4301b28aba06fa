import type { SourceText, Span, Table } from '../../domain/source-text.js';

/** Where a span stands in a document as people count: for documents whose pages only the program that shows them knows. */
export interface Anchor {
  /** From 1, blank ones not counted; null where the document has pages. */
  readonly paragraph: number | null;
  /** The cell in which the span begins; null outside tables. */
  readonly cell: CellAnchor | null;
}

export interface CellAnchor {
  /** From 1, of the tables of the document. */
  readonly table: number;
  /** Of a workbook. */
  readonly sheet: string | null;
  /** From 1; in a workbook those of the sheet. */
  readonly row: number;
  readonly column: number;
  /** `B3`; null outside workbooks. */
  readonly reference: string | null;
}

/** Columns of a sheet are counted A to Z, AA to AZ and so on. */
function lettersOf(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

function cellAt(tables: readonly Table[], at: number): CellAnchor | null {
  for (const [i, { start, end, cells, sheet }] of tables.entries()) {
    if (at < start || at >= end) continue;
    const cell = cells.find((one) => one.start <= at && at < one.end);
    if (!cell) return null;
    const [row, column] = [cell.row + 1, cell.column + 1];
    const reference = sheet === undefined ? null : `${lettersOf(column)}${row}`;
    return { table: i + 1, sheet: sheet ?? null, row, column, reference };
  }
  return null;
}

/** The anchor of a span: a paragraph in a document without pages, a cell in any. */
export function anchorOf(source: Pick<SourceText, 'text' | 'pages' | 'tables'>, { start }: Span): Anchor {
  const before = source.text.slice(0, start).split('\n');
  // The line in which it begins counts, whatever stands before it there.
  const paragraph = before.slice(0, -1).filter((line) => line.trim() !== '').length + 1;
  return { paragraph: source.pages.length > 0 ? null : paragraph, cell: cellAt(source.tables, start) };
}
