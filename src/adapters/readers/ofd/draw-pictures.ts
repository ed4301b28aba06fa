import type { Box } from '../shared/layout/placed-text.js';
import { canvasPackage } from '../shared/recognition/image/canvas.js';
import type { PagePicture } from '../shared/recognition/image/page-picture.js';
import { checkPictureSize, statedSize } from '../shared/recognition/image/picture-size.js';
import type { Pictures } from './pictures.js';

/** A picture on a page, in points from the page's upper left corner. */
export interface PlacedPicture {
  readonly resource: string;
  readonly box: Box;
}

/** As many dots an inch as recognition reads best; a huge page gets fewer. */
const dotsPerInch = 200;
const mostPixels = 9_000_000;

/**
 * The pictures of a page drawn where they stand, and points a pixel; null where none could be drawn. A picture in a format
 * that is not known here is left out.
 */
export async function drawPictures(
  pictures: Pictures,
  placed: readonly PlacedPicture[],
  size: readonly [width: number, height: number],
): Promise<{ readonly picture: PagePicture; readonly points: number } | null> {
  const [width, height] = size;
  if (!(width > 1 && height > 1)) return null;
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (width * height)));
  const { createCanvas, loadImage } = canvasPackage();
  const canvas = createCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  let drawn = 0;
  for (const { resource, box } of placed) {
    const bytes = pictures.bytes(resource);
    const stated = bytes && statedSize(bytes);
    if (!bytes || !stated) continue;
    checkPictureSize(stated);
    const image = await loadImage(bytes).catch(() => null);
    if (!image) continue;
    const [x0, y0, x1, y1] = box;
    context.drawImage(image, x0 * scale, y0 * scale, (x1 - x0) * scale, (y1 - y0) * scale);
    drawn++;
  }
  if (drawn === 0) return null;
  return { picture: context.getImageData(0, 0, canvas.width, canvas.height), points: 1 / scale };
}
