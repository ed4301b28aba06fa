import type { SourceText } from '../../../domain/source-text.js';
import { readWarning } from '../../../domain/warnings.js';
import type { FormatReader } from '../reader.js';
import { decodeText } from '../shared/decode.js';
import { findDelimiter, readRecords } from '../shared/delimited.js';
import { SheetOutput } from '../shared/sheet-output.js';

const id = 'csv@1';

/** Line ends of a cell are kept; a tab would part cells. */
const words = (field: string) => field.replace(/\r\n?/g, '\n').replace(/[\t\f\v]/g, ' ');

/** Tables of text with a separator, which is found, as the encoding is. Empty records are left out. */
export const csvReader: FormatReader = {
  id,
  takes: ['csv'],
  async read(bytes): Promise<SourceText> {
    const { text: all } = decodeText(bytes);
    const delimiter = findDelimiter(all) ?? ',';
    const body = all.replace(/^sep=[,;|\t]\r?\n/, '');
    const strict = readRecords(body, delimiter);
    const { records } = strict.closed ? strict : readRecords(body, delimiter, false);
    const output = new SheetOutput();
    output.openTable(null);
    for (const [row, fields] of records.entries()) {
      if (fields.every((field) => field.trim() === '')) continue;
      const last = fields.findLastIndex((field) => field.trim() !== '');
      const places = fields.slice(0, last + 1).map((field, column) => {
        return field.trim() === '' ? null : { column, words: words(field), rowSpan: 1, columnSpan: 1 };
      });
      output.row(row, places);
    }
    output.closeTable();
    const { text, tables } = output.finish();
    const warnings = strict.closed ? [] : [readWarning('quotation-open', null)];
    return { format: 'csv', text, pages: [], lines: [], tables, warnings, reader: id };
  },
};
