import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import excel, { type Worksheet } from 'exceljs';
import type { ExportOptions } from '../../../app/ports/ledger-exporter.js';
import type { LedgerRow } from '../../../domain/ledger.js';
import { phrase } from '../../../domain/phrase.js';
import { drained } from '../shared/paced.js';
import { formats, looksLikeFormula, sheetCell } from './cell.js';

/** A sheet takes 1,048,576 rows, one of which is the heading. */
const rowsOfSheet = 1_048_575;
const sheetName = phrase('台账', 'Ledger');

type Book = excel.stream.xlsx.WorkbookWriter;

function beginSheet(book: Book, n: number, { columns, language }: ExportOptions): Worksheet {
  const sheet = book.addWorksheet(`${sheetName[language]}${n === 1 ? '' : n}`, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = columns.map(({ key, width, type }) => ({ key, width, style: formats[type] }));
  const heading = sheet.addRow(columns.map(({ title }) => title[language]));
  heading.font = { bold: true };
  heading.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };
  heading.commit();
  return sheet;
}

function endSheet(sheet: Worksheet, rows: number, { columns }: ExportOptions): void {
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows + 1, column: columns.length } };
  sheet.commit();
}

function addRow(sheet: Worksheet, row: LedgerRow, options: ExportOptions): void {
  const cells = options.columns.map((column) => sheetCell(column, row, options));
  const added = sheet.addRow(cells);
  for (const [n, cell] of cells.entries()) if (looksLikeFormula(cell)) added.getCell(n + 1).numFmt = '@';
  added.commit();
}

/**
 * A workbook with one sheet, or more where the rows do not fit one; rows go out as they come.
 * @param most rows of a sheet
 */
export async function writeXlsx(
  pages: AsyncIterable<readonly LedgerRow[]>,
  out: Writable,
  options: ExportOptions,
  most = rowsOfSheet,
): Promise<void> {
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  book.creator = 'jiannuo';
  let sheets = 1;
  let rows = 0;
  let sheet = beginSheet(book, sheets, options);
  for await (const page of pages) {
    for (const row of page) {
      if (rows === most) {
        endSheet(sheet, rows, options);
        rows = 0;
        sheets += 1;
        sheet = beginSheet(book, sheets, options);
      }
      addRow(sheet, row, options);
      rows += 1;
    }
    // The packer works in turns of its own: without these the rows pile up before it.
    await drained(out);
    await setImmediate();
  }
  endSheet(sheet, rows, options);
  // Whoever waits for the file may have gone: the packer would wait for ever.
  await Promise.race([book.commit(), finished(out, { readable: false })]);
}
