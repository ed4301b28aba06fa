import { finishLine, gatherLines, joinRows, type PageLine } from '../shared/layout/page-lines.js';
import { inReadingOrder } from '../shared/layout/reading-order.js';
import { placeFields } from './form-fields.js';
import type { PdfDocument } from './pdf-document.js';
import { placeText } from './placed-text.js';

/** The lines of one page in reading order. */
export async function readPage(document: PdfDocument, number: number, hasForm: boolean): Promise<PageLine[]> {
  const page = await document.getPage(number);
  try {
    const { transform } = page.getViewport({ scale: 1 });
    const pieces = placeText(await page.getTextContent(), transform);
    if (hasForm) pieces.push(...placeFields(await page.getAnnotations(), transform));
    return joinRows(inReadingOrder(gatherLines(pieces)))
      .map(finishLine)
      .filter((line) => line.text.trim() !== '');
  } finally {
    page.cleanup();
  }
}
