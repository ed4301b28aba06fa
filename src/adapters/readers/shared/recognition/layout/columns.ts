import type { PixelBox } from '../image/grey-image.js';
import { columnSums, type Ink, rowSums, type Stretch, stretches } from './ink.js';

/** In line heights: the white between two columns of print, and how much text has to stand beside each other. */
const narrowestGutter = 1;
const shortestZone = 5;
/** A gutter lies between these shares of the width, and both columns are filled by this share. */
const gutterFrom = 0.25;
const gutterTo = 0.75;
const leastFill = 0.7;

interface Band extends PixelBox {
  readonly gutters: readonly Stretch[];
}

/** The height of most lines of a box, in pixels. */
export function lineHeight(ink: Ink, box: PixelBox): number {
  const heights = stretches(rowSums(ink, box), 1, 1).map(({ from, to }) => to - from);
  const tall = heights.filter((height) => height > 8).toSorted((a, b) => a - b);
  return tall[Math.floor(tall.length / 2)] ?? 30;
}

const overlap = (a: Stretch, b: Stretch): Stretch => ({
  from: Math.max(a.from, b.from),
  to: Math.min(a.to, b.to),
});

function bandsOf(ink: Ink, box: PixelBox, height: number): Band[] {
  return stretches(rowSums(ink, box), 1, 1).map(({ from, to }) => {
    const band = { ...box, top: box.top + from, bottom: box.top + to };
    const inked = stretches(columnSums(ink, band), 0, 1);
    const ends = [0, ...inked.flatMap((stretch) => [stretch.from, stretch.to]), box.right - box.left];
    const gutters: Stretch[] = [];
    for (let i = 0; i + 1 < ends.length; i += 2) {
      const gap = { from: ends[i] ?? 0, to: ends[i + 1] ?? 0 };
      if (gap.to - gap.from >= height * narrowestGutter) gutters.push(gap);
    }
    return { ...band, gutters };
  });
}

/** How far a column's print reaches over its width, on average. */
function fill(ink: Ink, bands: readonly Band[], left: number, right: number): number {
  let filled = 0;
  for (const { top, bottom } of bands) {
    const inked = stretches(columnSums(ink, { left, right, top, bottom }), 0, 2);
    filled += ((inked.at(-1)?.to ?? 0) - (inked[0]?.from ?? 0)) / Math.max(1, right - left);
  }
  return filled / bands.length;
}

/** Boxes in the order in which they are read: columns beside each other one after the other, all else as it comes. */
export function columnsOf(ink: Ink, box: PixelBox): PixelBox[] {
  const height = lineHeight(ink, box);
  const width = box.right - box.left;
  const bands = bandsOf(ink, box, height);
  const boxes: PixelBox[] = [];
  let from = 0;
  while (from < bands.length) {
    const zone = zoneFrom(bands, from, width, height);
    const [first, last] = [bands[from], bands[zone.end - 1]];
    if (!first || !last) break;
    const { gutter } = zone;
    const inside = bands.slice(from, zone.end);
    const middle = gutter ? box.left + Math.round((gutter.from + gutter.to) / 2) : 0;
    const whole = { ...box, top: first.top, bottom: last.bottom };
    if (
      gutter &&
      last.bottom - first.top >= shortestZone * height * 1.5 &&
      fill(ink, inside, box.left, middle) > leastFill * 0.9 &&
      fill(ink, inside, middle, box.right) > leastFill * 0.9
    ) {
      boxes.push({ ...whole, right: middle }, { ...whole, left: middle });
      from = zone.end;
      continue;
    }
    const line = { ...box, top: first.top, bottom: first.bottom };
    const before = boxes.at(-1);
    if (before && before.left === line.left && before.right === line.right)
      boxes[boxes.length - 1] = { ...before, bottom: line.bottom };
    else boxes.push(line);
    from++;
  }
  return boxes;
}

/** The longest run of bands from one on that leave the same white in their middle. */
function zoneFrom(
  bands: readonly Band[],
  from: number,
  width: number,
  height: number,
): { readonly end: number; readonly gutter: Stretch | null } {
  let best: { end: number; gutter: Stretch | null } = { end: from + 1, gutter: null };
  for (const start of bands[from]?.gutters ?? []) {
    let gutter = start;
    let end = from;
    for (; end < bands.length; end++) {
      const next = bands[end]?.gutters
        .map((gap) => overlap(gutter, gap))
        .find((gap) => gap.to - gap.from >= height * narrowestGutter && isInMiddle(gap, width));
      if (!next) break;
      gutter = next;
    }
    if (end > best.end) best = { end, gutter };
  }
  return best;
}

const isInMiddle = ({ from, to }: Stretch, width: number): boolean =>
  to > width * gutterFrom && from < width * gutterTo;
