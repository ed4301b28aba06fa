import type { Matrix, TextContent, TextItem } from './pdf-document.js';

export type Box = [x0: number, y0: number, x1: number, y1: number];

/** A piece of text on the page as it is looked at: `along` runs with the writing, `across` from line to line. */
export interface PlacedText {
  readonly text: string;
  /** Quarter turns of the writing direction; slanted text (a watermark) has its own number, so that it joins no line. */
  readonly direction: number;
  readonly from: number;
  readonly to: number;
  readonly across: number;
  readonly size: number;
  readonly box: Box;
  /** A blank that pdf.js put in for a gap; no character stands in the file. */
  readonly isGap: boolean;
}

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** Turns pdf.js's pieces into places in points from the page's upper left corner. */
export function placeText(content: TextContent, viewport: Matrix): PlacedText[] {
  const placed: PlacedText[] = [];
  for (const item of content.items) if (item.str !== '') placed.push(place(item, content, viewport));
  return placed;
}

function place(item: TextItem, content: TextContent, viewport: Matrix): PlacedText {
  const style = content.styles[item.fontName];
  const [a, b, c, d, x, y] = multiply(viewport, item.transform);
  const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
  const right = unit(a, b);
  // The glyph's up; y grows downwards on the page as it is looked at.
  const up = unit(c, d);
  const vertical = style?.vertical === true;
  const length = vertical ? item.height : item.width;
  const writing: Vector = vertical ? [-up[0], -up[1]] : right;
  const lineward: Vector = vertical ? [-right[0], -right[1]] : [-up[0], -up[1]];
  const ascent = vertical ? item.width / 2 : (style?.ascent || 0.88) * size;
  const descent = vertical ? -item.width / 2 : Math.min(style?.descent || -0.12, 0) * size;
  const from = x * writing[0] + y * writing[1];
  return {
    text: item.str,
    direction: directionOf(writing),
    from,
    to: from + length,
    across: x * lineward[0] + y * lineward[1],
    size,
    box: boxOf([x, y], writing, lineward, [length, -ascent, -descent]),
    isGap: item.height === 0 && item.str.trim() === '',
  };
}

type Vector = readonly [number, number];

const unit = (x: number, y: number): Vector => {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
};

/** Right 0, down 1, left 2, up 3; a slant is its angle, never a whole number of quarter turns. */
function directionOf([x, y]: Vector): number {
  const turns = Math.atan2(y, x) / (Math.PI / 2);
  const whole = Math.round(turns);
  return Math.abs(turns - whole) < 0.03 ? (whole + 4) % 4 : Math.round(turns * 100) / 100 + 0.005;
}

function boxOf(
  origin: Vector,
  writing: Vector,
  lineward: Vector,
  extent: readonly [number, number, number],
): Box {
  const [length, near, far] = extent;
  const corner = (along: number, across: number): Vector => [
    origin[0] + writing[0] * along + lineward[0] * across,
    origin[1] + writing[1] * along + lineward[1] * across,
  ];
  const [p, q] = [corner(0, near), corner(length, far)];
  return [Math.min(p[0], q[0]), Math.min(p[1], q[1]), Math.max(p[0], q[0]), Math.max(p[1], q[1])];
}
