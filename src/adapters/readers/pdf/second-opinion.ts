import { judgeLines } from '../shared/layout/judged-pages.js';
import type { PageLine } from '../shared/layout/page-lines.js';
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
  async better(first: PdfPage | null, number: number): Promise<readonly PageLine[] | null> {
    if (first !== null && !isDoubtful(first)) return first.lines;
    this.#pages ??= openWithPdfParse(this.#bytes).catch(() => null);
    const pages = await this.#pages;
    const second = await pages?.read(number).catch(() => null);
    if (!second || !first) return second?.lines ?? first?.lines ?? null;
    return isBetter(second.lines, first.lines) ? second.lines : first.lines;
  }

  async close(): Promise<void> {
    await (await this.#pages)?.close();
  }
}

/** A page without any text is no doubt as long as nothing on it could be text: it is a picture. */
const isDoubtful = ({ lines, mayLackText }: PdfPage) => mayLackText || judgeLines(lines) === 'garbled';

function isBetter(second: readonly PageLine[], first: readonly PageLine[]): boolean {
  if (judgeLines(second) !== 'good') return false;
  return judgeLines(first) !== 'good' || lengthOf(second) > lengthOf(first);
}

const lengthOf = (lines: readonly PageLine[]): number =>
  visibleCharacters(lines.map(({ text }) => text).join(''));
