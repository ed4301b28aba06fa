import { alignedRows } from './aligned-rows.js';
import { isFurnitureOnly } from './page-furniture.js';
import type { PlacedText } from './placed-text.js';
import { type PrintedRow, printedRows } from './printed-rows.js';
import type { Grid, GridCell } from './ruled-grids.js';
import type { Ruling } from './rulings.js';

/** A table without upright lines: its grid, and the pieces in its cells. */
export interface AlignedTable {
  readonly grid: Grid;
  readonly pieces: ReadonlyMap<GridCell, readonly PlacedText[]>;
}

/** In type sizes: what parts the headings of columns, the white between columns, and lines of one table at most. */
const betweenHeadings = 1.2;
const betweenColumns = 0.5;
const farthestLine = 4;

/** Words in the headings of task tables and tables of indicators; two of them in a row of at least three cells are a heading. */
const heading =
  /^(?:序号|编号|任务|目标|事项|项目|指标|内容|措施|举措|要求|进展|备注|单位|属性|基期|类别|领域)$|责任|牵头|承办|主办|配合单位|时限|期限|时间|(?:任务|目标|事项|项目|指标|内容|措施|举措|要求|成果|名称|情况|数值?)$|^20\d\d年/;
const longestHeading = 12;
const note = /^(?:注|备注|说明|附)[：:]/;

interface Span {
  from: number;
  to: number;
}

/** Tables whose columns are told by blanks alone, under a row of headings; `levels` are the level lines of the page. */
export function alignedTables(pieces: readonly PlacedText[], levels: readonly Ruling[]): AlignedTable[] {
  const rows = printedRows(pieces);
  const tables: AlignedTable[] = [];
  for (let at = 0; at < rows.length; at++) {
    const headings = headingsOf(rows[at]);
    if (!headings) continue;
    const { columns, end } = columnsUnder(rows, at, headings);
    const table = columns && tableOf(rows.slice(at, end), columns, levels);
    if (!table) continue;
    tables.push(table);
    at = end - 1;
  }
  return tables;
}

const textOf = (pieces: readonly PlacedText[]): string => pieces.map(({ text }) => text).join('');
const bare = (text: string): string => text.replace(/\s/g, '');

/** Pieces with no more than so much white between them, as one span with its words. */
function joined(pieces: readonly PlacedText[], white: number): (Span & { text: string })[] {
  const spans: (Span & { text: string })[] = [];
  for (const { from, to, text } of pieces) {
    if (text.trim() === '') continue;
    const last = spans.at(-1);
    if (last && from - last.to <= white) {
      last.to = Math.max(last.to, to);
      last.text += text;
    } else spans.push({ from, to, text });
  }
  return spans;
}

/** The spans of a row that names columns; null for any other. */
function headingsOf(row: PrintedRow | undefined): Span[] | null {
  if (!row) return null;
  const cells = joined(row.pieces, row.size * betweenHeadings);
  if (cells.length < 3 || cells.some(({ text }) => bare(text).length > longestHeading)) return null;
  const named = cells.filter(({ text }) => heading.test(bare(text)));
  return named.length >= 2 && named.length * 2 > cells.length ? cells : null;
}

/** The columns under headings and the row at which the table ends: the first that bridges the white between two of them. */
function columnsUnder(
  rows: readonly PrintedRow[],
  at: number,
  headings: readonly Span[],
): { columns: Span[] | null; end: number } {
  let columns: Span[] = headings.map(({ from, to }) => ({ from, to }));
  let end = at + 1;
  for (; end < rows.length; end++) {
    const [row, above] = [rows[end], rows[end - 1]];
    if (!row || !above || row.across - above.across > Math.max(row.size, above.size) * farthestLine) break;
    const words = textOf(row.pieces);
    if (isFurnitureOnly(words) && row.pieces.every(({ from }) => from > (headings[0]?.to ?? 0))) break;
    if (note.test(bare(words))) break;
    const wider = united([...columns, ...joined(row.pieces, row.size * 0.35)], row.size * betweenColumns);
    const shares = (column: Span) =>
      headings.filter(({ from, to }) => (from + to) / 2 >= column.from && (from + to) / 2 <= column.to)
        .length;
    if (wider.some((column) => shares(column) > 1)) break;
    columns = wider;
  }
  return { columns: withHeadings(columns, headings), end };
}

/** Spans that overlap, or nearly touch, as one. */
function united(spans: readonly Span[], white: number): Span[] {
  const found: Span[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from - last.to < white) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/** A span without a heading belongs to the nearer of its neighbours; null where that leaves not one column a heading. */
function withHeadings(columns: readonly Span[], headings: readonly Span[]): Span[] | null {
  const heads = (column: Span) => headings.some(({ from, to }) => from < column.to && to > column.from);
  const named = columns.filter(heads).map((column) => ({ ...column }));
  for (const column of columns) {
    if (heads(column)) continue;
    const away = ({ from, to }: Span) => Math.max(from - column.to, column.from - to);
    const nearest = named.toSorted((a, b) => away(a) - away(b))[0];
    if (!nearest) return null;
    nearest.from = Math.min(nearest.from, column.from);
    nearest.to = Math.max(nearest.to, column.to);
  }
  return named.length === headings.length ? named : null;
}

function tableOf(
  rows: readonly PrintedRow[],
  columns: readonly Span[],
  levels: readonly Ruling[],
): AlignedTable | null {
  const columnOf = ({ from, to }: PlacedText) => {
    const middle = (from + to) / 2;
    const inside = columns.findIndex((column) => middle >= column.from && middle <= column.to);
    return inside < 0 ? columns.findLastIndex((column) => column.from <= middle) : inside;
  };
  const filled = rows.map(({ pieces }) => new Set(pieces.map(columnOf)));
  if (!filled.slice(1).some((columns) => columns.size >= 2)) return null;
  const numbers = rows.map(({ pieces }) => textOf(pieces.filter((piece) => columnOf(piece) === 0)));
  const [left = 0, right = 0] = [columns[0]?.from, columns.at(-1)?.to];
  const ruled = levels.filter(
    ({ from, to }) => from <= left + (right - left) * 0.2 && to >= right - (right - left) * 0.2,
  );
  const numbersOfRows = alignedRows(rows, filled, numbers.map(bare), ruled);
  const count = (numbersOfRows.at(-1) ?? 0) + 1;
  const cells = Array.from(
    { length: count * columns.length },
    (_v, i): GridCell => ({
      row: Math.floor(i / columns.length),
      column: i % columns.length,
      rowSpan: 1,
      columnSpan: 1,
    }),
  );
  const inside = new Map<GridCell, PlacedText[]>();
  for (const [i, { pieces }] of rows.entries()) {
    for (const piece of pieces) {
      const cell = cells[(numbersOfRows[i] ?? 0) * columns.length + Math.max(0, columnOf(piece))];
      if (cell) inside.set(cell, [...(inside.get(cell) ?? []), piece]);
    }
  }
  const tops = Array.from({ length: count }, (_v, row) => {
    const first = rows[numbersOfRows.indexOf(row)];
    return first ? first.across - first.size : 0;
  });
  const xs = [...columns.map(({ from }) => from), right];
  const grid = { xs, ys: [...tops, rows.at(-1)?.across ?? 0], cells, at: () => null, insides: columns };
  return { grid, pieces: inside };
}
