import type { CellValue, Style } from 'exceljs';
import type { ExportColumn } from '../../../app/export/export-columns.js';
import type { ExportOptions } from '../../../app/ports/ledger-exporter.js';
import type { LedgerRow } from '../../../domain/ledger.js';
import { cellValue, sourceLink } from '../shared/cells.js';

/** A cell of a sheet takes so many characters. */
const mostCharacters = 32_767;
/** Not allowed in XML 1.0: Excel calls a file that holds them damaged. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** What a spreadsheet would take for a formula if the cell were typed anew. */
const formula = /^[=+\-@\t\r]/;

/** Text as a sheet can hold it. */
export function sheetText(text: string): string {
  const clean = text.replace(unwritable, '');
  if (clean.length <= mostCharacters) return clean;
  const cut = clean.slice(0, mostCharacters - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** Text cells that look like a formula keep the format Text, so that they stay text when they are edited. */
export const looksLikeFormula = (value: unknown): boolean => typeof value === 'string' && formula.test(value);

export const formats: Readonly<Record<ExportColumn['type'], Partial<Style>>> = {
  text: { alignment: { vertical: 'top', wrapText: true } },
  number: { alignment: { vertical: 'top' }, numFmt: 'General' },
  date: { alignment: { vertical: 'top' }, numFmt: 'yyyy-mm-dd' },
  link: {
    alignment: { vertical: 'top' },
    font: { color: { argb: 'FF0563C1' }, underline: true },
  },
};

/** A row's cell with its real type: a number, a day, a link, else text. */
export function sheetCell(
  column: ExportColumn,
  row: LedgerRow,
  { language, linkBase }: ExportOptions,
): CellValue {
  const value = cellValue(column, row, language);
  if (value === null || value === '') return null;
  if (column.type === 'date') return new Date(`${value}T00:00:00Z`);
  if (column.type === 'link') {
    // A formula, not a hyperlink of the sheet: of those Excel takes 65,530, and they pile up in memory.
    const words = String(value).replaceAll('"', '""');
    return { formula: `HYPERLINK("${sourceLink(row, linkBase)}","${words}")`, result: String(value) };
  }
  return typeof value === 'number' ? value : sheetText(value);
}
