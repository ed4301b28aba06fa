import type { PdfiumDocument } from './pdfium-document.js';

/** FPDF_PAGEOBJ_TEXT, _PATH, _IMAGE, _FORM. */
const [text, path, image, form] = [1, 2, 3, 5];
/** Print turned into outlines has many; a page with a frame and a rule has few. */
const pathsOfPrint = 50;

/** Whether there is anything on a page that could be print: a picture, outlines, characters of unknown fonts. */
export function mayHoldPrint({ module }: PdfiumDocument, page: number): boolean {
  let paths = 0;
  for (let i = module._FPDFPage_CountObjects(page) - 1; i >= 0; i--) {
    const type = module._FPDFPageObj_GetType(module._FPDFPage_GetObject(page, i));
    if (type === text || type === image || type === form) return true;
    if (type === path && ++paths >= pathsOfPrint) return true;
  }
  return false;
}
