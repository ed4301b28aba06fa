const offices = 'Asia/Shanghai';
const dayMs = 86_400_000;

// Made once: a formatter takes longer to make than a page of rows to read.
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: offices });

/** The ISO calendar day of an instant where the offices are. */
export const dayOf = (instant: Date): string => isoDay.format(instant);

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const firstMs = utc('0000-01-01');
const lastMs = utc('9999-12-31');
/** Years of four digits alone: what would lie before or after them is the first or last day that they write. */
const iso = (ms: number): string =>
  new Date(Math.min(Math.max(ms, firstMs), lastMs)).toISOString().slice(0, 10);
/** Of years before 100 too, which Date.UTC takes for those of the last century. */
const utcOf = (year: number, monthIndex: number, date: number): number =>
  new Date(0).setUTCFullYear(year, monthIndex, date);

/** So many days after a day; before it where the number is negative. */
export const dayAfter = (day: string, days: number): string => iso(utc(day) + days * dayMs);
/** How many days lie from one day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / dayMs);

/** The same day so many months later; the last of that month where it has none. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(utcOf(year, month + months, 0)).getUTCDate();
  return iso(utcOf(year, month - 1 + months, Math.min(date, last)));
}

/** The month and date of a day in another year; where that has no 29 February, still written so. */
export const inYear = (day: string, year: number): string => `${year}${day.slice(4)}`;
