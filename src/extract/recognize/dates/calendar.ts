/** Days since 1970-01-01. */
export type Day = number;

export const dayOf = (year: number, month: number, day: number): Day =>
  Date.UTC(year, month - 1, day) / 86_400_000;

export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function partsOf(day: Day): DayParts {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const daysInMonth = (year: number, month: number): number => partsOf(dayOf(year, month + 1, 0)).day;

/** Whether there is such a day: 2月30日 is none. */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** The same day of another month, or that month's last where it is shorter. */
export function addMonths(from: Day, months: number): Day {
  const { year, month, day } = partsOf(from);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return dayOf(y, m, Math.min(day, daysInMonth(y, m)));
}

/** Monday is 0. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;
export const mondayOf = (day: Day): Day => day - weekdayOf(day);

/** The n-th working day after `from`; Mondays to Fridays, holidays not known. */
export function addWorkdays(from: Day, count: number): Day {
  const weeks = Math.floor(count / 5);
  let day = from + weeks * 7;
  for (let left = count - weeks * 5; left > 0; ) {
    day++;
    if (weekdayOf(day) < 5) left--;
  }
  while (weekdayOf(day) > 4) day--;
  return day;
}

/** ISO day; XXXX for the year of a day whose year nothing tells. */
export function isoOf(day: Day, floating = false): string {
  const { year, month, day: d } = partsOf(day);
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${floating ? 'XXXX' : pad(year, 4)}-${pad(month, 2)}-${pad(d, 2)}`;
}

/** The day of an ISO date or date-time, or null where it is none. */
export function parseDay(iso: string | null): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(iso ?? '');
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  return year !== undefined && month !== undefined && day !== undefined && isDay(year, month, day)
    ? dayOf(year, month, day)
    : null;
}
