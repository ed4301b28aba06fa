import { beginsScaledUnit } from '../units/scaled.js';
import { bigScaleOf, digitOf, isDigit, smallScaleOf } from './characters.js';
import type { Numeral } from './reading.js';
import { tidy } from './total.js';

/** Length of the run of Chinese digits at `at`; 两 stands only at its beginning (二两 is a weight). */
export function digitRun(text: string, at: number): number {
  let end = at;
  while (digitOf(text.charAt(end)) !== undefined && (end === at || text.charAt(end) !== '两')) end++;
  return end - at;
}

/** 五六, 三五, 两三: two digits that stand for what lies between. */
const neighbours = (a: number, b: number): boolean => (a >= 1 && b === a + 1) || (a === 3 && b === 5);
/** 一两个, and not the weight 一两. */
const oneOrTwo = /一两(?=[个天年家次件人名位种项所座条处周月日句百千万])/y;

/** The two neighbouring digits at `at` that are no part of a longer run, or null. */
export function neighboursAt(text: string, at: number): readonly [number, number] | null {
  oneOrTwo.lastIndex = at;
  if (oneOrTwo.test(text)) return [1, 2];
  const first = digitOf(text.charAt(at)) ?? 0;
  const second = digitOf(text.charAt(at + 1)) ?? 0;
  return neighbours(first, second) && digitRun(text, at) === 2 ? [first, second] : null;
}

/** Digits after a decimal point at `at`, Chinese or Arabic: 点五五, 点123. */
function fractionAt(text: string, at: number): { digits: string; end: number } | null {
  if (text.charAt(at) !== '点') return null;
  let end = at + 1;
  const digits: number[] = [];
  for (let c = text.charAt(end); c !== ''; c = text.charAt(++end)) {
    const digit = isDigit(c) ? Number(c) : c === '两' ? undefined : digitOf(c);
    if (digit === undefined) break;
    digits.push(digit);
  }
  // 三点一刻, 八点五十: a time of day.
  return digits.length === 0 || /^(?:刻|分钟|十)/.test(text.slice(end, end + 2))
    ? null
    : { digits: digits.join(''), end };
}

/** Scales after a decimal: 一点五亿, 二点三万亿. */
function scalesAt(text: string, from: number): { end: number; factor: number } {
  let end = from;
  let factor = 1;
  for (let k = 0; k < 3; k++) {
    const scale = bigScaleOf(text.charAt(end)) ?? smallScaleOf(text.charAt(end));
    if (scale === undefined || scale === 10 || beginsScaledUnit(text, end)) break;
    factor *= scale;
    end++;
  }
  return { end, factor };
}

/** The decimal whose point stands at `at`, or null. */
export function withFraction(text: string, whole: number, chinese: boolean, at: number): Numeral | null {
  const fraction = fractionAt(text, at);
  if (!fraction) return null;
  const { end, factor } = scalesAt(text, fraction.end);
  return {
    end,
    value: tidy(Number(`${whole}.${fraction.digits}`) * factor),
    upper: null,
    loose: false,
    chinese: chinese && !isDigit(text.charAt(at + 1)),
    scaled: true,
    tailScale: factor,
  };
}

/** Years and codes, digit by digit: 二〇二五, 一七二零. */
export function digitString(text: string, start: number): Numeral {
  const end = start + digitRun(text, start);
  const digits = [...text.slice(start, end)].map((c) => digitOf(c)).join('');
  const value = Number(digits);
  const plain = { end, value, upper: null, loose: false, chinese: true, scaled: false, tailScale: 1 };
  return withFraction(text, value, true, end) ?? plain;
}
