import { phrase } from '../../../domain/phrase.js';
import { limits } from '../limits.js';
import { tooLong, tooMuch } from '../reader.js';
import { isOn } from '../shared/on-off.js';
import type { Attribute, XmlHandler } from '../shared/xml-walk.js';
import type { CellStyles } from './cell-styles.js';
import { type Range, readRange, readReference, sheetBounds } from './reference.js';
import { cellText, RichText } from './rich-text.js';

/** What cells of a sheet need from its workbook. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: CellStyles;
  readonly date1904: boolean;
}

/** Merged ranges that are kept, and columns that they may cover together; a sheet that people made has hundreds. */
const mostMerged = { ranges: 100_000, columns: 2_000_000 } as const;

/** A cell while its elements come in. */
interface OpenCell {
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string;
  hasFormula: boolean;
}

/** Collects what a sheet shows: cells with words, hidden rows and columns, merged ranges. */
export class SheetCells implements XmlHandler {
  readonly #context: CellContext;
  readonly #text = new RichText();
  readonly rows: number[] = [];
  readonly columns: number[] = [];
  readonly words: string[] = [];
  readonly merged: Range[] = [];
  readonly hiddenRows = new Set<number>();
  readonly #hiddenColumns: [from: number, to: number][] = [];
  /** Cells with a formula whose result was not saved. */
  uncounted = 0;
  #characters = 0;
  #mergedColumns = 0;
  #row = -1;
  #column = -1;
  #cell: OpenCell | null = null;
  #inValue = false;

  constructor(context: CellContext) {
    this.#context = context;
  }

  isHiddenColumn(column: number): boolean {
    return this.#hiddenColumns.some(([from, to]) => from <= column && column <= to);
  }

  open(name: string, attribute: Attribute): void {
    if (name === 's:row') this.#openRow(attribute);
    else if (name === 's:c') this.#openCell(attribute);
    else if (name === 's:col') this.#addColumn(attribute);
    else if (name === 's:mergeCell') this.#addRange(attribute('ref') ?? '');
    else if (name === 's:f' && this.#cell) this.#cell.hasFormula = true;
    else if (name === 's:v') this.#inValue = this.#cell !== null;
    else if (this.#cell) this.#text.open(name, attribute);
  }

  text(characters: string): void {
    if (this.#inValue && this.#cell) this.#cell.value += characters;
    else this.#text.characters(characters);
  }

  close(name: string): void {
    if (name === 's:v') this.#inValue = false;
    else if (name === 's:is' && this.#cell) this.#cell.inline = this.#text.take();
    else if (name === 's:c') this.#closeCell();
    else this.#text.close(name);
  }

  #openRow(attribute: Attribute): void {
    const number = Number(attribute('r'));
    this.#row = Number.isInteger(number) && number > 0 ? number - 1 : this.#row + 1;
    this.#column = -1;
    if (this.#row >= sheetBounds.rows)
      throw tooMuch(
        phrase(`工作表超过 ${sheetBounds.rows} 行`, `more than ${sheetBounds.rows} rows in a sheet`),
      );
    const isFlat = isOn(attribute('customHeight') ?? '0') && Number(attribute('ht') ?? 1) === 0;
    if (isOn(attribute('hidden') ?? '0') || isFlat) this.hiddenRows.add(this.#row);
  }

  #openCell(attribute: Attribute): void {
    const place = readReference(attribute('r') ?? '');
    this.#column = place?.column ?? this.#column + 1;
    if (place) this.#row = place.row;
    const style = Number(attribute('s')) || 0;
    this.#cell = { type: attribute('t') ?? 'n', style, value: '', hasFormula: false, inline: '' };
  }

  #addColumn(attribute: Attribute): void {
    const isFlat = isOn(attribute('customWidth') ?? '0') && Number(attribute('width') ?? 1) === 0;
    if (!isOn(attribute('hidden') ?? '0') && !isFlat) return;
    if (this.#hiddenColumns.length >= sheetBounds.columns) return;
    this.#hiddenColumns.push([Number(attribute('min')) - 1, Number(attribute('max')) - 1]);
  }

  #addRange(reference: string): void {
    const range = readRange(reference);
    if (!range) return;
    this.#mergedColumns += range.to.column - range.from.column + 1;
    if (this.merged.length >= mostMerged.ranges || this.#mergedColumns > mostMerged.columns)
      throw tooMuch(
        phrase(`合并单元格超过 ${mostMerged.ranges} 处`, `more than ${mostMerged.ranges} merged ranges`),
      );
    this.merged.push(range);
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    if (cell.hasFormula && cell.value === '' && cell.type !== 'str' && cell.inline === '') this.uncounted++;
    const words = this.#shown(cell);
    if (words.trim() === '') return;
    this.#characters += words.length + 1;
    if (this.#characters > limits.characters) throw tooLong();
    this.rows.push(this.#row);
    this.columns.push(this.#column);
    this.words.push(words);
  }

  #shown({ type, style, value, inline }: OpenCell): string {
    const { strings, styles, date1904 } = this.#context;
    if (type === 's') return styles.format(style).text(strings[Number(value)] ?? '');
    if (type === 'inlineStr') return styles.format(style).text(inline);
    if (type === 'str') return styles.format(style).text(cellText(value));
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type === 'e' || value === '') return value;
    if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ');
    const number = Number(value);
    return Number.isFinite(number) ? styles.format(style).number(number, date1904) : value;
  }
}
