import type { SourceText, Span } from '../../domain/source-text.js';

/** A part of a page: `[x0, y0, x1, y1]` in points from its upper left corner. */
export interface PageBox {
  readonly page: number;
  readonly box: readonly [number, number, number, number];
}

type Lines = Pick<SourceText, 'text' | 'lines'>;

/** Half a width for what Chinese fonts set half as wide. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  return width;
};

/** The first line that ends after an offset. Lines stand in the order of the text. */
function firstAfter(lines: SourceText['lines'], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Where a stretch of the text stands on its pages: one box for each printed line that it touches, cut to its part of
 * the line by the widths of the characters before and in it. Empty where the format has no places.
 */
export function markBoxes({ text, lines }: Lines, { start, end }: Span): PageBox[] {
  const boxes: PageBox[] = [];
  for (let i = firstAfter(lines, start); i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.start >= end) break;
    const [x0, y0, x1, y1] = line.box;
    const whole = widthOf(text.slice(line.start, line.end)) || 1;
    const before = widthOf(text.slice(line.start, Math.max(start, line.start)));
    const upTo = widthOf(text.slice(line.start, Math.min(end, line.end)));
    const at = (width: number) => x0 + ((x1 - x0) * width) / whole;
    if (upTo > before) boxes.push({ page: line.page, box: [at(before), y0, at(upTo), y1] });
  }
  return boxes;
}
