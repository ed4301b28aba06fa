import type { BlockOutput, RowCell } from '../shared/block-output.js';
import { raised } from '../shared/raised.js';
import { type DomElement, type DomNode, isElement, isText } from './dom.js';
import { type HtmlTable, isTablePart, laysOut, readTable } from './html-table.js';
import { listMark } from './list-mark.js';
import { isForeign, isUnseen } from './visibility.js';

const blocks = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const keepsLines = new Set(['pre', 'textarea', 'xmp', 'listing', 'plaintext']);

/** Blanks of the markup's own lay-out; those that a typist put (no-break, full-width) stay. */
const layout = /[ \t\r\n\f]+/g;

/** Gathers the lines of running text. */
class Lines {
  readonly done: string[] = [];
  #line = '';

  add(text: string): void {
    const words = text.replace(layout, ' ');
    this.#line += this.#line === '' || this.#line.endsWith(' ') ? words.replace(/^ /, '') : words;
  }

  /** Text whose line ends count. */
  addKept(text: string): void {
    for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
      if (i > 0) this.end();
      this.#line += line.replace(/[\t\f]/g, ' ');
    }
  }

  get isEmpty(): boolean {
    return this.#line.trim() === '';
  }

  end(): void {
    if (!this.isEmpty) this.done.push(this.#line.replace(/ +$/, ''));
    this.#line = '';
  }
}

/** Writes what a reader of a part of the page sees: paragraphs as lines, tables as rows. */
export class HtmlFlow {
  readonly #output: BlockOutput;
  readonly #skips: (element: DomElement) => boolean;
  #isInCell = false;
  /** Frames with other documents, which are not read. */
  foreign = 0;

  constructor(output: BlockOutput, skips: (element: DomElement) => boolean) {
    this.#output = output;
    this.#skips = skips;
  }

  write(root: DomNode): void {
    const lines = new Lines();
    this.#walk(root, lines, (table) => {
      this.#flush(lines);
      this.#writeTable(table);
    });
    this.#flush(lines);
  }

  #flush(lines: Lines): void {
    lines.end();
    for (const line of lines.done.splice(0)) this.#output.line(line);
  }

  #walk(node: DomNode, lines: Lines, onTable: (table: DomElement) => void): void {
    for (const child of node.childNodes) {
      if (isText(child)) lines.add(child.textContent ?? '');
      else if (isElement(child)) this.#element(child, lines, onTable);
    }
  }

  #element(element: DomElement, lines: Lines, onTable: (table: DomElement) => void): void {
    const name = element.localName;
    if (isForeign(element)) this.foreign++;
    if (isUnseen(element) || this.#skips(element)) return;
    // A cell that was never closed has the next ones inside it; they are read in their own place.
    if (this.#isInCell && isTablePart(element)) return;
    if (name === 'br') lines.end();
    else if (name === 'wbr' || name === 'img') return;
    else if (name === 'table') onTable(element);
    else if (name === 'sup') lines.add(raised(element.textContent ?? ''));
    else if (name === 'input' || name === 'select') lines.add(controlText(element));
    else if (keepsLines.has(name)) {
      lines.end();
      lines.addKept(element.textContent ?? '');
      lines.end();
    } else if (blocks.has(name)) {
      lines.end();
      if (name === 'li') lines.add(listMark(element));
      this.#walk(element, lines, onTable);
      lines.end();
    } else this.#walk(element, lines, onTable);
  }

  #writeTable(element: DomElement): void {
    const table = readTable(element);
    for (const node of table.loose) this.write(wrapped(node));
    if (laysOut(element, table)) {
      for (const row of table.rows) for (const cell of row) this.#writeCellAlone(cell.element);
    } else this.#writeRows(table);
  }

  #writeCellAlone(cell: DomElement): void {
    const lines = new Lines();
    this.#walkCell(cell, lines, (table) => {
      this.#flush(lines);
      this.#writeTable(table);
    });
    this.#flush(lines);
  }

  #writeRows({ rows }: HtmlTable): void {
    this.#output.openTable(null);
    for (const [number, row] of rows.entries()) {
      const places: (RowCell | null)[] = [];
      for (const { element, column, rowSpan, columnSpan } of row) {
        while (places.length < column) places.push(null);
        const lines = new Lines();
        this.#walkCell(element, lines, () => {});
        lines.end();
        places.push({ column, rowSpan, columnSpan, words: lines.done.join('\n').replace(/\t/g, ' ') });
      }
      if (places.some((cell) => cell !== null && cell.words !== '')) this.#output.row(number, places);
    }
    this.#output.closeTable();
  }

  #walkCell(cell: DomElement, lines: Lines, onTable: (table: DomElement) => void): void {
    const before = this.#isInCell;
    this.#isInCell = true;
    this.#walk(cell, lines, onTable);
    this.#isInCell = before;
  }
}

/** A node as the only child of a root, so that it is walked itself. */
const wrapped = (node: DomNode): DomNode => ({
  nodeType: 1,
  childNodes: [node],
  parentNode: null,
  textContent: null,
});

/** What a filled-in control shows: a tick, the chosen words, what was typed. */
function controlText(element: DomElement): string {
  if (element.localName === 'select') {
    const options = [...element.querySelectorAll('option')];
    const chosen = options.find((option) => option.getAttribute('selected') !== null) ?? options[0];
    return chosen?.textContent ?? '';
  }
  const type = (element.getAttribute('type') ?? 'text').toLowerCase();
  if (type === 'checkbox' || type === 'radio') return element.getAttribute('checked') === null ? '□' : '☑';
  return type === 'text' ? (element.getAttribute('value') ?? '') : '';
}
