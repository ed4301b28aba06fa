import type { LedgerRow } from '../../../domain/ledger.js';

/** A stretch of the text under the same items. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The shortest first; none between items. */
  readonly rows: readonly LedgerRow[];
}

/** A text cut where items begin or end, in one pass. @param rows in the order of their beginnings */
export function* stretchesOf(length: number, rows: readonly LedgerRow[]): Generator<Stretch> {
  const cuts = [...new Set([0, length, ...rows.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at <= length)
    .sort((a, b) => a - b);
  let next = 0;
  let open: LedgerRow[] = [];
  for (const [n, start] of cuts.entries()) {
    const end = cuts[n + 1];
    if (end === undefined) return;
    open = open.filter((row) => row.end > start);
    for (let row = rows[next]; row && row.start <= start; row = rows[++next])
      if (row.end > start) open.push(row);
    yield { start, end, rows: open.toSorted((a, b) => a.end - a.start - (b.end - b.start)) };
  }
}
