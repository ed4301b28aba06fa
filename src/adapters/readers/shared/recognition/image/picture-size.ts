import { phrase } from '../../../../../domain/phrase.js';
import { damaged, tooMuch } from '../../../reader.js';

/** A picture of more pixels is not decoded: A3 at 600 dpi has 70 million. */
const mostPixels = 80_000_000;
/** What recognition works on: A4 at 300 dpi. More only takes longer. */
const workingPixels = 9_000_000;
/** Print in a smaller picture is enlarged, up to so many times. */
const leastWidth = 1_240;
const mostEnlarged = 2.5;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Width and height as the file's head says, before anything is decoded; null where no decoder here would know it. */
export function statedSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  try {
    if (text(1, 4) === 'PNG') return { width: view.getUint32(16), height: view.getUint32(20) };
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSize(view);
    if (text(0, 4) === 'GIF8') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    return null;
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

/** From the first frame header (SOF); the segments before it are skipped by their lengths. */
function jpegSize(view: DataView): Size | null {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Throws `file-unpacked-too-large` for a picture that would not fit into memory, `file-damaged` for one without a size. */
export function checkPictureSize(size: Size | null): void {
  if (!size || size.width < 1 || size.height < 1)
    throw damaged(phrase('图片的尺寸读不出来', 'the picture does not say its size'));
  if (size.width * size.height > mostPixels)
    throw tooMuch(
      phrase(
        `图片超过 ${mostPixels / 1_000_000} 百万像素`,
        `a picture of more than ${mostPixels / 1_000_000} million pixels`,
      ),
    );
}

/** By how much a picture is enlarged or reduced to be recognised. */
export function workingScale({ width, height }: Size): number {
  const reduced = Math.min(1, Math.sqrt(workingPixels / (width * height)));
  const enlarged = Math.min(mostEnlarged, leastWidth / Math.min(width, height), reduced * 4);
  return Math.max(reduced, Math.min(enlarged, Math.sqrt(workingPixels / (width * height))));
}
