import { dayAfter } from './day.js';

/** Which days are worked: weekends, public holidays and the days worked for them (调休). */
export interface WorkCalendar {
  /** @param day ISO */
  isWorkday(day: string): boolean;
  /** Whether the holidays of a year are known: until they are announced only weekends are. */
  knows(year: number): boolean;
}

/** Longer than any holiday with its weekends. */
const mostFree = 60;

/** The day itself, or the next one that is worked: where a limit ends on a holiday. */
export function workdayOnOrAfter(day: string, calendar: WorkCalendar): string {
  for (let n = 0; n < mostFree; n += 1) {
    const next = dayAfter(day, n);
    if (calendar.isWorkday(next)) return next;
  }
  return day;
}

/** Some 27 years. */
const mostCounted = 10_000;
const beyondWeeks = (days: number): number => Math.max(0, Math.ceil((days - mostCounted) / 7));

/**
 * How many days are worked after a day up to so many days later; negative for days before it. Each day is looked at once;
 * of those further away than `mostCounted` every week counts as five.
 */
export function workdaysFrom(today: string, calendar: WorkCalendar): (days: number) => number {
  const ahead = [0];
  const behind = [0];
  const count = (counts: number[], days: number, dayAt: (n: number) => string): number => {
    const weeks = beyondWeeks(days);
    const near = days - 7 * weeks;
    for (let n = counts.length; n <= near; n += 1)
      counts.push((counts[n - 1] ?? 0) + (calendar.isWorkday(dayAt(n)) ? 1 : 0));
    return (counts[near] ?? 0) + 5 * weeks;
  };
  return (days) => {
    if (days >= 0) return count(ahead, days, (n) => dayAfter(today, n));
    const passed = count(behind, -days, (n) => dayAfter(today, 1 - n));
    return passed === 0 ? 0 : -passed;
  };
}

/** Years from today's to those of the days whose holidays are not known: of them only weekends are counted. */
export function unknownYears(days: readonly string[], today: string, calendar: WorkCalendar): number[] {
  const years = new Set([today, ...days].map((day) => Number(day.slice(0, 4))));
  return [...years].filter((year) => year >= Number(today.slice(0, 4)) && !calendar.knows(year)).sort();
}
