export type Box = [x0: number, y0: number, x1: number, y1: number];

/** `[a, b, c, d, e, f]`: x' = ax + cy + e, y' = bx + dy + f, as PDF and OFD write an affine map. */
export type Matrix = readonly [number, number, number, number, number, number];

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
  /** A blank put in for a gap; no character stands in the file. */
  readonly isGap: boolean;
}

/** Shares of the type size above and below the base line: the square of Chinese type. What fonts say of themselves differs more than type does. */
export const ascent = 0.88;
export const descent = 0.12;

export type Vector = readonly [number, number];

/** The map that does `n` first, then `m`. */
export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** A vector of length 1; nothing stays nothing. */
export const unit = (x: number, y: number): Vector => {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
};

/** Right 0, down 1, left 2, up 3; a slant is its angle, never a whole number of quarter turns. */
export function directionOf([x, y]: Vector): number {
  const turns = Math.atan2(y, x) / (Math.PI / 2);
  const whole = Math.round(turns);
  return Math.abs(turns - whole) < 0.03 ? (whole + 4) % 4 : Math.round(turns * 100) / 100 + 0.005;
}

/** The upright box of writing that begins at `origin` on its base line; `extent` is its length, its rise (negative) and its fall. */
export function boxOf(
  origin: Vector,
  writing: Vector,
  lineward: Vector,
  extent: readonly [length: number, near: number, far: number],
): Box {
  const [length, near, far] = extent;
  const corner = (along: number, across: number): Vector => [
    origin[0] + writing[0] * along + lineward[0] * across,
    origin[1] + writing[1] * along + lineward[1] * across,
  ];
  const [p, q] = [corner(0, near), corner(length, far)];
  return [Math.min(p[0], q[0]), Math.min(p[1], q[1]), Math.max(p[0], q[0]), Math.max(p[1], q[1])];
}

/** The upright box of a rectangle, given by two opposite corners, after a map. */
export function rectOf(
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  [a, b, c, d, e, f]: Matrix,
): Box {
  const xs = [x0, x1].flatMap((x) => [y0, y1].map((y) => a * x + c * y + e));
  const ys = [x0, x1].flatMap((x) => [y0, y1].map((y) => b * x + d * y + f));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
