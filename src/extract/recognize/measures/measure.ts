import { boundAfter, boundBefore, compared } from '../numbers/bounds.js';
import { isBankers } from '../numbers/characters.js';
import { type NumberReading, numberAt } from '../numbers/number.js';
import { numeralAt } from '../numbers/numeral.js';
import { standsAlone } from '../numbers/standing.js';
import { tidy } from '../numbers/total.js';
import { isWordOfNumeral } from '../numbers/words.js';
import { denominatorAt } from '../units/unit.js';
import { type Found, rangeOf } from './found.js';
import { type UnitAfter, unitAfter } from './units-after.js';
import { between, bounded, type Measured, single } from './value.js';

/** Between the two numbers of a range; （含） may stand before it. */
const rangeMark = /(?:\(含\)|（含）|\(不含\)|（不含）)?(?:--|[-—–~]{1,2}|到|至|(和|与))/y;

interface Mark {
  readonly end: number;
  /** 和 makes a range only with 之间 after it. */
  readonly pairs: boolean;
}

function markAt(text: string, at: number): Mark | null {
  rangeMark.lastIndex = at;
  const match = rangeMark.exec(text);
  return match && { end: rangeMark.lastIndex, pairs: match[1] !== undefined };
}

/** 之间 after a range and 在, 位于 before it belong to its words. */
function closing(text: string, start: number, end: number): { from: number; to: number } | null {
  const after = /^(?:之间|间(?![隔接断]))/.exec(text.slice(end, end + 2))?.[0];
  if (!after) return null;
  const before = /(?:位于|处于|介于|在)$/.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
  return { from: start - before.length, to: end + after.length };
}

const isCode = (text: string, at: number): boolean => /^0\d/.test(text.slice(at, at + 2));

const sameSort = (a: Measured, b: Measured): boolean =>
  a.meaning.sort === b.meaning.sort && (a.meaning.sort !== 'counter' || a.word === b.word);

/** 2—3万: the first number takes the second's scale where it is the smaller one without it. */
function sharedScale(first: NumberReading, second: NumberReading): number {
  const { tailScale } = second;
  const head = second.value / tailScale;
  return tailScale >= 100 && first.tailScale < tailScale && first.value < head ? tailScale : 1;
}

/** The measure or number that begins at `at` goes to `found`; where the next one may begin, or -1 where none begins here. */
export function measureAt(text: string, at: number, found: Found): number {
  const number = numberAt(text, at);
  // More digits than a number holds: passed over at once.
  if (!number) return numeralAt(text, at)?.end ?? -1;
  if (isWordOfNumeral(text, number.signed ? at + 1 : at, number.end)) return Math.max(number.end, at + 1);
  const unit = unitAfter(text, number);
  const range = rangeFrom(text, number, unit, found);
  if (range > 0) return range;
  if (!unit) {
    if (standsAlone(text, number)) bareNumber(text, number, found);
    return number.end;
  }
  if (!number.chinese && /[A-Za-z_]/.test(text.charAt(at - 1))) return number.end;
  // 拾起, 陆地: the forms of cheques count money only when one stands alone.
  const alone = number.end - at === 1 && isBankers(text.charAt(at));
  if (alone && unit.measured.meaning.sort !== 'currency') return number.end;
  addMeasure(text, number, unit, found);
  return unit.end;
}

function bareNumber(text: string, number: NumberReading, found: Found): void {
  const { start, end, value, upper } = number;
  if (upper !== null) found.range(start, end, { lo: value, loInc: true, hi: upper, hiInc: true });
  else found.number(start, end, value);
  if (number.loose || /[余多]/.test(text.charAt(end)))
    found.range(start, number.loose ? end : end + 1, { lo: value, loInc: false, hi: null, hiInc: null });
  addBounds(text, number, null, found);
}

