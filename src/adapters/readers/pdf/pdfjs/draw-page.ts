import { canvasPackage, type DrawnCanvas } from '../../shared/recognition/image/canvas.js';
import { type DrawnPage, drawnDotsPerInch } from '../pdf-pages.js';
import type { PdfPage } from './pdf-document.js';

const pointsPerInch = 72;
const workingPixels = 9_000_000;

/** Draws a page as it is looked at. */
export async function drawPage(page: PdfPage): Promise<DrawnPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(
    drawnDotsPerInch / pointsPerInch,
    Math.sqrt(workingPixels / Math.max(1, width * height)),
  );
  const viewport = page.getViewport({ scale });
  const canvas: DrawnCanvas = canvasPackage().createCanvas(
    Math.max(1, Math.floor(viewport.width)),
    Math.max(1, Math.floor(viewport.height)),
  );
  await page.render({ canvas, viewport }).promise;
  return {
    picture: canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height),
    points: 1 / scale,
  };
}
