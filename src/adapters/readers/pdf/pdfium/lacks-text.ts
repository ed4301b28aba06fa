import type { Character } from './characters.js';
import type { PdfiumDocument } from './pdfium-document.js';

/** FPDF_PAGEOBJ_TEXT and FPDF_PAGEOBJ_FORM, in which there may be text. */
const textObject = 1;
const formObject = 5;
const noWidth = 0.01;
/** Fonts that PDFium has outlines for, or puts its own in the place of. */
const known = /arial|helvetica|times|courier|symbol|dingbats|calibri|cambria|verdana|tahoma|georgia/i;

/**
 * Whether text is drawn that PDFium did not hand over. It passes over text objects whose outline has no width: a single
 * character, or turned or vertical text, in a Chinese font that is not in the file, so that its glyphs have no outline.
 */
export function lacksText(document: PdfiumDocument, page: number, characters: readonly Character[]): boolean {
  if (characters.length === 0) return draws(document, page, () => true);
  const seen = new Set(characters.map(({ drawing }) => drawing.object));
  const fonts = new Map<number, boolean>();
  return draws(document, page, (object) => {
    if (seen.has(object) || widthOf(document, object) >= noWidth) return false;
    const font = document.module._FPDFTextObj_GetFont(object);
    const isDrawn = fonts.get(font) ?? outlinesOf(document, font);
    fonts.set(font, isDrawn);
    return !isDrawn;
  });
}

/** Whether PDFium can draw the glyphs of a text object. */
export const hasOutlines = (document: PdfiumDocument, object: number): boolean =>
  outlinesOf(document, document.module._FPDFTextObj_GetFont(object));

function draws({ module }: PdfiumDocument, page: number, counts: (object: number) => boolean): boolean {
  for (let i = module._FPDFPage_CountObjects(page) - 1; i >= 0; i--) {
    const object = module._FPDFPage_GetObject(page, i);
    const type = module._FPDFPageObj_GetType(object);
    if ((type === textObject || type === formObject) && counts(object)) return true;
  }
  return false;
}

function widthOf({ module, scratch }: PdfiumDocument, object: number): number {
  if (module._FPDFPageObj_GetType(object) !== textObject) return Number.POSITIVE_INFINITY;
  const [left, bottom, right, top] = [scratch, scratch + 4, scratch + 8, scratch + 12];
  if (module._FPDFPageObj_GetBounds(object, left, bottom, right, top) === 0) return 0;
  return (module.HEAPF32[right >> 2] ?? 0) - (module.HEAPF32[left >> 2] ?? 0);
}

function outlinesOf({ module, scratch }: PdfiumDocument, font: number): boolean {
  if (font === 0 || module._FPDFFont_GetIsEmbedded(font) === 1) return true;
  const bytes = Math.min(module._FPDFFont_GetBaseFontName(font, scratch, 64), 64);
  return known.test(Buffer.from(module.HEAPU8.slice(scratch, scratch + bytes)).toString('latin1'));
}
