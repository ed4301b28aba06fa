import type { SourceText } from '../../../domain/source-text.js';
import { readWarning } from '../../../domain/warnings.js';
import type { FormatReader } from '../reader.js';
import { BlockOutput, type RowCell } from '../shared/block-output.js';
import { decodeText } from '../shared/decode.js';
import { eachRecord, findDelimiter } from '../shared/delimited.js';

const id = 'csv@1';

/** Line ends of a cell are kept; a tab would part cells. */
const words = (field: string) => field.replace(/\r\n?/g, '\n').replace(/[\t\f\v]/g, ' ');

const placeOf = (field: string, column: number): RowCell | null =>
  field.trim() === '' ? null : { column, words: words(field), rowSpan: 1, columnSpan: 1 };

/** Tables of text with a separator, which is found, as the encoding is. Empty records are left out. */
export const csvReader: FormatReader = {
  id,
  async read(bytes): Promise<SourceText> {
    const { text: all } = decodeText(bytes);
    const delimiter = findDelimiter(all) ?? ',';
    const body = all.replace(/^sep=[,;|\t]\r?\n/, '');
    const isClosed = eachRecord(body, delimiter, true, () => {});
    const output = new BlockOutput();
    output.openTable(null);
    let row = -1;
    eachRecord(body, delimiter, isClosed, (fields) => {
      row++;
      const last = fields.findLastIndex((field) => field.trim() !== '');
      if (last >= 0) output.row(row, fields.slice(0, last + 1).map(placeOf));
    });
    output.closeTable();
    const { text, tables } = output.finish();
    const warnings = isClosed ? [] : [readWarning('quotation-open', null)];
    return { format: 'csv', text, pages: [], lines: [], tables, warnings, reader: id };
  },
};
