import type { Matrix } from '../shared/layout/placed-text.js';

const numbersOf = (text: string | undefined): number[] =>
  (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);

const allFinite = (numbers: readonly number[]) => numbers.every(Number.isFinite);

/** `x y width height`, in millimetres; y grows downwards. */
export type OfdBox = readonly [x: number, y: number, width: number, height: number];

/** A box as OFD writes it; null where it is none. */
export function boxOf(text: string | undefined): OfdBox | null {
  const [x, y, width, height, ...rest] = numbersOf(text);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return rest.length === 0 && allFinite([x, y, width, height]) ? [x, y, width, height] : null;
}

/** A CTM; the identity where there is none. */
export function matrixOf(text: string | undefined): Matrix {
  const numbers = numbersOf(text);
  const [a, b, c, d, e, f] = numbers;
  const isMatrix = numbers.length === 6 && allFinite(numbers);
  return isMatrix ? ([a, b, c, d, e, f] as unknown as Matrix) : [1, 0, 0, 1, 0, 0];
}

/** A number; `otherwise` where there is none. */
export function numberOf(text: string | undefined, otherwise: number): number {
  const number = Number.parseFloat(text ?? '');
  return Number.isFinite(number) ? number : otherwise;
}

/**
 * Steps from character to character: `3.2 g 4 1.6` is 3.2 and four times 1.6. A count may be any number: at most `most`
 * steps are made.
 */
export function deltasOf(text: string | undefined, most: number): number[] {
  const words = (text ?? '').trim().split(/[\s,]+/);
  const deltas: number[] = [];
  for (let i = 0; i < words.length && deltas.length < most; i++) {
    const repeated = words[i] === 'g';
    const count = repeated ? numberOf(words[i + 1], 0) : 1;
    if (repeated) i += 2;
    const delta = Number.parseFloat(words[i] ?? '');
    if (!Number.isFinite(delta)) continue;
    for (let n = 0; n < count && deltas.length < most; n++) deltas.push(delta);
  }
  return deltas;
}

/** `xs:boolean`. */
export const isTrue = (text: string | undefined): boolean => text === 'true' || text === '1';
export const isFalse = (text: string | undefined): boolean => text === 'false' || text === '0';
