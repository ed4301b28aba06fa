import { tidy } from '../numbers/total.js';
import type { Length } from '../span.js';
import type { LengthUnit } from '../units/lengths.js';

const order = ['Y', 'M', 'D', 'TH', 'TM', 'TS'];

/** ISO 8601: P4Y6M, P36DT5H30M. */
function isoOf(amounts: ReadonlyMap<string, number>): string {
  let out = 'P';
  for (const designator of order) {
    const amount = amounts.get(designator);
    if (amount === undefined) continue;
    if (designator.startsWith('T') && !out.includes('T')) out += 'T';
    out += `${amount}${designator.slice(-1)}`;
  }
  return out;
}

export interface LengthPart {
  readonly number: number;
  readonly unit: LengthUnit;
}

/** A length of time from its parts: 四年六个月, 36天5小时30分, 五个工作日. */
export function lengthOf(parts: readonly LengthPart[]): Length {
  let months = 0;
  let seconds = 0;
  let workdays = 0;
  const amounts = new Map<string, number>();
  for (const { number, unit } of parts) {
    if (unit.sort === 'workday') {
      workdays += number;
      continue;
    }
    if (unit.sort === 'calendar') months += number * unit.months;
    else seconds += number * unit.seconds;
    amounts.set(unit.iso, tidy((amounts.get(unit.iso) ?? 0) + number * unit.times));
  }
  if (workdays > 0 && amounts.size === 0) return { iso: null, workdays };
  return { iso: isoOf(amounts), months: tidy(months), seconds: tidy(seconds) };
}

/** Whether `next` may follow `unit` in one length: 年 before 个月, 天 before 小时. */
export function isSmaller(unit: LengthUnit, next: LengthUnit): boolean {
  if (unit.sort === 'workday' || next.sort === 'workday') return false;
  if (unit.sort === 'calendar') return next.sort === 'clock' || next.months < unit.months;
  return next.sort === 'clock' && next.seconds < unit.seconds;
}
