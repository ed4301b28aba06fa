import type { BlockOutput, RowCell } from '../shared/block-output.js';
import type { Range } from './reference.js';
import type { SheetCells } from './sheet-cells.js';

/** What of a sheet was left out because it is hidden. */
export interface Hidden {
  readonly rows: number;
  readonly columns: number;
}

const byPlace = (cells: SheetCells) => (a: number, b: number) =>
  (cells.rows[a] ?? 0) - (cells.rows[b] ?? 0) || (cells.columns[a] ?? 0) - (cells.columns[b] ?? 0);

const key = (row: number, column: number) => row * 16_384 + column;

/** Finds for a cell the merged range that it begins, and whether another cell's range covers it. Ranges that overlap are no ranges. */
class MergedRanges {
  readonly #starts = new Map<number, Range>();
  readonly #byColumn = new Map<number, Range[]>();

  constructor(ranges: readonly Range[]) {
    for (const range of ranges) {
      this.#starts.set(key(range.from.row, range.from.column), range);
      for (let column = range.from.column; column <= range.to.column; column++) {
        const own = this.#byColumn.get(column);
        if (own) own.push(range);
        else this.#byColumn.set(column, [range]);
      }
    }
    for (const own of this.#byColumn.values()) own.sort((a, b) => a.from.row - b.from.row);
  }

  startingAt(row: number, column: number): Range | undefined {
    return this.#starts.get(key(row, column));
  }

  covers(row: number, column: number): boolean {
    if (this.startingAt(row, column)) return false;
    const ranges = this.#byColumn.get(column) ?? [];
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.from.row ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    return (ranges[low - 1]?.to.row ?? -1) >= row;
  }
}

/** The cells that show, in reading order; what is hidden is counted. */
function visibleCells(cells: SheetCells, ranges: MergedRanges): { shown: number[]; hidden: Hidden } {
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const isAnyShown = (from: number, to: number, isHidden: (n: number) => boolean) => {
    for (let at = from; at <= to; at++) if (!isHidden(at)) return true;
    return false;
  };
  const shown = [...cells.words.keys()].sort(byPlace(cells)).filter((i) => {
    const row = cells.rows[i] ?? 0;
    const column = cells.columns[i] ?? 0;
    // Under a merged cell Excel keeps what stood there, and does not show it.
    if (ranges.covers(row, column)) return false;
    const to = ranges.startingAt(row, column)?.to ?? { row, column };
    const rowShows = isAnyShown(row, to.row, (n) => cells.hiddenRows.has(n));
    const columnShows = isAnyShown(column, to.column, (n) => cells.isHiddenColumn(n));
    if (!rowShows) hiddenRows.add(row);
    if (!columnShows) hiddenColumns.add(column);
    return rowShows && columnShows;
  });
  return { shown, hidden: { rows: hiddenRows.size, columns: hiddenColumns.size } };
}

/**
 * Writes the visible cells of a sheet as one table, a tab for each column that is used, and no line for an empty row.
 * Rows and columns of the table count from the sheet's own A1.
 */
export function writeSheet(cells: SheetCells, output: BlockOutput, sheet: string): Hidden {
  const ranges = new MergedRanges(cells.merged);
  const { shown, hidden } = visibleCells(cells, ranges);
  const used = [...new Set(shown.map((i) => cells.columns[i] ?? 0))].sort((a, b) => a - b);
  const rank = new Map(used.map((column, i) => [column, i]));
  output.openTable(sheet);
  for (let i = 0; i < shown.length; ) {
    const row = cells.rows[shown[i] ?? 0] ?? 0;
    const places: (RowCell | null)[] = [];
    for (; i < shown.length && cells.rows[shown[i] ?? 0] === row; i++) {
      const column = cells.columns[shown[i] ?? 0] ?? 0;
      const to = ranges.startingAt(row, column)?.to ?? { row, column };
      const at = rank.get(column) ?? 0;
      while (places.length < at) places.push(null);
      const words = cells.words[shown[i] ?? 0] ?? '';
      places[at] = { column, words, rowSpan: to.row - row + 1, columnSpan: to.column - column + 1 };
    }
    output.row(row, places);
  }
  output.closeTable();
  return hidden;
}
