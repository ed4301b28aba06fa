import type { Matrix } from '../../shared/layout/placed-text.js';
import type { PdfiumDocument } from './pdfium-document.js';

/** How a page is looked at: its size in points, and the map from its own units to points from the upper left corner. */
export interface PageMap {
  readonly width: number;
  readonly height: number;
  readonly transform: Matrix;
}

/** The map of a page that is cut to its crop box and turned by its /Rotate. */
export function pageMap({ module, scratch }: PdfiumDocument, page: number): PageMap {
  module._FPDF_GetPageBoundingBox(page, scratch);
  const [left = 0, top = 0, right = 0, bottom = 0] = module.HEAPF32.subarray(
    scratch >> 2,
    (scratch >> 2) + 4,
  );
  const [width, height] = [right - left, top - bottom];
  switch (module._FPDFPage_GetRotation(page)) {
    case 1:
      return { width: height, height: width, transform: [0, 1, 1, 0, -bottom, -left] };
    case 2:
      return { width, height, transform: [-1, 0, 0, 1, right, -bottom] };
    case 3:
      return { width: height, height: width, transform: [0, -1, -1, 0, top, right] };
    default:
      return { width, height, transform: [1, 0, 0, -1, -left, top] };
  }
}
