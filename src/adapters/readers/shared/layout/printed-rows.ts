import type { PlacedText } from './placed-text.js';

/** Pieces on one base line, from left to right. */
export interface PrintedRow {
  readonly across: number;
  readonly size: number;
  readonly pieces: PlacedText[];
}

/** Level writing by base lines, from the top down, wherever in the file it is drawn. */
export function printedRows(pieces: readonly PlacedText[]): PrintedRow[] {
  const level = pieces.filter(({ direction, isGap }) => direction === 0 && !isGap);
  const rows: PrintedRow[] = [];
  for (const piece of level.toSorted((a, b) => a.across - b.across)) {
    const row = rows.at(-1);
    if (row && piece.across - row.across <= Math.min(row.size, piece.size) * 0.4) row.pieces.push(piece);
    else rows.push({ across: piece.across, size: piece.size, pieces: [piece] });
  }
  for (const row of rows) row.pieces.sort((a, b) => a.from - b.from);
  return rows;
}
