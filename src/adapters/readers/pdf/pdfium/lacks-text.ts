import type { Character } from './characters.js';
import type { PdfiumDocument } from './pdfium-document.js';

/** FPDF_PAGEOBJ_TEXT and FPDF_PAGEOBJ_FORM, in which there may be text. */
const textObject = 1;
const formObject = 5;
const noWidth = 0.01;

/**
 * Whether text is drawn that PDFium did not hand over. It passes over text objects whose outline has no width: turned or
 * vertical text in a font that is neither in the file nor known to it, so that the glyphs have no outline.
 */
export function lacksText(document: PdfiumDocument, page: number, characters: readonly Character[]): boolean {
  if (characters.length === 0) return draws(document, page, () => true);
  if (characters.every(({ drawing }) => drawing.matrix[1] === 0 && !drawing.isVertical)) return false;
  const seen = new Set(characters.map(({ drawing }) => drawing.object));
  return draws(document, page, (object) => !seen.has(object) && widthOf(document, object) < noWidth);
}

function draws({ module }: PdfiumDocument, page: number, counts: (object: number) => boolean): boolean {
  for (let i = module._FPDFPage_CountObjects(page) - 1; i >= 0; i--) {
    const object = module._FPDFPage_GetObject(page, i);
    const type = module._FPDFPageObj_GetType(object);
    if ((type === textObject || type === formObject) && counts(object)) return true;
  }
  return false;
}

function widthOf({ module, scratch }: PdfiumDocument, object: number): number {
  const [left, bottom, right, top] = [scratch, scratch + 4, scratch + 8, scratch + 12];
  if (module._FPDFPageObj_GetBounds(object, left, bottom, right, top) === 0) return 0;
  return (module.HEAPF32[right >> 2] ?? 0) - (module.HEAPF32[left >> 2] ?? 0);
}
