import { blankImage, type GreyImage, inkThreshold } from './grey-image.js';

/** Degrees that a page lies askew on a scanner's glass at most; more is another way to lie. */
const mostDegrees = 6;
/** The picture is looked at this wide. */
const lookWidth = 700;

interface Ink {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Points of ink on the picture made small. */
function inkOf(image: GreyImage): Ink {
  const step = Math.max(1, Math.round(Math.max(image.width, image.height) / (lookWidth * 1.4)));
  const threshold = inkThreshold(image);
  const [xs, ys]: [number[], number[]] = [[], []];
  const [width, height] = [Math.floor(image.width / step), Math.floor(image.height / step)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((image.data[y * step * image.width + x * step] ?? 255) > threshold) continue;
      xs.push(x);
      ys.push(y);
    }
  }
  return { xs, ys, width, height };
}

/** How sharply ink gathers into rows when the page is turned back by an angle. */
function sharpness(
  along: readonly number[],
  across: readonly number[],
  length: number,
  degrees: number,
): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Float64Array(length * 2);
  const shift = length / 2;
  for (const [i, x] of along.entries()) {
    const row = Math.round((across[i] ?? 0) - x * slope + shift);
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row++) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sum;
}

function best(candidates: readonly number[], score: (degrees: number) => number): [number, number] {
  let found: [number, number] = [0, score(0)];
  for (const degrees of candidates) {
    const points = score(degrees);
    if (points > found[1]) found = [degrees, points];
  }
  return found;
}

const around = (centre: number, reach: number, step: number): number[] =>
  Array.from({ length: Math.round((2 * reach) / step) + 1 }, (_v, i) => centre - reach + i * step);

const coarse = around(0, mostDegrees, 0.5);

/** Whether lines of text run up and down: ink gathers into columns more sharply than into rows. */
export function isUpended(image: GreyImage): boolean {
  const { xs, ys, width, height } = inkOf(image);
  const [lying, standing] = [
    best(coarse, (degrees) => sharpness(xs, ys, height, degrees)),
    best(coarse, (degrees) => sharpness(ys, xs, width, -degrees)),
  ];
  return standing[1] > lying[1];
}

/** By how many degrees clockwise lines are askew: at their angle ink gathers into rows best. */
export function skewOf(image: GreyImage): number {
  const { xs, ys, height } = inkOf(image);
  const score = (degrees: number) => sharpness(xs, ys, height, degrees);
  const [degrees] = best(around(best(coarse, score)[0], 0.5, 0.1), score);
  return Math.abs(degrees) < 0.15 ? 0 : degrees;
}

/** Turned back by an angle about its middle, so that what was askew is level. The size stays. */
export function levelled(image: GreyImage, degrees: number): GreyImage {
  if (degrees === 0) return image;
  const { width, height, data } = image;
  const result = blankImage(width, height);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = middleX + (x - middleX) * cos - (y - middleY) * sin;
      const fromY = middleY + (x - middleX) * sin + (y - middleY) * cos;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [right, down] = [fromX - left, fromY - top];
      const at = top * width + left;
      const above = (data[at] ?? 255) * (1 - right) + (data[at + 1] ?? 255) * right;
      const below = (data[at + width] ?? 255) * (1 - right) + (data[at + width + 1] ?? 255) * right;
      result.data[y * width + x] = above * (1 - down) + below * down;
    }
  }
  return result;
}
