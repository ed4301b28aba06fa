import { boundAfter, boundBefore } from '../numbers/bounds.js';
import { numberAt } from '../numbers/number.js';
import { tidy } from '../numbers/total.js';
import type { Found } from './found.js';
import { between, bounded, type Measured, single } from './value.js';

const partsOf = /(百万万|百万|千万|十万|百|佰|千|仟|万|亿)分之/y;
const sizes: Readonly<Record<string, number>> = {
  百: 100,
  佰: 100,
  千: 1e3,
  仟: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  百万万: 1e10,
};
const measured: Measured = { word: '%', meaning: { sort: 'percent', factor: 1 }, per: null };

/** A percentage as it stands, and with 超过, 以上 and their like around it. */
function addWithBounds(text: string, start: number, end: number, value: number, found: Found): void {
  found.add(start, end, single(measured, value));
  const before = boundBefore(text, start);
  if (before && before.mod !== '=')
    found.add(start - before.length, end, bounded(measured, value, before.mod));
  const after = boundAfter(text, end);
  if (after && after.mod !== '=') found.add(start, end + after.length, bounded(measured, value, after.mod));
}

/** 百分之九十, 千分之三, 百分之三十到四十; the offset after it, or -1. */
export function percentInWordsAt(text: string, at: number, found: Found): number {
  partsOf.lastIndex = at;
  const size = sizes[partsOf.exec(text)?.[1] ?? ''];
  if (size === undefined) return -1;
  const from = partsOf.lastIndex;
  const factor = 100 / size;
  if (/[百千]/.test(text.charAt(from)) && size >= 100) {
    found.add(at, from + 1, single(measured, factor * (text.charAt(from) === '百' ? 100 : 1000)));
    return from + 1;
  }
  const first = numberAt(text, from);
  if (!first) return -1;
  found.number(first.start, first.end, first.value);
  const value = tidy(first.value * factor);
  if (first.upper !== null) {
    found.add(at, first.end, between(measured, value, tidy(first.upper * factor)));
    return first.end;
  }
  const mark = /^(?:到|至|[-—–~]{1,2})(?:百分之)?/.exec(text.slice(first.end, first.end + 5))?.[0];
  const second = mark ? numberAt(text, first.end + mark.length) : null;
  if (second && second.value > first.value) {
    found.add(at, second.end, between(measured, value, tidy(second.value * factor)));
    return second.end;
  }
  addWithBounds(text, at, first.end, value, found);
  return first.end;
}

const tenth = /成(?!绩|[立为效果功员品本熟都长分因交就])([一二三四五六七八九半\d](?![\d十百千]))?/y;
const digits = '一二三四五六七八九';

/** 三成, 七成五, 半成 after a number that ends at `end`; the offset after it, or -1. */
export function tenthsAt(text: string, start: number, end: number, value: number, found: Found): number {
  tenth.lastIndex = end;
  const match = value > 10 || value < 0 ? null : tenth.exec(text);
  if (!match) return -1;
  const part = match[1] ?? '';
  const extra =
    part === '半' ? 5 : digits.includes(part) && part !== '' ? digits.indexOf(part) + 1 : Number(part);
  const percent = tidy(value * 10 + extra);
  const stop = tenth.lastIndex;
  addWithBounds(text, start, stop, percent, found);
  return stop;
}
