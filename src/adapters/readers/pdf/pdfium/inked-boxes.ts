import { drawnDotsPerInch } from '../pdf-pages.js';
import type { Character } from './characters.js';
import type { PageMap } from './page-map.js';
import type { PdfiumDocument } from './pdfium-document.js';
import { paper } from './plain-colour.js';
import { renderPage } from './render-page.js';

/** Tells of a character of page `number` whether anything but white is seen in its box once the page is drawn. */
export function inkFinder(
  document: PdfiumDocument,
  number: number,
  { transform: [a, b, c, d, e, f] }: PageMap,
): (character: Character) => boolean {
  const { width, height, data, scale } = renderPage(document, number, drawnDotsPerInch / 2);
  const inside = (value: number, most: number) => Math.max(0, Math.min(most, value));
  return ({ box: [x0, y0, x1, y1] }) => {
    const xs = [a * x0 + c * y0 + e, a * x1 + c * y1 + e].map((x) => x * scale);
    const ys = [b * x0 + d * y0 + f, b * x1 + d * y1 + f].map((y) => y * scale);
    const [left, right] = [
      inside(Math.floor(Math.min(...xs)), width),
      inside(Math.ceil(Math.max(...xs)), width),
    ];
    const [top, bottom] = [
      inside(Math.floor(Math.min(...ys)), height),
      inside(Math.ceil(Math.max(...ys)), height),
    ];
    for (let y = top; y < bottom; y++)
      for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4)
        if (Math.min(data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255) < paper) return true;
    return false;
  };
}