/** A number with its unit: the measure, the number inside it, what comparators around them say. */
function addMeasure(text: string, number: NumberReading, unit: UnitAfter, found: Found): void {
  const { start, end, value, upper } = number;
  const { measured } = unit;
  const { sort } = measured.meaning;
  if (upper !== null) {
    found.add(start, unit.end, between(measured, value, upper));
    found.range(start, end, { lo: value, loInc: true, hi: upper, hiInc: true });
    return;
  }
  const loose = number.loose || unit.loose;
  found.add(start, unit.end, single(measured, unit.number, loose ? '~' : undefined));
  // 90% holds no number of its own.
  if (sort !== 'percent') found.number(start, end, value);
  if (loose) {
    const to = !unit.loose ? end : /[余多来几]/.test(text.charAt(end)) ? end + 1 : unit.end;
    found.range(start, to, { lo: value, loInc: false, hi: null, hiInc: null });
  }
  if (sort === 'dimension' || (sort === 'currency' && measured.per !== null)) {
    const per = denominatorAt(text, unit.end);
    if (per) {
      const counter: Measured = {
        word: text.slice(end, unit.end) + per,
        meaning: { sort: 'counter' },
        per: per.slice(1),
      };
      found.add(start, unit.end + per.length, single(counter, unit.number));
    }
  }
  addBounds(text, number, unit, found);
}

/** Comparators before and after: the same measure once more with its bounds, and a range of the bare number. */
function addBounds(text: string, number: NumberReading, unit: UnitAfter | null, found: Found): void {
  const { start, end, value } = number;
  const stop = unit?.end ?? end;
  const isPercent = unit?.measured.meaning.sort === 'percent';
  const before = boundBefore(text, start);
  if (before && before.mod !== '~' && !isPercent)
    found.range(start - before.length, end, rangeOf(before.mod, value));
  if (before && unit && before.mod !== '=')
    found.add(start - before.length, stop, bounded(unit.measured, unit.number, before.mod));
  const more = !unit && !number.loose && /[余多]/.test(text.charAt(end)) ? 1 : 0;
  const after = boundAfter(text, stop + more);
  if (after && after.mod !== '=') {
    const to = stop + more + after.length;
    if (after.mod !== '~' && !isPercent) found.range(start, to, rangeOf(after.mod, value));
    if (unit) found.add(start, to, bounded(unit.measured, unit.number, after.mod));
  }
  const than = compared(text, start, stop);
  if (than) found.range(than.from, than.to, rangeOf(than.mod, value));
}

/** A range from `first` on; the offset after it, or -1 where there is none. */
function rangeFrom(text: string, first: NumberReading, unit: UnitAfter | null, found: Found): number {
  const marks = unit ? [unit.end, first.end] : [first.end];
  for (const from of marks) {
    const mark = first.upper === null ? markAt(text, from) : null;
    // 0471-1234567: a code.
    if (!mark || isCode(text, first.start)) continue;
    const second = numberAt(text, mark.end);
    if (!second || second.upper !== null) continue;
    const secondUnit = unitAfter(text, second);
    const ownUnit = from === unit?.end && from !== first.end ? unit : null;
    if (ownUnit && !(secondUnit && sameSort(ownUnit.measured, secondUnit.measured))) continue;
    if (!ownUnit && first.signed && !secondUnit) continue;
    const factor = ownUnit ? 1 : sharedScale(first, second);
    const lo = tidy(ownUnit ? inUnitOf(ownUnit, secondUnit) : first.value * factor);
    const hi = secondUnit?.number ?? second.value;
    if (!(lo < hi)) continue;
    const closed = closing(text, first.start, secondUnit?.end ?? second.end);
    if (mark.pairs && !closed) continue;
    if (closed) found.range(closed.from, closed.to, { lo, loInc: true, hi, hiInc: true });
    if (secondUnit) {
      found.add(first.start, secondUnit.end, between(secondUnit.measured, lo, hi));
      addMeasure(text, second, secondUnit, found);
      if (ownUnit) addMeasure(text, first, ownUnit, found);
    } else {
      if (!standsAlone(text, first) || !standsAlone(text, second)) continue;
      found.number(first.start, first.end, first.value);
      found.number(second.start, second.end, second.value);
    }
    if (secondUnit?.measured.meaning.sort !== 'percent')
      found.range(first.start, ownUnit && secondUnit ? secondUnit.end : second.end, {
        lo,
        loInc: true,
        hi,
        hiInc: true,
      });
    return secondUnit?.end ?? second.end;
  }
  return -1;
}

/** The first number in the second's unit: 500米到2公里. */
function inUnitOf(own: UnitAfter, other: UnitAfter | null): number {
  const a = own.measured.meaning;
  const b = other?.measured.meaning;
  if (a.sort === 'dimension' && b?.sort === 'dimension' && a.unit.base === b.unit.base)
    return (own.number * a.unit.factor) / b.unit.factor;
  return own.number;
}
