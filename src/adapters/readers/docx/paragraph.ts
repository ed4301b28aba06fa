import { limits } from '../limits.js';
import { tooLong } from '../reader.js';
import type { ListNumbers } from '../shared/list-numbers.js';
import type { Styles } from './styles.js';

/** A paragraph while its runs come in. */
export class Paragraph {
  style: string | null = null;
  numId: string | null = null;
  level: number | null = null;
  /** The author of a change struck out its end: it runs on into the next. */
  endDeleted = false;
  hiddenByStyle = false;
  /** Something is drawn under its words. */
  isShaded = false;
  #text = '';

  get text(): string {
    return this.#text;
  }

  add(text: string): void {
    this.#text += text;
    if (this.#text.length > limits.characters) throw tooLong();
  }

  /** What the list it belongs to puts before it. */
  label(numbers: ListNumbers, styles: Styles): string {
    const byStyle = styles.list(this.style);
    const numId = this.numId ?? byStyle?.numId;
    if (numId === undefined || numId === '0') return '';
    const styleLevel = byStyle && (numbers.levelOfStyle(numId, byStyle.style) ?? byStyle.level);
    return numbers.next(numId, this.level ?? styleLevel ?? 0);
  }
}
