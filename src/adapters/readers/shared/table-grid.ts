import type { Table } from '../../../domain/source-text.js';

type Cell = Table['cells'][number];

/** A cell while its properties come in. */
export interface OpenCell {
  readonly start: number;
  readonly column: number;
  columnSpan: number;
  /** `continue`: it belongs to the cell above it. */
  merge: 'restart' | 'continue' | null;
}

/** Finds out which rows and columns each cell of a table covers. */
export class TableGrid {
  readonly #cells: Cell[] = [];
  /** By column, the cell that the next row's merged cells belong to. */
  #mergers = new Map<number, Cell>();
  #row = -1;
  #column = 0;
  #cellsInRow = 0;
  #start: number | null = null;
  #end = 0;
  cell: OpenCell | null = null;

  get hasRows(): boolean {
    return this.#row >= 0;
  }

  get rowHasCells(): boolean {
    return this.#cellsInRow > 0;
  }

  openRow(): void {
    this.#row++;
    this.#column = 0;
    this.#cellsInRow = 0;
  }

  skipColumns(count: number): void {
    this.#column += count;
  }

  openCell(start: number): void {
    this.#start ??= start;
    this.cell = { start, column: this.#column, columnSpan: 1, merge: null };
  }

  closeCell(end: number): void {
    const open = this.cell;
    if (!open) return;
    this.cell = null;
    this.#cellsInRow++;
    this.#column = open.column + open.columnSpan;
    this.#end = end;
    const above = open.merge === 'continue' ? this.#mergers.get(open.column) : undefined;
    if (above) {
      above.rowSpan = this.#row - above.row + 1;
      return;
    }
    const { start, column, columnSpan } = open;
    const cell = { start, end, row: Math.max(this.#row, 0), column, rowSpan: 1, columnSpan };
    this.#cells.push(cell);
    for (let c = column; c < column + columnSpan; c++) this.#mergers.delete(c);
    if (open.merge === 'restart') this.#mergers.set(column, cell);
  }

  finish(): Table | null {
    return this.#start === null ? null : { start: this.#start, end: this.#end, cells: this.#cells };
  }
}
