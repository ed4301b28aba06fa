import type { Parameters } from '../../../../domain/phrase.js';
import type { ReadWarning, SourceText, Table } from '../../../../domain/source-text.js';
import { readWarning, type WarningCode } from '../../../../domain/warnings.js';
import { limits } from '../../limits.js';
import { tooLong } from '../../reader.js';
import { isTable, type PageBlock, type PageCell, type PageTable } from './page-blocks.js';
import { isFurnitureOnly } from './page-furniture.js';
import type { PageLine } from './page-lines.js';
import { continues, isRepeated, type TableSoFar } from './table-over-pages.js';

const rounded = (n: number) => Math.round(n * 10) / 10;

/**
 * Puts pages together into one text: a line feed between lines, a form feed between pages, a tab between cells of a row,
 * each line with its box. A table that goes on over a page stays one table.
 */
export class Assembly {
  readonly pages: SourceText['pages'] = [];
  readonly lines: SourceText['lines'] = [];
  readonly tables: Table[] = [];
  readonly #words: NonNullable<SourceText['words']> = [];
  readonly warnings: ReadWarning[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  #separator = '';
  /** The table that nothing but furniture has followed so far. */
  #open: TableSoFar | null = null;
  /** What stood at the head of the page before. */
  #head: readonly string[] = [];

  add(blocks: readonly PageBlock[]): void {
    const number = this.pages.length + 1;
    this.#push(number > 1 ? '\f' : '');
    this.#separator = '';
    const start = this.#length;
    const lines = blocks.flatMap((block) => (isTable(block) ? [] : [block.text]));
    for (const block of blocks) {
      if (isTable(block)) this.#addTable(block, number);
      else {
        if (!isFurnitureOnly(block.text) && !isRepeated(block.text, this.#head)) this.#open = null;
        this.#addLine(block, number);
      }
    }
    this.#head = lines.slice(0, 3);
    this.pages.push({ number, start, end: this.#length });
  }

  /** A page that could not be read: empty, and said so. */
  addUnread(code: WarningCode): void {
    this.add([]);
    this.warn(code);
  }

  /** Says something of the page that was added last. */
  warn(code: WarningCode, parameters: Parameters = {}): void {
    this.warnings.push(readWarning(code, this.pages.length, parameters));
  }

  /** Where something was recognised, else nothing. */
  get words(): Pick<SourceText, 'words'> {
    return this.#words.length > 0 ? { words: this.#words } : {};
  }

  get text(): string {
    return this.#pieces.join('');
  }

  #addTable(table: PageTable, page: number): void {
    const goesOn = this.#open !== null && continues(this.#open, table, page);
    const open: TableSoFar =
      goesOn && this.#open ? this.#open : { table: this.#openTable(), xs: table.xs, page, rows: 0 };
    const { cells } = open.table;
    const before = cells.length;
    const firstRow = open.rows;
    let row = -1;
    for (const cell of table.cells) {
      if (cell.row === row) this.#separator = '\t';
      else if (row >= 0) this.#separator = '\n';
      row = cell.row;
      cells.push(this.#addCell(cell, firstRow, page));
    }
    if (goesOn) reachOver(cells, before, firstRow);
    open.table.end = this.#length;
    open.rows += table.rows;
    open.page = page;
    this.#separator = '\n';
    this.#open = open;
  }

  #openTable(): Table {
    const start = this.#length + this.#separator.length;
    const table: Table = { start, end: start, cells: [] };
    this.tables.push(table);
    return table;
  }

  #addCell(cell: PageCell, firstRow: number, page: number): Table['cells'][number] {
    this.#push(this.#separator);
    this.#separator = '';
    const start = this.#length;
    for (const { goesOn, ...line } of cell.lines) {
      const text = line.text.replaceAll('\t', ' ');
      this.#addLine({ ...line, text }, page);
      if (goesOn) this.#separator = /\w$/.test(text) ? ' ' : '';
    }
    // Between cells stands a tab, whatever the last line of this one asked for.
    this.#separator = '\t';
    const { column, rowSpan, columnSpan } = cell;
    return { start, end: this.#length, row: firstRow + cell.row, column, rowSpan, columnSpan };
  }

  #addLine({ text, box, words = [] }: PageLine, page: number): void {
    this.#push(this.#separator);
    const [x0, y0, x1, y1] = box;
    const start = this.#length;
    this.#push(text);
    for (const word of words) this.#words.push({ ...word, start: start + word.start, end: start + word.end });
    this.lines.push({
      start,
      end: this.#length,
      page,
      box: [rounded(x0), rounded(y0), rounded(x1), rounded(y1)],
    });
    this.#separator = '\n';
  }

  #push(text: string): void {
    this.#length += text.length;
    if (this.#length > limits.characters) throw tooLong();
    if (text !== '') this.#pieces.push(text);
  }
}

/** A cell that is empty in the first row of a new page belongs to the one above it, which the page's end cut. */
function reachOver(cells: Table['cells'], before: number, firstRow: number): void {
  for (const cell of cells.slice(before)) {
    if (cell.row !== firstRow || cell.start < cell.end) continue;
    const above = cells
      .slice(0, before)
      .findLast(
        ({ column, columnSpan, start, end }) =>
          column === cell.column && columnSpan === cell.columnSpan && end > start,
      );
    if (!above || above.row + above.rowSpan < firstRow) continue;
    above.rowSpan = cell.row + cell.rowSpan - above.row;
    cells.splice(cells.indexOf(cell), 1);
  }
}
