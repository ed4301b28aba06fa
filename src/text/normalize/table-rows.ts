import type { Span, Table } from '../../domain/source-text.js';
import type { Line } from './lines.js';

/** A row of a table as its reader found it. All offsets are source ones. */
export interface TableRow extends Span {
  /** Index of its table. */
  readonly table: number;
  /** By column of the table, its first used one being 0: the cell of the row that begins there. */
  readonly cells: readonly (Span | null)[];
  /** By column: the cell that reaches in from above or from the left; its key is its start. */
  readonly merged: readonly (Span | null)[];
}

/** A cell with more lines, or more characters, lays a page out and holds a document of its own. */
const longestCell = { lines: 20, characters: 3_000 };
/** Columns that one cell may cover; more are decoration. */
const widestSpan = 256;

type Cell = Table['cells'][number];

export const isTableRow = (line: Line | TableRow): line is TableRow => 'merged' in line;

/** Puts rows of tables in the place of the lines that they are made of, and tells the lines left which table they stand in. */
export function linesAndRows(
  text: string,
  lines: readonly Line[],
  tables: readonly Table[],
): readonly (Line | TableRow)[] {
  if (tables.length === 0) return lines;
  const leaves = [...tables.keys()].filter((i) => isLeaf(tables, i));
  const rows = tableRows(text, tables, leaves);
  const mixed: (Line | TableRow)[] = [];
  let row = 0;
  let leaf = 0;
  for (const line of lines) {
    while ((rows[row]?.end ?? Number.POSITIVE_INFINITY) <= line.start) row++;
    const covering = rows[row];
    if (covering && covering.start <= line.start) {
      if (mixed.at(-1) !== covering) mixed.push(covering);
      continue;
    }
    while ((tables[leaves[leaf] ?? -1]?.end ?? Number.POSITIVE_INFINITY) <= line.start) leaf++;
    const index = leaves[leaf];
    const inside = index !== undefined && (tables[index]?.start ?? 0) <= line.start;
    mixed.push(inside ? { ...line, table: index } : line);
  }
  return mixed;
}

/** A table without another one inside it: rows of an outer table are no rows of words. */
const isLeaf = (tables: readonly Table[], i: number) =>
  (tables[i + 1]?.start ?? Number.POSITIVE_INFINITY) >= (tables[i]?.end ?? 0);

/** The rows that hold more than one thing; a row of one cell alone (a heading across the table) is a paragraph. */
function tableRows(text: string, tables: readonly Table[], leaves: readonly number[]): TableRow[] {
  // Columns that merged cells reach into cost nothing in the file: a few bytes could ask for billions.
  const budget = { columns: text.length * 4 };
  const rows = leaves.flatMap((index) => {
    const table = tables[index];
    return table ? rowsOf(text, table, index, budget) : [];
  });
  // Rows in reading order that do not lap over each other: whatever a file says of itself, words are read once.
  let end = 0;
  return rows.filter((row) => {
    if (row.start < end) return false;
    end = row.end;
    return true;
  });
}

function rowsOf(text: string, table: Table, index: number, budget: { columns: number }): TableRow[] {
  // Only columns in which a cell begins count: hidden ones and those that only a merged cell covers hold nothing.
  const used = [...new Set(table.cells.map(({ column }) => column))].sort((a, b) => a - b);
  const rank = new Map(used.map((column, i) => [column, i]));
  const byRow = new Map<number, Cell[]>();
  for (const cell of table.cells) {
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const reaching: Reaching = new Map();
  const rows: TableRow[] = [];
  for (const [number, own] of [...byRow].sort(([a], [b]) => a - b)) {
    const row = rowOf(number, own, rank, reaching, index);
    budget.columns -= row.cells.length + 1;
    if (budget.columns < 0) break;
    if (isRow(text, row)) rows.push(row);
  }
  return rows;
}

/** By column, the cell whose span goes on into later rows. */
type Reaching = Map<number, { readonly cell: Span; readonly until: number }>;

function rowOf(
  number: number,
  own: readonly Cell[],
  rank: ReadonlyMap<number, number>,
  reaching: Reaching,
  table: number,
): TableRow {
  const cells: (Span | null)[] = [];
  const merged: (Span | null)[] = [];
  for (const [column, { cell, until }] of reaching) {
    if (until <= number) reaching.delete(column);
    else merged[column] = cell;
  }
  for (const cell of own) {
    const span = spanOf(cell);
    const from = rank.get(cell.column) ?? 0;
    cells[from] = span;
    for (let at = cell.column; at < cell.column + Math.min(cell.columnSpan, widestSpan); at++) {
      const column = rank.get(at);
      if (column === undefined) continue;
      if (column > from) merged[column] = span;
      if (cell.rowSpan > 1) reaching.set(column, { cell: span, until: number + cell.rowSpan });
    }
  }
  const width = Math.max(cells.length, merged.length);
  const dense = (spans: readonly (Span | null)[]) =>
    Array.from({ length: width }, (_v, i) => spans[i] ?? null);
  const start = own.reduce((least, cell) => Math.min(least, cell.start), Number.POSITIVE_INFINITY);
  const end = own.reduce((most, cell) => Math.max(most, cell.end), 0);
  return { start, end, table, cells: dense(cells), merged: dense(merged) };
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

function isRow(text: string, row: TableRow): boolean {
  const own = row.cells.filter((cell) => cell !== null);
  const filled = own.filter(({ start, end }) => text.slice(start, end).trim() !== '');
  if (filled.length === 0 || own.some((cell) => isDocument(text, cell))) return false;
  if (own.some(({ start }, i) => start < (own[i - 1]?.end ?? 0))) return false;
  return filled.length > 1 || row.merged.some((cell) => cell !== null && cell.start < row.start);
}

function isDocument(text: string, { start, end }: Span): boolean {
  if (end - start > longestCell.characters) return true;
  let lines = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++;
  return lines >= longestCell.lines;
}
