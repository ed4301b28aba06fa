import { pageMap } from './page-map.js';
import { type PdfiumDocument, withPage } from './pdfium-document.js';

/** A page as a picture: four bytes a pixel (red, green, blue, opacity), row by row from the top. */
interface RenderedPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Pixels to a point, for the way back from places on the picture to places on the page. */
  readonly scale: number;
}

/** FPDFBitmap_BGRx. */
const bgrx = 3;
const white = 0xffffffff;
/** FPDF_ANNOT: stamps and filled-in fields are part of what is seen. */
const withAnnotations = 1;
/** A page of any size becomes a picture of at most so many pixels: A4 at 300 dpi has 8.7 million. */
const mostPixels = 9e6;

/**
 * Draws page `number` (from 1) at `dpi` dots an inch, as it is looked at: turned and cut like on screen. A huge page comes
 * at a lower resolution, so take `scale` from the answer. Throws `file-damaged` for a page that cannot be loaded.
 */
export function renderPage(document: PdfiumDocument, number: number, dpi: number): RenderedPage {
  return withPage(document, number, (page) => {
    const { module } = document;
    const size = pageMap(document, page);
    const scale = Math.min(dpi / 72, Math.sqrt(mostPixels / Math.max(size.width * size.height, 1)));
    const width = Math.max(1, Math.round(size.width * scale));
    const height = Math.max(1, Math.round(size.height * scale));
    const stride = width * 4;
    const buffer = module._malloc(stride * height);
    if (buffer === 0) throw new RangeError('no memory for the picture of a page');
    try {
      const bitmap = module._FPDFBitmap_CreateEx(width, height, bgrx, buffer, stride);
      module._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
      module._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations);
      module._FPDFBitmap_Destroy(bitmap);
      const colours = module.HEAPU8.subarray(buffer, buffer + stride * height);
      return { width, height, data: rgbaOf(colours), scale };
    } finally {
      module._free(buffer);
    }
  });
}

function rgbaOf(bgrx: Uint8Array): Uint8Array {
  const data = new Uint8Array(bgrx.length);
  for (let at = 0; at < bgrx.length; at += 4) {
    data[at] = bgrx[at + 2] ?? 0;
    data[at + 1] = bgrx[at + 1] ?? 0;
    data[at + 2] = bgrx[at] ?? 0;
    data[at + 3] = 255;
  }
  return data;
}
