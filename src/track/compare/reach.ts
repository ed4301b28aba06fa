import type { Comparator, Item } from '../../domain/item.js';
import type { Reach } from '../../domain/tracking.js';

/** A target in its base unit. */
export interface Goal {
  readonly value: number;
  readonly valueMax: number | null;
  readonly comparator: Comparator;
  /** Which side of the value is the good one; `level` where neither is. */
  readonly direction: 'up' | 'down' | 'level';
}

/** A reported figure in the goal's terms, with what its words leave open. */
export interface Figure {
  readonly value: number;
  readonly valueMax: number | null;
  readonly comparator: Comparator;
  /** 近500, 接近: a little less. */
  readonly nearly: boolean;
}

/** 左右, 约 are reached from here on. */
const nearEnough = 0.95;
/** Figures are decimal fractions: 3360 / 1.05 must not fail by the last bit. */
const slack = 1e-9;
const atLeast = (a: number, b: number): boolean => a >= b - slack * Math.max(1, Math.abs(b));
const equal = (a: number, b: number): boolean => atLeast(a, b) && atLeast(b, a);

/** The values that the words allow, lowest and highest; open ends are infinite. */
function bounds(figure: Figure): { low: number; high: number } {
  const { value, valueMax, comparator } = figure;
  if (comparator === 'range') return { low: value, high: valueMax ?? value };
  if (figure.nearly) return { low: value * nearEnough, high: value };
  if (comparator === '>' || comparator === '>=') return { low: value, high: Number.POSITIVE_INFINITY };
  if (comparator === '<' || comparator === '<=') return { low: Number.NEGATIVE_INFINITY, high: value };
  return { low: value, high: value };
}

/**
 * Whether the figure reaches the goal. `unclear` where its own vagueness decides: 95%左右 against 95%以上, 不到80% against 78%.
 */
export function reachOf(goal: Goal, figure: Figure): Reach {
  if (goal.direction === 'level') {
    const ratio = goal.value === 0 ? Number.NaN : figure.value / goal.value;
    return ratio >= nearEnough && ratio <= 2 - nearEnough ? 'yes' : 'no';
  }
  const { low, high } = bounds(figure);
  const strict = goal.comparator === '>' || goal.comparator === '<';
  const vague = figure.comparator === '~';
  if (goal.direction === 'down') {
    const limit = Math.max(goal.value, goal.valueMax ?? goal.value);
    if (vague && equal(high, limit) && goal.comparator !== '~' && goal.comparator !== '=') return 'unclear';
    if (high < limit || (equal(high, limit) && (!strict || figure.comparator === '<'))) return 'yes';
    return low > limit || Number.isFinite(low) ? 'no' : 'unclear';
  }
  const least = Math.min(goal.value, goal.valueMax ?? goal.value);
  const limit = goal.comparator === '~' && least > 0 ? least * nearEnough : least;
  if (vague && equal(low, limit) && goal.comparator !== '~' && goal.comparator !== '=') return 'unclear';
  if (low > limit + slack || (atLeast(low, limit) && (!strict || figure.comparator === '>'))) return 'yes';
  if (figure.nearly && high > limit) return 'unclear';
  return high < limit || Number.isFinite(low) ? 'no' : 'unclear';
}

const opposite: Readonly<Partial<Record<Comparator, Comparator>>> = {
  '>': '<',
  '<': '>',
  '>=': '<=',
  '<=': '>=',
};
/** 下降超过5% is less than -5. */
export const signed = (comparator: Comparator, sign: number): Comparator =>
  sign < 0 ? (opposite[comparator] ?? comparator) : comparator;

/** 近5000, 接近九成: a little less than the number. */
export const isNearly = (item: Pick<Item, 'valueText'>): boolean => /近/u.test(item.valueText ?? '');
