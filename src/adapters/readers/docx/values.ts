/** A count of columns, kept within what Word itself allows. */
export function columns(value: string | undefined): number {
  return Math.min(Math.max(Number.parseInt(value ?? '1', 10) || 1, 1), 63);
}
