const offices = 'Asia/Shanghai';
const dayMs = 86_400_000;

/** The ISO calendar day of an instant where the offices are. */
export const dayOf = (instant: Date): string => instant.toLocaleDateString('sv-SE', { timeZone: offices });

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** So many days after a day; before it where the number is negative. */
export const dayAfter = (day: string, days: number): string => iso(utc(day) + days * dayMs);
/** How many days lie from one day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / dayMs);

/** The same day so many months later; the last of that month where it has none. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return iso(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}
