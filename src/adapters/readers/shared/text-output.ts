import type { Table } from '../../../domain/source-text.js';
import { limits } from '../limits.js';
import { tooLong } from '../reader.js';
import { TableGrid } from './table-grid.js';

/** Puts blocks into one text: a line feed between blocks and rows, a tab between the cells of a row. */
export class TextOutput {
  readonly #tables: Table[] = [];
  readonly #open: TableGrid[] = [];
  #pieces: string[] = [];
  #length = 0;
  #separator = '';

  block(text: string): void {
    this.#push(this.#separator + text);
    this.#separator = '\n';
  }

  openTable(): void {
    this.#open.push(new TableGrid());
  }

  openRow(): void {
    if (this.#open.at(-1)?.hasRows && this.#length > 0) this.#separator = '\n';
    this.#open.at(-1)?.openRow();
  }

  skipColumns(count: number): void {
    this.#open.at(-1)?.skipColumns(count);
  }

  openCell(): void {
    if (this.#open.at(-1)?.rowHasCells) this.#separator = '\t';
    this.#push(this.#separator);
    this.#separator = '';
    this.#open.at(-1)?.openCell(this.#length);
  }

  /** The cell that is open; null outside tables. */
  get cell(): TableGrid['cell'] {
    return this.#open.at(-1)?.cell ?? null;
  }

  closeCell(): void {
    this.#open.at(-1)?.closeCell(this.#length);
    this.#separator = '\n';
  }

  closeTable(): void {
    const table = this.#open.pop()?.finish();
    if (table) this.#tables.push(table);
    if (this.#length > 0) this.#separator = '\n';
  }

  /** Outer tables before those inside them. */
  finish(): { text: string; tables: Table[] } {
    this.#tables.sort((a, b) => a.start - b.start || b.end - a.end);
    return { text: this.#pieces.join(''), tables: this.#tables };
  }

  #push(text: string): void {
    this.#length += text.length;
    if (this.#length > limits.characters) throw tooLong();
    this.#pieces.push(text);
  }
}
