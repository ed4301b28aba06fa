import { ReadFault } from '../../reader.js';
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

/** Opens a PDF with PDFium. Throws `file-encrypted` or `file-damaged`, and whatever kept PDFium from loading or working. */
export async function openWithPdfium(bytes: Uint8Array): Promise<PdfPages> {
  const document = await guarded(() => openPdfium(bytes));
  const form = await guarded(async () => openForm(document));
  return {
    count: document.pageCount,
    read: (number) =>
      guarded(async () =>
        withPage(document, number, (page): PdfPage => {
          const { transform } = pageMap(document, page);
          const characters = charactersOf(document, page);
          const pieces = placeCharacters(characters, transform);
          pieces.push(...form.values(page, transform));
          const rulings = rulingsOf(document, page, transform);
          return { pieces, rulings, mayLackText: lacksText(document, page, characters) };
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

/** Anything but a fault of the file is a trap or want of memory: what PDFium's memory holds is then worth nothing. */
async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof ReadFault)) discardPdfium();
    throw thrown;
  }
}
