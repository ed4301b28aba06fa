import type { Span } from '../../domain/source-text.js';
import { type Cell, type IndicatorColumn, indicatorColumns, underColumns } from './indicator-cells.js';
import type { Line } from './lines.js';
import type { TableRow } from './table-rows.js';

type Mixed = Line | TableRow;

const longestHead = 16;
const mostColumns = 10;
/** One row's cells at most, with a name that was broken over lines. */
const mostCells = 12;
/** Tables found here; those of readers count from 0, task tables down from -2. */
const firstTable = -1_000_000;

const plain = (line: Mixed | undefined): line is Line =>
  line !== undefined && !('merged' in line) && line.cells === null;
const bare = (text: string, span: Span): string =>
  text.slice(span.start, span.end).replace(/[ \t\u3000\u00a0]/g, '');

/**
 * Tables of indicators (指标、单位、2020年、2025年) that a copy put on a line for each cell, or on a line for each row with blanks
 * between the cells, found by their heading row. What does not fit under it stays as it is.
 */
export function withIndicatorTables(text: string, lines: readonly Mixed[]): Mixed[] {
  const out: Mixed[] = [];
  let table = firstTable;
  for (let at = 0; at < lines.length; ) {
    const found = flatTable(text, lines, at, table) ?? verticalTable(text, lines, at, table);
    if (found) {
      out.push(...found.rows);
      at = found.next;
      table--;
    } else {
      const line = lines[at++];
      if (line) out.push(line);
    }
  }
  return out;
}

interface Found {
  readonly rows: readonly Mixed[];
  /** The first line after it. */
  readonly next: number;
}

function rowOf(cells: readonly (Span | null)[], table: number): TableRow {
  const own = cells.filter((cell) => cell !== null);
  return {
    start: own[0]?.start ?? 0,
    end: own.at(-1)?.end ?? 0,
    table,
    cells,
    merged: cells.map(() => null),
  };
}

/** The cells of a line that blanks part; 单 位 is one. */
function cellsOf(text: string, line: Line): Cell[] {
  const cells: { span: Span; words: string }[] = [];
  for (const match of text.slice(line.start, line.end).matchAll(/[^ \u3000\u00a0]+/g)) {
    const span = { start: line.start + match.index, end: line.start + match.index + match[0].length };
    const last = cells.at(-1);
    if (last && /^[\u4e00-\u9fff]$/.test(last.words) && /^[\u4e00-\u9fff]$/.test(match[0]))
      cells[cells.length - 1] = {
        span: { start: last.span.start, end: span.end },
        words: last.words + match[0],
      };
    else cells.push({ span, words: match[0] });
  }
  return cells;
}

function flatTable(text: string, lines: readonly Mixed[], at: number, table: number): Found | null {
  const head = lines[at];
  if (!plain(head) || head.end - head.start > 120 || !text.slice(head.start, head.end).includes(' '))
    return null;
  const names = cellsOf(text, head);
  const kinds =
    names.length >= 4 && names.length <= mostColumns ? indicatorColumns(names.map((c) => c.words)) : null;
  if (!kinds) return null;
  const rows: Mixed[] = [
    rowOf(
      names.map((c) => c.span),
      table,
    ),
  ];
  let next = at + 1;
  for (; plain(lines[next]); next++) {
    const line = lines[next] as Line;
    const cells = line.end - line.start <= 200 ? underColumns(kinds, cellsOf(text, line)) : null;
    if (cells) rows.push(rowOf(cells, table));
    else {
      // A heading across the table: a row follows it.
      const below = lines[next + 1];
      if (line.end - line.start > longestHead || !plain(below) || !underColumns(kinds, cellsOf(text, below)))
        break;
      rows.push(line);
    }
  }
  return rows.filter((row) => 'merged' in row).length > 2 ? { rows, next } : null;
}

function verticalTable(text: string, lines: readonly Mixed[], at: number, table: number): Found | null {
  const head: Line[] = [];
  let kinds: IndicatorColumn[] | null = null;
  let width = 0;
  for (let i = at; head.length < mostColumns; i++) {
    const line = lines[i];
    if (!plain(line) || line.end - line.start > longestHead) break;
    head.push(line);
    const tried = head.length >= 3 ? indicatorColumns(head.map((each) => bare(text, each))) : null;
    if (tried) {
      kinds = tried;
      width = head.length;
    }
  }
  if (!kinds) return null;
  const rows: Mixed[] = [
    rowOf(
      head.slice(0, width).map(({ start, end }) => ({ start, end })),
      table,
    ),
  ];
  let next = at + width;
  for (;;) {
    const row = verticalRow(text, lines, next, kinds);
    if (row) {
      rows.push(rowOf(row.cells, table));
      next = row.next;
      continue;
    }
    // A heading across the table: 一、经济发展.
    const line = lines[next];
    if (!plain(line) || line.end - line.start > longestHead || !verticalRow(text, lines, next + 1, kinds))
      break;
    rows.push(line);
    next++;
  }
  // A heading of one name and three values is sure of a single row.
  const few = kinds.length >= 4 && kinds.filter((kind) => kind === 'value').length >= 3 ? 1 : 2;
  return rows.filter((row) => 'merged' in row).length > few ? { rows, next } : null;
}

/** The longest run of lines from `at` that makes one row. */
function verticalRow(
  text: string,
  lines: readonly Mixed[],
  at: number,
  kinds: readonly IndicatorColumn[],
): { cells: (Span | null)[]; next: number } | null {
  const cells: Cell[] = [];
  let best: { cells: (Span | null)[]; next: number } | null = null;
  for (let i = at; cells.length < Math.min(mostCells, kinds.length + 1); i++) {
    const line = lines[i];
    if (!plain(line) || line.end - line.start > 60) break;
    cells.push({ span: { start: line.start, end: line.end }, words: bare(text, line) });
    const tried = underColumns(kinds, cells);
    if (tried) best = { cells: tried, next: i + 1 };
    else if (best) break;
  }
  return best;
}
