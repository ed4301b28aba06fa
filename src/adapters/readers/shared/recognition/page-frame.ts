import type { Box } from '../layout/placed-text.js';
import type { PixelBox } from './image/grey-image.js';

/** How a picture was turned and levelled before it was read, and how large its page is. */
export interface PageFrame {
  /** Of the picture as it came, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Quarter turns clockwise that brought its lines upright, then the degrees by which they were still askew. */
  readonly quarters: number;
  readonly degrees: number;
  /** Points a pixel. */
  readonly points: number;
}

/** A box of the levelled picture in points from the upper left corner of the page as it came. */
export function onPage(frame: PageFrame, { left, top, right, bottom }: PixelBox): Box {
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => back(frame, x, y)));
  const [xs, ys] = [corners.map(([x]) => x * frame.points), corners.map(([, y]) => y * frame.points)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function back({ width, height, quarters, degrees }: PageFrame, x: number, y: number): [number, number] {
  const [turnedWidth, turnedHeight] = quarters % 2 === 0 ? [width, height] : [height, width];
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [dx, dy] = [x - turnedWidth / 2, y - turnedHeight / 2];
  const [u, v] = [turnedWidth / 2 + dx * cos - dy * sin, turnedHeight / 2 + dx * sin + dy * cos];
  if (quarters === 1) return [v, height - u];
  if (quarters === 2) return [width - u, height - v];
  return quarters === 3 ? [width - v, u] : [u, v];
}
