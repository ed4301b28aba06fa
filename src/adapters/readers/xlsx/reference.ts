/** Excel's own bounds: XFD1048576. */
export const sheetBounds = { rows: 1_048_576, columns: 16_384 } as const;

/** Row and column, both from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Range {
  readonly from: Place;
  readonly to: Place;
}

/** `B5` as a place; null for what is none or lies outside a sheet. */
export function readReference(reference: string): Place | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1]?.toUpperCase() ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  const inside = row >= 1 && row <= sheetBounds.rows && column <= sheetBounds.columns;
  return inside ? { row: row - 1, column: column - 1 } : null;
}

/** `B5:D7` as a range, its corners in order; null for what is none. */
export function readRange(range: string): Range | null {
  const [first = '', second = first] = range.split(':');
  const a = readReference(first);
  const b = readReference(second);
  if (!a || !b) return null;
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}
