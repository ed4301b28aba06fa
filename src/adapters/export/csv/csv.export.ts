import type { ExportOptions } from '../../../app/ports/ledger-exporter.js';
import type { LedgerRow } from '../../../domain/ledger.js';
import { plainCell } from '../shared/cells.js';
import { byteOrderMark, csvRecord } from './csv-record.js';

/** CSV with the mark by which Excel knows UTF-8; headings in words, days as ISO days. */
export async function* csvTexts(
  pages: AsyncIterable<readonly LedgerRow[]>,
  options: ExportOptions,
): AsyncGenerator<string> {
  const { columns, language } = options;
  yield `${byteOrderMark}${csvRecord(columns.map(({ title }) => title[language]))}`;
  for await (const rows of pages)
    yield rows.map((row) => csvRecord(columns.map((column) => plainCell(column, row, options)))).join('');
}
