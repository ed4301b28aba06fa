import { makePdf, type Piece } from './make-pdf.js';

/** A cell's lines; null where the cell above reaches down. */
export type TableCell = string | readonly string[] | null;

export interface TablePage {
  /** Lines above the table. */
  readonly above?: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly below?: readonly string[];
}

/** How the lines of a table are drawn: stroked, as thin filled boxes, or as a box around each cell. */
export type Drawing = 'strokes' | 'boxes' | 'cells';

const left = 60;
const pitch = 16;
const inset = 4;

/** A PDF of pages with a ruled table each, as office programs draw them; `widths` of the columns in points. */
export function makeTablePdf(
  pages: readonly TablePage[],
  widths: readonly number[],
  drawing: Drawing = 'strokes',
  entries = '',
): Uint8Array {
  const laid = pages.map((page) => layOut(page, widths, drawing));
  const drawn = (page: number) => laid[page]?.drawn ?? '';
  return makePdf(
    laid.map(({ pieces }) => pieces),
    { drawn, entries },
  );
}

const linesOf = (cell: TableCell | undefined): readonly string[] =>
  cell === null || cell === undefined ? [] : typeof cell === 'string' ? [cell] : cell;

function layOut({ above = [], rows, below = [] }: TablePage, widths: readonly number[], drawing: Drawing) {
  const pieces: Piece[] = above.map((text, i) => ({ text, x: left, y: 780 - i * 20 }));
  const tops: number[] = [780 - above.length * 20];
  const xs = [left];
  for (const width of widths) xs.push((xs.at(-1) ?? 0) + width);
  for (const row of rows) {
    const top = tops.at(-1) ?? 0;
    for (const [column, cell] of row.entries())
      for (const [i, text] of linesOf(cell).entries())
        if (text !== '')
          pieces.push({ text, x: (xs[column] ?? 0) + inset, y: top - 13 - i * pitch, size: 10.5 });
    tops.push(top - Math.max(1, ...row.map((cell) => linesOf(cell).length)) * pitch - inset);
  }
  const bottom = tops.at(-1) ?? 0;
  for (const [i, text] of below.entries()) pieces.push({ text, x: left, y: bottom - 30 - i * 20 });
  return { pieces, drawn: operators(rows, xs, tops, drawing) };
}

function operators(
  rows: readonly (readonly TableCell[])[],
  xs: readonly number[],
  tops: readonly number[],
  drawing: Drawing,
): string {
  const parts: string[] = ['0.5 w'];
  const isOpen = (row: number, column: number) => rows[row]?.[column] === null;
  const line = (x0: number, y0: number, x1: number, y1: number) =>
    parts.push(
      drawing === 'boxes'
        ? `${x0} ${Math.min(y0, y1)} ${Math.max(x1 - x0, 0.5)} ${Math.max(Math.abs(y1 - y0), 0.5)} re f`
        : `${x0} ${y0} m ${x1} ${y1} l S`,
    );
  for (const [r, row] of rows.entries()) {
    for (const column of row.keys()) {
      const [x0 = 0, x1 = 0, top = 0, bottom = 0] = [xs[column], xs[column + 1], tops[r], tops[r + 1]];
      if (drawing === 'cells' && !isOpen(r, column)) {
        let last = r;
        while (isOpen(last + 1, column)) last++;
        const end = tops[last + 1] ?? bottom;
        parts.push(`${x0} ${end} ${x1 - x0} ${top - end} re S`);
      }
      if (drawing === 'cells') continue;
      if (!isOpen(r, column)) line(x0, top, x1, top);
      line(x0, top, x0, bottom);
      if (column === row.length - 1) line(x1, top, x1, bottom);
      if (r === rows.length - 1) line(x0, bottom, x1, bottom);
    }
  }
  return parts.join('\n');
}
