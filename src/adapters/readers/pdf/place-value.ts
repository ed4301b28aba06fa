import { type Matrix, type PlacedText, rectOf } from '../shared/layout/placed-text.js';

/** What was filled into a field, at the field's place, as if it were drawn there. */
export function placeValue(
  text: string,
  rect: readonly [number, number, number, number],
  viewport: Matrix,
): PlacedText {
  const box = rectOf(rect, viewport);
  const [left, top, right, bottom] = box;
  const size = Math.min(bottom - top, 12);
  const across = bottom - size * 0.3;
  return { text, direction: 0, from: left, to: right, across, size, box, isGap: false };
}
