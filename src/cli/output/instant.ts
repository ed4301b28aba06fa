/** Prints ISO instants as `2025-03-01 16:30` in a time zone; the heading of their column names the zone. */
export function clockOf(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (instant) => format.format(new Date(instant));
}
