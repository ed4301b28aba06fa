import { meanConfidence, type RecognitionEngine } from '../engine.js';
import { inkOf, rowSums, stretches } from '../layout/ink.js';
import { crop, type GreyImage, type PixelBox, turned } from './grey-image.js';
import { levelled, skewOf } from './skew.js';

/** A picture as it is to be read. */
export interface Upright {
  readonly image: GreyImage;
  /** Turned clockwise by so many quarters, then back by so many degrees. */
  readonly quarters: number;
  readonly degrees: number;
}

/** Turned by quarters and levelled. */
export function turnedUpright(picture: GreyImage, quarters: number): Upright {
  const image = turned(picture, quarters);
  const degrees = skewOf(image);
  return { image: levelled(image, degrees), quarters, degrees };
}

const sampleLines = 5;

/** The few lines on which there is most ink. */
function sampleOf(image: GreyImage): GreyImage {
  const page: PixelBox = { left: 0, top: 0, right: image.width, bottom: image.height };
  const sums = rowSums(inkOf(image), page);
  const lines = stretches(sums, 2, 1).filter(({ from, to }) => to - from > 8);
  const inkFrom = (first: number) =>
    lines
      .slice(first, first + sampleLines)
      .reduce((sum, { from, to }) => sum + sums.subarray(from, to).reduce((a, b) => a + b, 0), 0);
  const first = lines.reduce((best, _line, i) => (inkFrom(i) > inkFrom(best) ? i : best), 0);
  const last = lines[Math.min(lines.length, first + sampleLines) - 1];
  const top = Math.max(0, (lines[first]?.from ?? 0) - 12);
  return crop(image, { ...page, top, bottom: Math.min(image.height, (last?.to ?? image.height) + 12) });
}

/** The way up in which a few lines read best. */
export async function bestWayUp(
  picture: GreyImage,
  engine: RecognitionEngine,
  ways: readonly [number, ...number[]],
): Promise<Upright> {
  const tried = async (quarters: number) => {
    const upright = turnedUpright(picture, quarters);
    return { upright, confidence: meanConfidence(await engine.recognize(sampleOf(upright.image))) };
  };
  let best = await tried(ways[0]);
  for (const quarters of new Set(ways.slice(1))) {
    const other = await tried(quarters);
    if (other.confidence > best.confidence) best = other;
  }
  return best.upright;
}
