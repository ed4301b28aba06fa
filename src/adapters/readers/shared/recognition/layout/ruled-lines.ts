import type { GreyImage } from '../image/grey-image.js';
import type { Ink } from './ink.js';

/** A drawn line: level at `at` from `from` to `to`, or upright. */
export interface RuledLine {
  at: number;
  from: number;
  to: number;
}

export interface RuledLines {
  readonly level: readonly RuledLine[];
  readonly upright: readonly RuledLine[];
}

/** Shares of the page's width. A longer unbroken stretch is no stroke of a character. */
const shortestLevel = 0.055;
const shortestUpright = 0.028;
/** Pixels: how far noise may break a line, and how far it may wander from row to row. */
const bridge = 3;
const wander = 4;

/** Unbroken stretches of ink along rows (or columns), put together where they go on one below the other. */
function gather(ink: Ink, upright: boolean, shortest: number): RuledLine[] {
  const { width, height, at } = ink;
  const [rows, length] = upright ? [width, height] : [height, width];
  const [step, stride] = upright ? [width, 1] : [1, width];
  const lines: RuledLine[] = [];
  let open: RuledLine[] = [];
  const add = (row: number, from: number, to: number) => {
    const near = open.find((line) => row - line.at <= wander && from < line.to + 20 && to > line.from - 20);
    if (near) {
      near.at = row;
      near.from = Math.min(near.from, from);
      near.to = Math.max(near.to, to);
    } else open.push({ at: row, from, to });
  };
  for (let row = 1; row + 1 < rows; row++) {
    const start = row * stride;
    let [from, last] = [-1, -1];
    for (let i = 0; i <= length; i++) {
      const place = start + i * step;
      const inked =
        i < length && ((at[place] ?? 0) | (at[place - stride] ?? 0) | (at[place + stride] ?? 0)) === 1;
      if (inked) {
        if (from < 0) from = i;
        last = i;
      } else if (from >= 0 && i - last > bridge) {
        if (last + 1 - from >= shortest) add(row, from, last + 1);
        from = -1;
      }
    }
    if (from >= 0 && last + 1 - from >= shortest) add(row, from, last + 1);
    lines.push(...open.filter((line) => row - line.at > wander));
    open = open.filter((line) => row - line.at <= wander);
  }
  return [...lines, ...open];
}

/** Lines of tables and forms on a level page. */
export function ruledLines(ink: Ink): RuledLines {
  return {
    level: gather(ink, false, Math.max(40, ink.width * shortestLevel)),
    upright: gather(ink, true, Math.max(30, ink.width * shortestUpright)),
  };
}

/** Pixels on each side of a line that go with it. */
const margin = 4;

/** Takes lines out of a picture, so that they are read as no character. */
export function eraseLines(image: GreyImage, { level, upright }: RuledLines): void {
  const { width, height, data } = image;
  for (const { at, from, to } of level) {
    for (let y = Math.max(0, at - margin - 1); y <= Math.min(height - 1, at + margin - 1); y++)
      data.fill(255, y * width + Math.max(0, from - 2), y * width + Math.min(width, to + 2));
  }
  for (const { at, from, to } of upright) {
    const [left, right] = [Math.max(0, at - margin - 1), Math.min(width, at + margin)];
    for (let y = Math.max(0, from - 2); y < Math.min(height, to + 2); y++)
      data.fill(255, y * width + left, y * width + right);
  }
}
