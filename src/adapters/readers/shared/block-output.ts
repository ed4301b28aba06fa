import type { Table } from '../../../domain/source-text.js';
import { limits } from '../limits.js';
import { tooLong } from '../reader.js';

export interface RowCell {
  readonly column: number;
  readonly words: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Writes paragraphs and tables: a line feed between blocks and rows, a tab between the places of a row. */
export class BlockOutput {
  readonly #tables: Table[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  #table: Table | null = null;

  line(text: string): void {
    this.#separate();
    this.#push(text);
  }

  /** Begins a table whose rows and columns count from the A1 of the sheet of this name; null where there is no sheet. */
  openTable(sheet: string | null): void {
    this.#separate();
    const start = this.#length;
    this.#table = { start, end: start, cells: [], ...(sheet === null ? {} : { sheet }) };
  }

  /** Writes a row; null is a place without a cell. */
  row(number: number, places: readonly (RowCell | null)[]): void {
    const table = this.#table;
    if (!table) return;
    let line = table.cells.length > 0 ? '\n' : '';
    for (const [i, cell] of places.entries()) {
      if (i > 0) line += '\t';
      if (!cell) continue;
      const { words, column, rowSpan, columnSpan } = cell;
      const start = this.#length + line.length;
      line += words;
      table.cells.push({ start, end: start + words.length, row: number, column, rowSpan, columnSpan });
    }
    this.#push(line);
    table.end = this.#length;
  }

  closeTable(): void {
    if (this.#table && this.#table.cells.length > 0) this.#tables.push(this.#table);
    this.#table = null;
  }

  finish(): { text: string; tables: Table[] } {
    return { text: this.#pieces.join(''), tables: this.#tables };
  }

  #separate(): void {
    if (this.#length > 0) this.#push('\n');
  }

  #push(text: string): void {
    this.#length += text.length;
    if (this.#length > limits.characters) throw tooLong();
    this.#pieces.push(text);
  }
}
