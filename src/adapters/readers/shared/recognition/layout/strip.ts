import type { RecognizedLine } from '../engine.js';
import { blankImage, type GreyImage, type PixelBox, paste } from '../image/grey-image.js';

/** White around each part, in pixels: a recogniser wants some, and tells lines of different parts apart by it. */
const margin = 24;

/** Parts of a page one below the other, so that one request reads all of them in the order that is wanted. */
export interface Strip {
  readonly image: GreyImage;
  /** By part, the lines that stand in it, with their boxes on the page. */
  sort(lines: readonly RecognizedLine[]): RecognizedLine[][];
}

export function stripOf(page: GreyImage, parts: readonly PixelBox[]): Strip {
  const width = Math.max(1, ...parts.map(({ left, right }) => right - left)) + 2 * margin;
  const tops: number[] = [];
  let height = margin;
  for (const { top, bottom } of parts) {
    tops.push(height);
    height += bottom - top + margin;
  }
  const image = blankImage(width, height);
  for (const [i, part] of parts.entries()) paste(page, part, image, margin, tops[i] ?? 0);
  const partAt = (y: number) =>
    Math.max(
      0,
      tops.findLastIndex((top) => top - margin / 2 <= y),
    );
  return {
    image,
    sort(lines) {
      const sorted: RecognizedLine[][] = parts.map(() => []);
      for (const line of lines) {
        const byPart = new Map<number, RecognizedLine[number][]>();
        for (const word of line) {
          const at = partAt((word.box.top + word.box.bottom) / 2);
          const { left = 0, top = 0 } = parts[at] ?? {};
          const [dx, dy] = [left - margin, top - (tops[at] ?? 0)];
          const { box } = word;
          const moved = {
            left: box.left + dx,
            right: box.right + dx,
            top: box.top + dy,
            bottom: box.bottom + dy,
          };
          byPart.set(at, [...(byPart.get(at) ?? []), { ...word, box: moved }]);
        }
        for (const [at, words] of byPart) sorted[at]?.push(words);
      }
      return sorted;
    },
  };
}
