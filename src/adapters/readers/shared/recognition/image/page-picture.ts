import { type GreyImage, inkThreshold } from './grey-image.js';

/** Coloured pixels, four bytes each (red, green, blue, opacity), row by row from the upper left corner. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Of the red-difference of a pixel (Cr of ITU-R BT.601, 0 to 127): from here on it is a seal's ink. */
const sealRed = 30;
const dark = 110;
/** A letterhead in red stands in this upper share of a page, with nothing black beside it. */
const headShare = 0.45;
/** Of the way from ink to paper: what is brighter is paper, with its grain. */
const paperFrom = 0.65;

/** Brightness and redness of each pixel: scanners keep colours at half the sharpness, brightness in full. */
interface Planes {
  readonly brightness: Float32Array;
  readonly redness: Float32Array;
}

function planesOf({ width, height, data }: PagePicture): Planes {
  const [brightness, redness] = [new Float32Array(width * height), new Float32Array(width * height)];
  for (let i = 0; i < brightness.length; i++) {
    const opacity = (data[i * 4 + 3] ?? 255) / 255;
    const channel = (n: number) => 255 - (255 - (data[i * 4 + n] ?? 255)) * opacity;
    const [red, green, blue] = [channel(0), channel(1), channel(2)];
    brightness[i] = 0.299 * red + 0.587 * green + 0.114 * blue;
    redness[i] = Math.max(0, 0.5 * red - 0.4187 * green - 0.0813 * blue);
  }
  return { brightness, redness };
}

const middleOf = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** The redness and brightness of a seal's ink on white paper; null where there is none. */
function sealInk({ brightness, redness }: Planes): { redness: number; brightness: number } | null {
  const [reds, brights]: [number[], number[]] = [[], []];
  for (let i = 0; i < redness.length; i += 3) if ((redness[i] ?? 0) > sealRed) reds.push(redness[i] ?? 0);
  if (reds.length < redness.length / 15_000) return null;
  const full = middleOf(reds);
  for (let i = 0; i < redness.length; i += 3)
    if ((redness[i] ?? 0) >= full * 0.9) brights.push(brightness[i] ?? 0);
  return { redness: full, brightness: middleOf(brights) };
}

/**
 * Grey values without seals and paper. Under a seal a pixel is held against the brightness of the seal's ink instead of
 * that of paper, so that black print stays and the seal goes. The red letters at the head of an official document are kept.
 */
export function greyWithoutSeals(picture: PagePicture): GreyImage {
  const { width, height } = picture;
  const planes = planesOf(picture);
  const { brightness, redness } = planes;
  const ink = sealInk(planes);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const keep = ink === null || (y < height * headShare && isRedHead(planes, start, width));
    for (let i = start; i < start + width; i++) {
      const tint = keep ? 0 : Math.min(1, (redness[i] ?? 0) / ink.redness);
      const ground = keep ? 255 : 255 + (ink.brightness - 255) * tint;
      data[i] = Math.min(255, ((brightness[i] ?? 255) * 255) / ground);
    }
  }
  return whitened({ width, height, data });
}

/** Paper made white; ink keeps its soft edges. */
function whitened(image: GreyImage): GreyImage {
  const threshold = inkThreshold(image);
  const bright = image.data.filter((value) => value > threshold);
  const paper = bright.reduce((sum, value) => sum + value, 0) / Math.max(1, bright.length);
  const white = threshold + (paper - threshold) * paperFrom;
  const scale = 255 / Math.max(1, white);
  return { ...image, data: image.data.map((value) => Math.min(255, value * scale)) };
}

function isRedHead({ brightness, redness }: Planes, start: number, width: number): boolean {
  let reds = 0;
  for (let i = start; i < start + width; i++) {
    if ((redness[i] ?? 0) > sealRed) reds++;
    else if ((brightness[i] ?? 255) < dark) return false;
  }
  return reds > 0;
}
