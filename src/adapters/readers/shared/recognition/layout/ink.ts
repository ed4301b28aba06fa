import { type GreyImage, inkThreshold, type PixelBox } from '../image/grey-image.js';

/** Where there is ink: 1, else 0, row by row. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly at: Uint8Array;
}

export function inkOf(image: GreyImage): Ink {
  const { width, height, data } = image;
  const threshold = inkThreshold(image);
  const dark = new Uint8Array(data.length);
  for (let i = 0; i < dark.length; i++) dark[i] = (data[i] ?? 255) <= threshold ? 1 : 0;
  // A speck without neighbours is the scanner's.
  const at = dark.slice();
  const last = data.length - width - 1;
  for (let i = width + 1; i < last; i++) {
    if (dark[i] !== 1) continue;
    const beside = (dark[i - 1] ?? 0) + (dark[i + 1] ?? 0) + (dark[i - width] ?? 0) + (dark[i + width] ?? 0);
    if (beside === 0) at[i] = 0;
  }
  return { width, height, at };
}

/** Ink pixels of each row of a box. */
export function rowSums({ at, width }: Ink, { left, top, right, bottom }: PixelBox): Uint32Array {
  const sums = new Uint32Array(bottom - top);
  for (let y = top; y < bottom; y++) {
    let sum = 0;
    for (let x = left; x < right; x++) sum += at[y * width + x] ?? 0;
    sums[y - top] = sum;
  }
  return sums;
}

/** Ink pixels of each column of a box. */
export function columnSums({ at, width }: Ink, { left, top, right, bottom }: PixelBox): Uint32Array {
  const sums = new Uint32Array(right - left);
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) sums[x - left] = (sums[x - left] ?? 0) + (at[y * width + x] ?? 0);
  return sums;
}

/** A stretch of places, its end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches in which a sum is above a floor; gaps of up to `bridge` places do not part them. */
export function stretches(sums: ArrayLike<number>, floor: number, bridge: number): Stretch[] {
  const found: { from: number; to: number }[] = [];
  for (let i = 0; i < sums.length; i++) {
    if ((sums[i] ?? 0) <= floor) continue;
    const last = found.at(-1);
    if (last && i - last.to <= bridge) last.to = i + 1;
    else found.push({ from: i, to: i + 1 });
  }
  return found;
}

/** Strokes of print are narrow: pixels of ink that lie in runs of at most so many, by the page's width. */
const widestStroke = 0.03;
const leastStrokes = 0.3;

/** Whether ink looks like strokes of print. On a photograph, or on a page that shows through, it lies in wide patches. */
export function looksPrinted({ width, height, at }: Ink): boolean {
  const widest = Math.max(20, width * widestStroke);
  let [strokes, all] = [0, 0];
  for (let y = 0; y < height; y++) {
    let run = 0;
    for (let x = 0; x <= width; x++) {
      if (x < width && at[y * width + x] === 1) {
        run++;
        continue;
      }
      all += run;
      if (run <= widest) strokes += run;
      run = 0;
    }
  }
  return all > 0 && strokes > all * leastStrokes;
}
