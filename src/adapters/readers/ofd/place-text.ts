import {
  ascent,
  boxOf,
  descent,
  directionOf,
  type Matrix,
  multiply,
  type PlacedText,
  unit,
  type Vector,
} from '../shared/layout/placed-text.js';
import type { TextCode, TextObject } from './content.js';
import { deltasOf } from './values.js';

/** Shares of the type size: beyond a gap, unless the whole is spaced like that, or a step back a new piece begins. */
const gap = 0.5;
const stepBack = 0.3;
const widestSpacing = 2.5;
/** Of the usual step. */
const unusual = 1.3;

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6—…“”‘’]/;

/** OFD does not say how wide a character is; Chinese type fills its square, other type half of it. */
const widthOf = (character: string, size: number) =>
  wide.test(character) || (character.codePointAt(0) ?? 0) > 0xffff ? size : size / 2;

interface Character {
  readonly character: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The pieces of a text object, in points on the page. */
export function placeText(object: TextObject, outer: Matrix): PlacedText[] {
  const size = Math.abs(object.size) || 1;
  const map = multiply(outer, within(object));
  return object.codes.flatMap((code) => {
    const characters = charactersOf(code, size, object.horizontalScale);
    const vertical = isVertical(characters, size);
    return piecesOf(characters, size, vertical).map((piece) => place(piece, size, vertical, map));
  });
}

/** An object's own units in those of what it stands in. */
export const within = ({ boundary: [x, y], ctm }: Pick<TextObject, 'boundary' | 'ctm'>): Matrix =>
  multiply([1, 0, 0, 1, x, y], ctm);

function charactersOf(code: TextCode, size: number, scale: number): Character[] {
  const text = [...code.text.replace(/[\r\n]\s*/g, '')];
  const across = deltasOf(code.deltaX, text.length - 1);
  const down = deltasOf(code.deltaY, text.length - 1);
  let { x, y } = code;
  return text.map((character, i) => {
    const width = widthOf(character, size) * scale;
    const placed = { character, x, y, width };
    // Without any step the characters follow one another as the font has them.
    x += across[i] ?? (down[i] === undefined ? width : 0);
    y += down[i] ?? 0;
    return placed;
  });
}

/** Written downwards: each character stands under the one before. */
function isVertical(characters: readonly Character[], size: number): boolean {
  return (
    characters.length > 1 &&
    characters.every((character, i) => {
      const before = characters[i - 1];
      return (
        !before || (Math.abs(character.x - before.x) < size * 0.1 && character.y - before.y > size * 0.3)
      );
    })
  );
}

function piecesOf(characters: readonly Character[], size: number, vertical: boolean): Character[][] {
  const step = (before: Character, next: Character) => (vertical ? next.y - before.y : next.x - before.x);
  const steps = characters.slice(1).map((next, i) => step(characters[i] ?? next, next));
  const usual = steps.sort((a, b) => a - b)[steps.length >> 1] ?? 0;
  const widest = Math.min(usual * unusual, widestSpacing * size);
  const pieces: Character[][] = [];
  for (const character of characters) {
    const before = pieces.at(-1)?.at(-1);
    const along = before ? step(before, character) : 0;
    const off = before ? (vertical ? character.x - before.x : character.y - before.y) : 0;
    const isNext =
      along < Math.max((before?.width ?? 0) + gap * size, widest) &&
      along > -stepBack * size &&
      Math.abs(off) < stepBack * size;
    if (before && isNext) pieces.at(-1)?.push(character);
    else pieces.push([character]);
  }
  return pieces;
}

function place(piece: readonly Character[], size: number, vertical: boolean, map: Matrix): PlacedText {
  const [a, b, c, d] = map;
  const across = Math.hypot(a, b);
  const down = Math.hypot(c, d);
  const right = unit(a, b);
  const below = unit(c, d);
  const first = piece[0] ?? { x: 0, y: 0, width: 0, character: '' };
  const last = piece.at(-1) ?? first;
  const origin: Vector = [a * first.x + c * first.y + map[4], b * first.x + d * first.y + map[5]];
  const writing = vertical ? below : right;
  const lineward: Vector = vertical ? [-right[0], -right[1]] : below;
  const length = vertical ? (last.y - first.y + size) * down : (last.x - first.x + last.width) * across;
  // A vertical line begins above its first character's base line.
  const start: Vector = vertical
    ? [origin[0] - below[0] * ascent * size * down, origin[1] - below[1] * ascent * size * down]
    : origin;
  const from = start[0] * writing[0] + start[1] * writing[1];
  const points = size * down;
  return {
    text: piece.map(({ character }) => character).join(''),
    direction: directionOf(writing),
    from,
    to: from + length,
    across: start[0] * lineward[0] + start[1] * lineward[1],
    size: points,
    box: vertical
      ? boxOf(start, writing, lineward, [length, -size * across, 0])
      : boxOf(start, writing, lineward, [length, -ascent * points, descent * points]),
    isGap: false,
  };
}
