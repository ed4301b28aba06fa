import type { BlockOutput } from '../shared/block-output.js';
import type { ListNumbers } from '../shared/list-numbers.js';
import { type Characters, sign } from './characters.js';
import { DocTable } from './doc-table.js';
import type { Paragraph, Paragraphs } from './paragraphs.js';
import type { StyleSheet } from './style-sheet.js';
import type { TextBox } from './text-boxes.js';

/** Numbers that stand for no list. */
const isList = (list: number) => list >= 1 && list < 0x7ff;

/** Writes stories of a document: paragraphs with their list numbers, tables, and text boxes before the paragraph they hang on. */
export class DocText {
  readonly #characters: Characters;
  readonly #paragraphs: Paragraphs;
  readonly #styles: StyleSheet;
  readonly #numbers: ListNumbers;
  readonly #output: BlockOutput;
  #table: DocTable | null = null;
  /** The text of a paragraph whose end is struck out. */
  #carried = '';

  constructor(parts: {
    readonly characters: Characters;
    readonly paragraphs: Paragraphs;
    readonly styles: StyleSheet;
    readonly numbers: ListNumbers;
    readonly output: BlockOutput;
  }) {
    this.#characters = parts.characters;
    this.#paragraphs = parts.paragraphs;
    this.#styles = parts.styles;
    this.#numbers = parts.numbers;
    this.#output = parts.output;
  }

  write(start: number, end: number, boxes: readonly TextBox[] = []): void {
    const waiting = [...boxes];
    for (const paragraph of this.#paragraphs.within(start, end)) {
      const here = waiting.filter(({ anchor }) => anchor !== null && anchor <= paragraph.mark);
      // A text box of a cell is read before its table.
      if (here.length > 0 && !this.#table) {
        for (const box of here) {
          waiting.splice(waiting.indexOf(box), 1);
          this.write(box.start, box.end);
        }
      }
      this.#writeParagraph(paragraph);
    }
    this.#flush();
    for (const box of waiting) this.write(box.start, box.end);
  }

  #writeParagraph(paragraph: Paragraph): void {
    const code = this.#characters.code(paragraph.mark);
    if (!paragraph.inTable) this.#flushTable();
    const text = this.#carried + this.#words(paragraph);
    this.#carried = '';
    if (!paragraph.inTable) {
      if (this.#characters.isDeleted(paragraph.mark)) this.#carried = text;
      else this.#output.line(text);
      return;
    }
    this.#table ??= new DocTable();
    const endsCell = code === sign.cell && paragraph.depth <= 1;
    if (endsCell && paragraph.rowEnd) {
      if (text !== '') this.#table.line(text);
      this.#table.endRow(paragraph.cells);
      return;
    }
    if (text !== '' || endsCell) this.#table.line(text);
    if (endsCell) this.#table.endCell();
  }

  #words(paragraph: Paragraph): string {
    const { start, mark, style } = paragraph;
    const words = this.#characters.seen(start, mark, style);
    // What is struck out or hidden to its end is no paragraph that a list counts.
    const isGone = words === '' && mark > start && (this.#characters.isDeleted(mark) || paragraph.rowEnd);
    const list = paragraph.list ?? this.#styles.list(style).list;
    if (isGone || !isList(list)) return words;
    const level = paragraph.level ?? this.#styles.list(style).level;
    return this.#numbers.next(String(list), level) + words;
  }

  #flush(): void {
    this.#flushTable();
    if (this.#carried !== '') this.#output.line(this.#carried);
    this.#carried = '';
  }

  #flushTable(): void {
    this.#table?.write(this.#output);
    this.#table = null;
  }
}
