import { ReadFault } from '../../reader.js';
import { visibleCharacters } from '../../shared/quality.js';
import { drawnDotsPerInch, type PdfPage, type PdfPages } from '../pdf-pages.js';
import { charactersOf } from './characters.js';
import { openForm } from './form-values.js';
import { lacksText } from './lacks-text.js';
import { mayHoldPrint } from './may-hold-print.js';
import { pageMap } from './page-map.js';
import { rulingsOf } from './page-rulings.js';
import { openPdfium, withPage } from './pdfium-document.js';
import { discardPdfium } from './pdfium-module.js';
import { placeCharacters } from './place-characters.js';
import { renderPage } from './render-page.js';
import { paintedCharacters, piecesInSight } from './visible-text.js';

/** Opens a PDF with PDFium. Throws `file-encrypted` or `file-damaged`, and whatever kept PDFium from loading or working. */
export async function openWithPdfium(bytes: Uint8Array): Promise<PdfPages> {
  const document = await guarded(() => openPdfium(bytes));
  const form = await guarded(async () => openForm(document));
  return {
    count: document.pageCount,
    read: (number) =>
      guarded(async () =>
        withPage(document, number, (page): PdfPage => {
          const map = pageMap(document, page);
          const characters = charactersOf(document, page);
          const shown = paintedCharacters(document, { page, number, map }, characters);
          const pieces = piecesInSight(placeCharacters(shown, map.transform), map);
          const unseen =
            printed(characters.map(({ text }) => text)) - printed(pieces.map(({ text }) => text));
          pieces.push(...form.values(page, map.transform));
          const rulings = rulingsOf(document, page, map.transform);
          return { pieces, rulings, mayLackText: lacksText(document, page, characters), unseen };
        }),
      ),
    mayHoldPrint: (number) =>
      guarded(async () => withPage(document, number, (page) => mayHoldPrint(document, page))),
    draw: (number) =>
      guarded(async () => {
        const { scale, ...picture } = renderPage(document, number, drawnDotsPerInch);
        return { picture, points: 1 / scale };
      }),
    async close() {
      await guarded(async () => {
        form.close();
        document.close();
      }).catch(() => undefined);
    },
  };
}

const printed = (texts: readonly string[]): number => visibleCharacters(texts.join(''));

/** Anything but a fault of the file is a trap or want of memory: what PDFium's memory holds is then worth nothing. */
async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof ReadFault)) discardPdfium();
    throw thrown;
  }
}
