import { classifierGroups, generalClassifiers, unitKinds } from '../lexicon/units.js';

/** What a figure is counted in, and what the figure comes to in the base unit. */
export interface Measure {
  /** `length`, `yuan`, `ratio`, …; `count` for measure words; joined by `/` where the unit is a quotient (吨/日). */
  readonly dimension: string;
  readonly factor: number;
  /** The measure word of a count, without its scale. */
  readonly word: string;
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/^万亿/, 1e12],
  [/^千亿/, 1e11],
  [/^百亿/, 1e10],
  [/^十亿/, 1e9],
  [/^亿/, 1e8],
  [/^千万/, 1e7],
  [/^百万/, 1e6],
  [/^十万/, 1e5],
  [/^万/, 1e4],
];

function plain(unit: string): Measure {
  const kind = unitKinds.get(unit);
  return kind ? { ...kind, word: unit } : { dimension: 'count', factor: 1, word: unit };
}

/** Reads a unit as written: 万人, 亿元, 万吨/日, 家. */
export function measureOf(unit: string): Measure {
  const [whole = '', ...below] = unit.replace(/\s+/g, '').split('/');
  let rest = whole;
  let scale = 1;
  if (!unitKinds.has(rest)) {
    for (const [pattern, factor] of scales) {
      if (!pattern.test(rest)) continue;
      rest = rest.replace(pattern, '');
      scale = factor;
      break;
    }
  }
  const top = plain(rest);
  if (below.length === 0) return { ...top, factor: top.factor * scale };
  const bottom = below.join('/').replace(/^天$/, '日');
  return { dimension: `${top.dimension}/${bottom}`, factor: top.factor * scale, word: unit };
}

const countable: ReadonlySet<string> = new Set(['count', 'persons', 'visits', 'households']);
const isBare = ({ dimension, word }: Measure): boolean => dimension === 'count' && word === '';

/** Whether two figures can be counted against each other at all, and how plainly: 1 the same unit, less where converted or loose. */
export function sameMeasure(a: Measure, b: Measure): number {
  // 旅居人数超550万: a number without a measure word may count anything.
  if (isBare(a) !== isBare(b)) return countable.has(isBare(a) ? b.dimension : a.dimension) ? 0.8 : 0;
  if (a.dimension !== b.dimension) return 0;
  if (a.dimension !== 'count') return a.factor === b.factor ? 1 : 0.95;
  if (a.word === b.word) return 1;
  if (generalClassifiers.has(a.word) || generalClassifiers.has(b.word)) return 0.85;
  return classifierGroups.some((group) => group.includes(a.word) && group.includes(b.word)) ? 0.85 : 0;
}
