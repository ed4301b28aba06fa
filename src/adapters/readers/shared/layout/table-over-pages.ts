import type { Table } from '../../../../domain/source-text.js';
import type { PageTable } from './page-blocks.js';

/** A table while pages are added to it. */
export interface TableSoFar {
  readonly table: Table;
  readonly xs: readonly number[];
  /** The last page that it stands on. */
  page: number;
  rows: number;
}

/** In points: how far a column's border may move from page to page. */
const shift = 4;

/** Whether a table at the head of a page goes on with the one at the foot of the page before: as many columns, as wide. */
export function continues(before: TableSoFar, table: PageTable, page: number): boolean {
  const { xs } = before;
  if (page !== before.page + 1 || xs.length !== table.xs.length) return false;
  const moved = (table.xs[0] ?? 0) - (xs[0] ?? 0);
  return xs.every((x, i) => Math.abs((table.xs[i] ?? 0) - x - moved) <= shift);
}

/** A running head, or the words that tell that a table goes on. */
export function isRepeated(text: string, head: readonly string[]): boolean {
  return head.includes(text) || /^[（(]?(?:续表|接上[页表]|续前表|续上表|表?续\d*)[)）]?$/.test(text.trim());
}
