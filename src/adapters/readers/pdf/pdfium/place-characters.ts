import {
  ascent,
  descent,
  directionOf,
  type Matrix,
  multiply,
  type PlacedText,
  unit,
  type Vector,
} from '../../shared/layout/placed-text.js';
import type { Character, Drawing } from './characters.js';

/** Shares of the type size: beyond a gap, a step back or a step aside a new piece begins; blanks wider than one stay outside. */
const gap = 0.2;
const widestBlank = 0.6;
const stepBack = 0.5;
const stepAside = 0.05;
/** How the characters of one drawing stand on the page. */
interface Stand {
  readonly size: number;
  readonly direction: number;
  readonly writing: Vector;
  readonly lineward: Vector;
  readonly isVertical: boolean;
}

/** A piece while characters are added to it. */
type OpenPiece = { -readonly [Key in keyof PlacedText]: PlacedText[Key] };

/** Puts characters together into pieces, in points from the page's upper left corner. */
export function placeCharacters(characters: readonly Character[], viewport: Matrix): PlacedText[] {
  const pieces: OpenPiece[] = [];
  let drawing: Drawing | null = null;
  let stand: Stand | null = null;
  for (const character of characters) {
    if (!stand || character.drawing !== drawing) {
      drawing = character.drawing;
      stand = standOf(drawing, viewport);
    }
    const next = place(character, stand, viewport);
    const [blank, last] = [pieces.at(-1), pieces.at(-2)];
    if (blank && continues(blank, next)) extend(blank, next);
    else if (blank?.isGap && last && bridges(last, blank, next)) {
      pieces.pop();
      last.text += ' ';
      extend(last, next);
    } else pieces.push(next);
  }
  return pieces;
}

function standOf({ matrix, size, isVertical }: Drawing, viewport: Matrix): Stand {
  const [a, b, c, d] = multiply(viewport, matrix);
  const right = unit(a, b);
  const up = unit(c, d);
  const writing: Vector = isVertical ? [-up[0], -up[1]] : right;
  const lineward: Vector = isVertical ? [-right[0], -right[1]] : [-up[0], -up[1]];
  const points = size * (Math.hypot(c, d) || Math.hypot(a, b)) || 1;
  return { size: points, direction: directionOf(writing), writing, lineward, isVertical };
}

function place({ text, x, y, box }: Character, stand: Stand, viewport: Matrix): OpenPiece {
  const { size, direction, writing, lineward, isVertical } = stand;
  const [a, b, c, d, e, f] = viewport;
  const at: Vector = [a * x + c * y + e, b * x + d * y + f];
  const p: Vector = [a * box[0] + c * box[1] + e, b * box[0] + d * box[1] + f];
  const q: Vector = [a * box[2] + c * box[3] + e, b * box[2] + d * box[3] + f];
  const along = (v: Vector) => v[0] * writing[0] + v[1] * writing[1];
  const beside = (v: Vector) => v[0] * lineward[0] + v[1] * lineward[1];
  const start = isVertical ? Math.min(along(p), along(q)) : along(at);
  const end = Math.max(along(p), along(q), start);
  const across = isVertical ? (beside(p) + beside(q)) / 2 : beside(at);
  const [near, far] = isVertical
    ? [Math.min(beside(p), beside(q)), Math.max(beside(p), beside(q))]
    : [across - ascent * size, across + descent * size];
  const corner = (s: number, t: number): Vector => [
    writing[0] * s + lineward[0] * t,
    writing[1] * s + lineward[1] * t,
  ];
  const [m, n] = [corner(start, near), corner(end, far)];
  return {
    text,
    direction,
    from: start,
    to: end,
    across,
    size,
    box: [Math.min(m[0], n[0]), Math.min(m[1], n[1]), Math.max(m[0], n[0]), Math.max(m[1], n[1])],
    isGap: text.trim() === '',
  };
}

function continues(piece: OpenPiece, next: OpenPiece): boolean {
  return !piece.isGap && !next.isGap && follows(piece, next, gap);
}

/** A narrow blank that the file has is a character of its line. */
function bridges(piece: OpenPiece, blank: OpenPiece, next: OpenPiece): boolean {
  return !piece.isGap && !next.isGap && follows(piece, blank, gap) && follows(piece, next, widestBlank);
}

function follows(piece: OpenPiece, next: OpenPiece, widest: number): boolean {
  if (piece.direction !== next.direction || piece.size !== next.size) return false;
  const step = next.from - piece.to;
  return (
    step < widest * next.size &&
    step > -stepBack * next.size &&
    Math.abs(next.across - piece.across) < stepAside * next.size
  );
}

function extend(piece: OpenPiece, next: OpenPiece): void {
  const { box } = piece;
  piece.text += next.text;
  piece.to = Math.max(piece.to, next.to);
  const [x0, y0, x1, y1] = next.box;
  piece.box = [Math.min(box[0], x0), Math.min(box[1], y0), Math.max(box[2], x1), Math.max(box[3], y1)];
}
