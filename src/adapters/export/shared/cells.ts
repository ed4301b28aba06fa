import type { ExportColumn } from '../../../app/export/export-columns.js';
import type { LedgerRow } from '../../../domain/ledger.js';
import type { Language } from '../../../domain/phrase.js';

/** Where a row's passage is shown. */
export const sourceLink = ({ id }: Pick<LedgerRow, 'id'>, linkBase: string): string =>
  `${linkBase}/api/v1/commitments/${encodeURIComponent(id)}/source`;

/** What a column says of a row, in a language. */
export function cellValue(column: ExportColumn, row: LedgerRow, language: Language): string | number | null {
  const value = column.value(row);
  return value === null || typeof value !== 'object' ? value : value[language];
}

/** The same where there are no types: a link is its address. */
export const plainCell = (
  column: ExportColumn,
  row: LedgerRow,
  language: Language,
  linkBase: string,
): string | number | null =>
  column.type === 'link' ? sourceLink(row, linkBase) : cellValue(column, row, language);
