import { oneLine } from './escape.js';
import { displayWidth, padEnd, truncate } from './width.js';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Most columns it may take; the last column of a table takes what the terminal leaves. */
  readonly max: number;
}

const gap = '  ';

/** A plain table; widths count Chinese characters as two columns. */
export function renderTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  terminal = process.stdout.columns ?? 220,
): string {
  const cells = rows.map((row) => columns.map((column) => oneLine(column.cell(row))));
  const widths = columns.map((column, i) =>
    Math.min(
      column.max,
      Math.max(displayWidth(column.title), ...cells.map((line) => displayWidth(line[i] ?? ''))),
    ),
  );
  const last = widths.length - 1;
  const before = widths.slice(0, last).reduce((sum, width) => sum + width + gap.length, 0);
  widths[last] = Math.max(20, Math.min(widths[last] ?? 0, terminal - before));
  const line = (texts: readonly string[]) =>
    widths
      .map((width, i) => padEnd(truncate(texts[i] ?? '', width), width))
      .join(gap)
      .trimEnd();
  return [
    line(columns.map((column) => column.title)),
    line(widths.map((width) => '─'.repeat(width))),
    ...cells.map(line),
  ]
    .map((text) => `${text}\n`)
    .join('');
}
