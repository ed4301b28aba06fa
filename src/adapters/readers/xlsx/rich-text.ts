import { limits } from '../limits.js';
import { tooLong } from '../reader.js';
import { raised } from '../shared/raised.js';
import type { Attribute } from '../shared/xml-walk.js';

/** Reads a string of a workbook, plain or in runs, while its elements come. Readings above characters are left out. */
export class RichText {
  #text = '';
  #piece: string | null = null;
  #isRaised = false;
  #reading = 0;

  open(name: string, attribute: Attribute): void {
    if (name === 's:rPh') this.#reading++;
    else if (name === 's:r') this.#isRaised = false;
    else if (name === 's:vertAlign') this.#isRaised = attribute('val') === 'superscript';
    else if (name === 's:t' && this.#reading === 0) this.#piece = '';
  }

  characters(text: string): void {
    if (this.#piece === null) return;
    this.#piece += text;
    if (this.#text.length + this.#piece.length > limits.characters) throw tooLong();
  }

  close(name: string): void {
    if (name === 's:rPh') this.#reading--;
    if (name !== 's:t' || this.#piece === null) return;
    this.#text += this.#isRaised ? raised(this.#piece) : this.#piece;
    this.#piece = null;
  }

  /** The string so far; the next begins. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    this.#isRaised = false;
    return cellText(text);
  }
}

/** Characters as a cell shows them: `_x000D_` stands for a character that XML cannot hold; a tab would part cells. */
export function cellText(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\f\v]/g, ' ');
}
