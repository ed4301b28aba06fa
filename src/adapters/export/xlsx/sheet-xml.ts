import type { CellType, ExportColumn } from '../../../app/export/export-columns.js';
import type { ExportOptions } from '../../../app/ports/ledger-exporter.js';
import type { LedgerRow } from '../../../domain/ledger.js';
import { cellValue, sourceLink } from '../shared/cells.js';

/** Positions in the styles of package-parts.ts. */
const styles: Readonly<Record<CellType | 'heading' | 'guarded', number>> = {
  text: 1,
  number: 2,
  date: 3,
  link: 4,
  guarded: 5,
  heading: 6,
};

/** A cell of a sheet takes so many characters. */
const mostCharacters = 32_767;
/** Not allowed in XML 1.0: Excel calls a file that holds them damaged. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** What a spreadsheet would take for a formula if the cell were typed anew. */
const formula = /^[=+\-@\t\r]/;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Text as a sheet can hold it, as XML; one that is longer than a cell is cut, and ends in an ellipsis. */
export function sheetText(text: string): string {
  const clean = text.replace(unwritable, '');
  const cut = clean.length <= mostCharacters ? clean : `${clean.slice(0, mostCharacters - 1)}…`;
  // Excel reads _x000D_ as a character: words that look like it are told from it so.
  return escaped(cut.replace(/[\ud800-\udbff](?=…$)/, '').replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'));
}

/** 1 is A, 27 is AA. */
export function columnName(n: number): string {
  const before = Math.floor((n - 1) / 26);
  return `${before > 0 ? columnName(before) : ''}${String.fromCharCode(65 + ((n - 1) % 26))}`;
}

const day = 24 * 60 * 60 * 1000;
/** Days as Excel counts them. */
const serialOf = (isoDay: string): number =>
  (Date.parse(`${isoDay}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / day;

const stringCell = (at: string, style: number, xml: string): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c>`;

function cellXml(at: string, column: ExportColumn, row: LedgerRow, options: ExportOptions): string {
  const value = cellValue(column, row, options);
  if (value === null || value === '') return '';
  const style = styles[column.type];
  if (typeof value === 'number') return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  if (column.type === 'date') return `<c r="${at}" s="${style}"><v>${serialOf(value)}</v></c>`;
  if (column.type === 'link') {
    // A formula, not a hyperlink of the sheet: of those Excel takes 65,530, and they come after all rows.
    const called = `HYPERLINK("${sourceLink(row, options.linkBase)}","${value.replaceAll('"', '""')}")`;
    return `<c r="${at}" s="${style}" t="str"><f>${escaped(called)}</f><v>${sheetText(value)}</v></c>`;
  }
  return stringCell(at, formula.test(value) ? styles.guarded : style, sheetText(value));
}

/** @param n from 1 */
export function rowXml(n: number, row: LedgerRow, options: ExportOptions): string {
  const cells = options.columns.map((column, i) => cellXml(`${columnName(i + 1)}${n}`, column, row, options));
  return `<row r="${n}">${cells.join('')}</row>`;
}

/** All that stands before the rows: the first row stays in sight, and has the headings. */
export function sheetHead({ columns, language }: ExportOptions): string {
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const headings = columns.map(({ title }, i) =>
    stringCell(`${columnName(i + 1)}1`, styles.heading, sheetText(title[language])),
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${headings.join('')}</row>`
  );
}

/** @param rows without the heading */
export const sheetFoot = (rows: number, columns: number): string =>
  `</sheetData><autoFilter ref="A1:${columnName(columns)}${rows + 1}"/>` +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>';
