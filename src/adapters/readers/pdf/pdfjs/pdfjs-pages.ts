import type { PlacedText } from '../../shared/layout/placed-text.js';
import type { PdfPages } from '../pdf-pages.js';
import { drawPage } from './draw-page.js';
import { drawsSomething } from './draws-something.js';
import { placeFields } from './form-fields.js';
import { openPdf } from './open-pdf.js';
import type { PdfDocument, PdfPage } from './pdf-document.js';
import { placeText } from './placed-text.js';

/** Opens a PDF with pdf-parse. Throws `file-encrypted` or `file-damaged`. */
export async function openWithPdfParse(bytes: Uint8Array): Promise<PdfPages> {
  const { document, close } = await openPdf(bytes);
  let hasForm: Promise<boolean> | null = null;
  return {
    count: document.numPages,
    async read(number) {
      hasForm ??= document.getFieldObjects().then(
        (fields) => fields !== null,
        () => false,
      );
      const pieces = await readPieces(document, number, await hasForm);
      return { pieces, rulings: { level: [], upright: [] }, mayLackText: false, unseen: 0 };
    },
    mayHoldPrint: (number) => withPage(document, number, drawsSomething),
    draw: (number) => withPage(document, number, drawPage),
    close: () => close().catch(() => undefined),
  };
}

async function withPage<Result>(
  document: PdfDocument,
  number: number,
  work: (page: PdfPage) => Promise<Result>,
): Promise<Result> {
  const page = await document.getPage(number);
  try {
    return await work(page);
  } finally {
    page.cleanup();
  }
}

async function readPieces(document: PdfDocument, number: number, hasForm: boolean): Promise<PlacedText[]> {
  const page = await document.getPage(number);
  try {
    const { transform } = page.getViewport({ scale: 1 });
    const pieces = placeText(await page.getTextContent(), transform);
    if (hasForm) pieces.push(...placeFields(await page.getAnnotations(), transform));
    return pieces;
  } finally {
    page.cleanup();
  }
}
