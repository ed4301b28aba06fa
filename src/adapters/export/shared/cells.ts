import type { ExportColumn } from '../../../app/export/export-columns.js';
import type { ExportOptions } from '../../../app/ports/ledger-exporter.js';
import type { LedgerRow } from '../../../domain/ledger.js';

/** Where a row's passage is shown. */
export const sourceLink = ({ id }: Pick<LedgerRow, 'id'>, linkBase: string): string =>
  `${linkBase}/api/v1/commitments/${encodeURIComponent(id)}/source`;

/** What a column says of a row, in the language of the file. */
export function cellValue(
  column: ExportColumn,
  row: LedgerRow,
  options: ExportOptions,
): string | number | null {
  const value = column.value(row, options);
  return value === null || typeof value !== 'object' ? value : value[options.language];
}

/** The same where there are no types: a link is its address. */
export const plainCell = (
  column: ExportColumn,
  row: LedgerRow,
  options: ExportOptions,
): string | number | null =>
  column.type === 'link' ? sourceLink(row, options.linkBase) : cellValue(column, row, options);
