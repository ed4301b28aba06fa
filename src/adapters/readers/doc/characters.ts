import { raised } from '../shared/raised.js';
import { symbol } from '../shared/symbols.js';
import type { ByteReader } from './byte-reader.js';
import { fieldCodes } from './fields.js';
import type { WordFile } from './information-block.js';
import { type Piece, pieceText, readPieces } from './pieces.js';
import { eachProperty, sprm } from './properties.js';
import { characterRuns, type PropertyRun } from './property-pages.js';
import type { StyleSheet } from './style-sheet.js';

/** What is known of each character, a bit each; the lowest three hold how it is hidden. */
const known = { deleted: 0x08, raised: 0x10, symbol: 0x20, styleHides: 0x40, fieldCode: 0x80 } as const;
/** Hidden: not said, yes, no, as its style, the opposite of its style. */
const hiding = { unsaid: 0, yes: 1, no: 2, asStyle: 3, opposite: 4 } as const;
const hidingBits = 0x07;

/** Properties that a quick save writes as two bytes ([MS-DOC] 2.9.215), by their short number. */
const shortNumbers: Readonly<Record<number, number>> = { 65: sprm.deleted, 92: sprm.hidden };

/** Signs of the format among the characters. */
export const sign = { cell: 0x07, line: 0x0b, page: 0x0c, paragraph: 0x0d } as const;
const shown: Readonly<Record<number, string>> = { 9: '\t', 11: '\n', 30: '-' };

function hidingOf(operand: number): number {
  if (operand === 0x80) return hiding.asStyle;
  if (operand === 0x81) return hiding.opposite;
  return (operand & 1) === 1 ? hiding.yes : hiding.no;
}

/** All characters of a document, numbered through its stories, with what decides whether they are seen. */
export class Characters {
  readonly #pieces: readonly Piece[];
  readonly #text: string;
  readonly #bits: Uint8Array;
  readonly #symbols = new Map<number, string>();
  readonly #styles: StyleSheet;

  constructor(file: WordFile, styles: StyleSheet) {
    this.#styles = styles;
    this.#pieces = readPieces(file);
    const parts: string[] = [];
    let length = 0;
    for (const piece of this.#pieces) {
      // Characters that no piece holds are none, but those after them keep their numbers.
      const part =
        '\0'.repeat(Math.max(piece.start - length, 0)) +
        pieceText(file, piece).slice(Math.max(length - piece.start, 0));
      parts.push(part);
      length += part.length;
    }
    const text = parts.join('');
    this.#text = text;
    this.#bits = new Uint8Array(text.length);
    const runs = characterRuns(file);
    for (const piece of this.#pieces) this.#markPiece(piece, runs);
    for (const [from, to] of fieldCodes(text)) this.#mark(from, to, (bits) => bits | known.fieldCode);
  }

  get length(): number {
    return this.#text.length;
  }

  code(at: number): number {
    return this.#text.charCodeAt(at);
  }

  isDeleted(at: number): boolean {
    return ((this.#bits[at] ?? 0) & known.deleted) !== 0;
  }

  /** Where a character stands in the stream, how wide it is, and what hangs on its piece; null for what is in no piece. */
  place(
    at: number,
  ): { readonly byte: number; readonly width: number; readonly properties: Piece['properties'] } | null {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const piece = this.#pieces[low - 1];
    if (!piece || at >= piece.end) return null;
    return {
      byte: piece.byteStart + (at - piece.start) * piece.width,
      width: piece.width,
      properties: piece.properties,
    };
  }

  /** The characters of a paragraph of this style that a reader sees. */
  seen(from: number, to: number, style: number): string {
    const paragraphHides = this.#styles.isHidden(style);
    let text = '';
    for (let at = from; at < to; at++) {
      const bits = this.#bits[at] ?? 0;
      if ((bits & (known.deleted | known.fieldCode)) !== 0 || isHidden(bits, paragraphHides)) continue;
      const c = this.#text.charAt(at);
      if ((bits & known.symbol) !== 0) text += this.#symbols.get(at) ?? '';
      else if (c < ' ') text += shown[c.charCodeAt(0)] ?? '';
      else if (c !== '\u00ad') text += (bits & known.raised) !== 0 ? raised(c) : c;
    }
    return text;
  }

  #markPiece(piece: Piece, runs: readonly PropertyRun[]): void {
    const byteEnd = piece.byteStart + (piece.end - piece.start) * piece.width;
    for (const run of runsWithin(runs, piece.byteStart, byteEnd)) {
      if (!run.properties) continue;
      const from =
        piece.start + Math.ceil((Math.max(run.start, piece.byteStart) - piece.byteStart) / piece.width);
      const to = piece.start + Math.ceil((Math.min(run.end, byteEnd) - piece.byteStart) / piece.width);
      this.#apply(run.properties, from, to);
    }
    if (typeof piece.properties === 'number') this.#applyShort(piece.properties, piece.start, piece.end);
    else if (piece.properties) this.#apply(piece.properties, piece.start, piece.end);
  }

  #apply(properties: ByteReader, from: number, to: number): void {
    eachProperty(properties, 0, (code, operand) => {
      if (code === sprm.symbol) {
        for (let at = from; at < to; at++) this.#symbols.set(at, symbol(operand.short(2).toString(16)));
        this.#mark(from, to, (bits) => bits | known.symbol);
      } else
        this.#applyToggle(code, code === sprm.characterStyle ? operand.short(0) : operand.byte(0), from, to);
    });
  }

  #applyShort(prm: number, from: number, to: number): void {
    const code = shortNumbers[(prm >> 1) & 0x7f];
    if (code !== undefined) this.#applyToggle(code, prm >> 8, from, to);
  }

  #applyToggle(code: number, operand: number, from: number, to: number): void {
    const set = (bit: number, on: boolean) => this.#mark(from, to, (bits) => (on ? bits | bit : bits & ~bit));
    if (code === sprm.deleted) set(known.deleted, (operand & 1) === 1);
    else if (code === sprm.raised) set(known.raised, operand === 1);
    else if (code === sprm.characterStyle) set(known.styleHides, this.#styles.isHidden(operand));
    else if (code === sprm.hidden) this.#mark(from, to, (bits) => (bits & ~hidingBits) | hidingOf(operand));
  }

  #mark(from: number, to: number, change: (bits: number) => number): void {
    for (let at = from; at < Math.min(to, this.#bits.length); at++)
      this.#bits[at] = change(this.#bits[at] ?? 0);
  }
}

function isHidden(bits: number, paragraphHides: boolean): boolean {
  const byStyle = (bits & known.styleHides) !== 0 || paragraphHides;
  switch (bits & hidingBits) {
    case hiding.yes:
      return true;
    case hiding.no:
      return false;
    case hiding.opposite:
      return !byStyle;
    default:
      return byStyle;
  }
}

/** The runs that touch a stretch of bytes; runs are in order. */
function* runsWithin(runs: readonly PropertyRun[], from: number, to: number): Generator<PropertyRun> {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < runs.length; i++) {
    const run = runs[i];
    if (!run || run.start >= to) return;
    yield run;
  }
}
