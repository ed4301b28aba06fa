import { phrase } from '../../../../domain/phrase.js';
import { limits } from '../../limits.js';
import { damaged, ReadFault, tooMuch } from '../../reader.js';
import { judge, type Quality, visibleCharacters } from '../quality.js';
import { Assembly } from './assemble.js';
import { linesIn, type PageBlock } from './page-blocks.js';
import { isFurnitureOnly } from './page-furniture.js';
import type { RecognizedPage } from './recognized-page.js';

/** With less than this share of the characters on readable pages, the readable ones are page numbers, not a document. */
const leastReadable = 0.1;
/** A page that was recognised with less confidence is no print. */
const leastConfidence = 50;

/** Throws `file-unpacked-too-large` for more pages than the limit. */
export function checkPages(count: number): void {
  if (count > limits.pages)
    throw tooMuch(phrase(`超过 ${limits.pages} 页`, `more than ${limits.pages} pages`));
}

/** What the text of a page is worth; a page of nothing but its number is blank. */
export function judgeBlocks(blocks: readonly PageBlock[]): Quality {
  const text = linesIn(blocks)
    .map((line) => line.text)
    .join('\n');
  return isFurnitureOnly(text) ? 'blank' : judge(text, 'fonts');
}

/**
 * Takes the pages of a document whose characters come through fonts, one after another. A page that is damaged, garbled
 * or without text is a warning with its place; a document without any readable page is a fault.
 */
export class JudgedPages {
  readonly #assembly = new Assembly();
  #good = 0;
  #garbled = 0;
  #damaged = 0;

  /**
   * What stands on a page in reading order; null for one that could not be read.
   * @param unseen characters that nobody sees and that were left out
   */
  add(blocks: readonly PageBlock[] | null, unseen = 0): void {
    this.#add(blocks);
    if (unseen > 0) this.#assembly.warn('text-unseen', { count: unseen });
  }

  #add(blocks: readonly PageBlock[] | null): void {
    if (blocks === null) {
      this.#damaged++;
      this.#assembly.addUnread('page-damaged');
      return;
    }
    const quality = judgeBlocks(blocks);
    const visible = visibleIn(blocks);
    if (quality === 'blank') {
      this.#assembly.addUnread('page-no-text');
    } else if (quality === 'garbled') {
      this.#garbled += visible;
      this.#assembly.addUnread('page-garbled');
    } else {
      this.#good += visible;
      this.#assembly.add(blocks);
    }
  }

  /** Takes a page as it was recognised and says that it was; false where there is no print on it, and it is not taken. */
  addRecognized({ blocks, confidence, unreadable }: RecognizedPage): boolean {
    if (judgeBlocks(blocks) !== 'good' || confidence < leastConfidence) return false;
    this.#good += visibleIn(blocks);
    this.#assembly.add(blocks);
    this.#assembly.warn('page-recognized');
    if (unreadable > 0) this.#assembly.warn('lines-unreadable', { count: unreadable });
    return true;
  }

  /** A page on which nothing is drawn. */
  addEmpty(): void {
    this.#assembly.add([]);
  }

  /** All pages as one text. Throws `file-damaged` or `file-garbled` where that is all there was. */
  finish(): Assembly {
    if (this.#good === 0 && this.#garbled === 0 && this.#damaged > 0)
      throw damaged(phrase('页面内容无法解析', 'its pages cannot be parsed'));
    if (this.#garbled > 0 && this.#good < (this.#good + this.#garbled) * leastReadable) {
      throw new ReadFault('file-garbled');
    }
    return this.#assembly;
  }
}

function visibleIn(blocks: readonly PageBlock[]): number {
  const texts = linesIn(blocks).map((line) => line.text);
  return visibleCharacters(texts.join(''));
}
