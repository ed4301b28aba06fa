import type { DateValue, DayRange } from '../span.js';
import { addMonths, type Day, dayOf, isoOf, partsOf } from './calendar.js';

/** From a day to another, the end not in it. Null is open. */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
}

export type Grain = 'day' | 'week' | 'part' | 'month' | 'quarter' | 'half' | 'year' | 'longer';

/** What an expression without particles names: a day or period of the calendar. */
export interface Point {
  /** Offset after its words. */
  readonly end: number;
  readonly grain: Grain;
  /** Several readings (月初: five days or ten); none where the words do not resolve. */
  readonly periods: readonly { readonly from: Day; readonly to: Day }[];
  readonly year: number | null;
  readonly month: number | null;
  /** The words tell the year (2025年, 今年). */
  readonly yearSaid: boolean;
  /** No year is known: a stand-in is used and shown as XXXX. */
  readonly floating: boolean;
  /** 24年: a year or a length. */
  readonly maybeLength: boolean;
  /** A part of the day follows (早间): the day is named, but not as a whole. */
  readonly dayPart: boolean;
}

/** What an expression may leave out and where that comes from. */
export interface Base {
  readonly ref: Day | null;
  /** Year and month of the other end of a range. */
  readonly year: number | null;
  readonly month: number | null;
}

/** A leap year that stands in for an unknown one. */
const standIn = 2000;

export interface KnownYear {
  readonly year: number;
  readonly said: boolean;
  readonly floating: boolean;
}

/** The year that an expression without one belongs to. */
export function yearOf(base: Base): KnownYear {
  const year = base.year ?? (base.ref === null ? null : partsOf(base.ref).year);
  return { year: year ?? standIn, said: false, floating: year === null };
}

export function point(
  end: number,
  grain: Grain,
  periods: readonly (readonly [Day, Day])[],
  { year, said, floating }: KnownYear,
  month: number | null = null,
): Point {
  return {
    end,
    grain,
    periods: periods.map(([from, to]) => ({ from, to })),
    year: floating ? null : year,
    month,
    yearSaid: said,
    floating,
    maybeLength: false,
    dayPart: false,
  };
}

/** Words that name a time which nothing here resolves. */
export const unresolved = (end: number, grain: Grain = 'longer'): Point =>
  point(end, grain, [], { year: standIn, said: true, floating: true });

/** `count` months from the first of a month. */
export function monthSpan(year: number, month: number, count = 1): [Day, Day] {
  const from = dayOf(year, month, 1);
  return [from, addMonths(from, count)];
}

/** The value of periods; unresolved where there are none. */
export function dateValue(periods: readonly Period[], floating = false): DateValue {
  const ranges = new Map<string, DayRange>();
  for (const { from, to } of periods) {
    const start = from === null ? null : isoOf(from, floating);
    const end = to === null ? null : isoOf(to, floating);
    ranges.set(`${start}/${end}`, { start, end });
  }
  return { ranges: [...ranges.values()] };
}
