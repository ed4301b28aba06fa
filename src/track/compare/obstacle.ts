/** Why a figure cannot be held against a target, though it is of the same thing. */
export const obstacles = [
  'unit',
  'denominator',
  'stock-against-flow',
  'growth-against-level',
  'points-against-rate',
  'other-base',
  'average-of-years',
  'several-years',
  'unknown-beginning',
  'other-year',
  'before-the-promise',
  'unknown-time',
  'part-of-the-time',
  'other-place',
  'each-against-all',
  'only-begun',
  'other-work',
  'other-basis',
  'told-again',
  'implausible',
] as const;
export type Obstacle = (typeof obstacles)[number];
