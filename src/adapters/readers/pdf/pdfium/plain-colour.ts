import type { PdfiumDocument } from './pdfium-document.js';

/** From this value on in each colour, of 255, ink cannot be told from paper; up to this opacity it is clear. */
export const paper = 245;
const clear = 12;

/** A colour as PDFium reports it. */
export interface Fill {
  /** The least of red, green and blue, of 255. */
  readonly darkest: number;
  readonly isClear: boolean;
  /** PDFium reports a shading, and a tiling pattern without colours of its own, as white. */
  readonly mayBePattern: boolean;
}

/** The colour in which an object is filled; null where it has none of its own. */
export function plainFill({ module, scratch }: PdfiumDocument, object: number): Fill | null {
  const [red, green, blue, opacity] = [scratch, scratch + 4, scratch + 8, scratch + 12];
  if (module._FPDFPageObj_GetFillColor(object, red, green, blue, opacity) === 0) return null;
  return reported(module.HEAPU32.subarray(scratch >> 2, (scratch >> 2) + 4));
}

/** The colour of an object's lines; null where it has none of its own. */
export function plainStroke({ module, scratch }: PdfiumDocument, object: number): Fill | null {
  const [red, green, blue, opacity] = [scratch, scratch + 4, scratch + 8, scratch + 12];
  if (module._FPDFPageObj_GetStrokeColor(object, red, green, blue, opacity) === 0) return null;
  return reported(module.HEAPU32.subarray(scratch >> 2, (scratch >> 2) + 4));
}

function reported([red = 0, green = 0, blue = 0, opacity = 255]: Uint32Array): Fill {
  const darkest = Math.min(red, green, blue);
  return { darkest, isClear: opacity <= clear, mayBePattern: darkest === 255 };
}
