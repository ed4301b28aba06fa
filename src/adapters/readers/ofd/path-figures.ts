import type { Matrix } from '../shared/layout/placed-text.js';
import type { Point, RulingCollector } from '../shared/layout/rulings.js';
import type { PathObject } from './content.js';

/** Longer ones are drawings. */
const mostCharacters = 20_000;
/** How many numbers follow an operator. */
const operands: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** Hands the straight lines of a path over; curves part them. `map`: from the path's own units to points on the page. */
export function collectPath(
  { data, isStroked, isFilled }: PathObject,
  map: Matrix,
  to: RulingCollector,
): void {
  if (data.length > mostCharacters || (!isStroked && !isFilled)) return;
  const [a, b, c, d, e, f] = map;
  const words = data.trim().split(/[\s,]+/);
  let points: Point[] = [];
  const finish = () => {
    to.addFigure(points, isStroked, isFilled);
    points = [];
  };
  for (let i = 0; i < words.length && to.takesMore; ) {
    const operator = words[i] ?? '';
    const count = operands[operator];
    if (count === undefined) return;
    const numbers = words.slice(i + 1, i + 1 + count).map(Number);
    i += 1 + count;
    if (numbers.length < count || !numbers.every(Number.isFinite)) return;
    const [x = 0, y = 0] = numbers.slice(-2);
    const start = points[0];
    if (operator === 'C') {
      if (start) points.push(start);
      continue;
    }
    if (operator !== 'L') finish();
    points.push({ x: a * x + c * y + e, y: b * x + d * y + f });
  }
  finish();
}
