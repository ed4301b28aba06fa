import type { ReadWarning, SourceText } from '../../../../domain/source-text.js';
import { readWarning, type WarningCode } from '../../../../domain/warnings.js';
import { limits } from '../../limits.js';
import { tooLong } from '../../reader.js';
import type { PageLine } from './page-lines.js';

const rounded = (n: number) => Math.round(n * 10) / 10;

/** Puts pages together into one text: a line feed between lines, a form feed between pages, each line with its box. */
export class Assembly {
  readonly pages: SourceText['pages'] = [];
  readonly lines: SourceText['lines'] = [];
  readonly warnings: ReadWarning[] = [];
  readonly #texts: string[] = [];
  #length = 0;

  add(lines: readonly PageLine[]): void {
    const number = this.pages.length + 1;
    if (number > 1) this.#length++;
    const start = this.#length;
    for (const [i, { text, box }] of lines.entries()) {
      if (i > 0) this.#length++;
      const [x0, y0, x1, y1] = box;
      const end = this.#length + text.length;
      this.lines.push({
        start: this.#length,
        end,
        page: number,
        box: [rounded(x0), rounded(y0), rounded(x1), rounded(y1)],
      });
      this.#length = end;
    }
    if (this.#length > limits.characters) throw tooLong();
    this.pages.push({ number, start, end: this.#length });
    this.#texts.push(lines.map(({ text }) => text).join('\n'));
  }

  /** A page that could not be read: empty, and said so. */
  addUnread(code: WarningCode): void {
    this.add([]);
    this.warnings.push(readWarning(code, this.pages.length));
  }

  get text(): string {
    return this.#texts.join('\f');
  }
}
