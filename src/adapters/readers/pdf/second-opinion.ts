import { judgeBlocks } from '../shared/layout/judged-pages.js';
import { blocksOf, linesIn, type PageBlock } from '../shared/layout/page-blocks.js';
import { visibleCharacters } from '../shared/quality.js';
import type { PdfPage, PdfPages } from './pdf-pages.js';
import { openWithPdfParse } from './pdfjs/pdfjs-pages.js';

/** Asks pdf-parse about the pages that PDFium cannot read or misreads; the file is opened again with the first of them. */
export class SecondOpinion {
  readonly #bytes: Uint8Array;
  #pages: Promise<PdfPages | null> | null = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The better reading of a page; null where there is none. */
  async better(first: PdfPage | null, number: number): Promise<readonly PageBlock[] | null> {
    const blocks = first && blocksOf(first.pieces, first.rulings);
    if (first && blocks && !isDoubtful(first, blocks)) return blocks;
    this.#pages ??= openWithPdfParse(this.#bytes).catch(() => null);
    const pages = await this.#pages;
    const second = await pages?.read(number).catch(() => null);
    if (!second) return blocks;
    // Both see a page in the same places, so the lines that PDFium found hold for the other's text.
    const others = blocksOf(second.pieces, first?.rulings ?? second.rulings);
    return blocks && !isBetter(others, blocks) ? blocks : others;
  }

  async close(): Promise<void> {
    await (await this.#pages)?.close();
  }
}

/** Of a page's characters: less that nobody sees is no reason to believe that a garbled rest is meant to be so. */
const muchUnseen = 0.1;

/**
 * A page without any text is no doubt as long as nothing on it could be text: it is a picture. pdf-parse does not know what
 * nobody sees, so that a page with such text is left to PDFium, unless it is garbled and hides next to nothing.
 */
function isDoubtful({ mayLackText, unseen }: PdfPage, blocks: readonly PageBlock[]): boolean {
  if (unseen === 0 && mayLackText) return true;
  return unseen <= (unseen + lengthOf(blocks)) * muchUnseen && judgeBlocks(blocks) === 'garbled';
}

function isBetter(second: readonly PageBlock[], first: readonly PageBlock[]): boolean {
  if (judgeBlocks(second) !== 'good') return false;
  return judgeBlocks(first) !== 'good' || lengthOf(second) > lengthOf(first);
}

const lengthOf = (blocks: readonly PageBlock[]): number =>
  visibleCharacters(
    linesIn(blocks)
      .map(({ text }) => text)
      .join(''),
  );
