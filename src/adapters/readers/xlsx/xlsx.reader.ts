import type { ReadWarning, SourceText } from '../../../domain/source-text.js';
import { readWarning } from '../../../domain/warnings.js';
import type { FormatReader } from '../reader.js';
import { BlockOutput } from '../shared/block-output.js';
import { OfficePackage } from '../shared/office-package.js';
import { CellStyles } from './cell-styles.js';
import { readSharedStrings } from './shared-strings.js';
import { SheetCells } from './sheet-cells.js';
import { writeSheet } from './sheet-text.js';
import { readWorkbook } from './workbook.js';

const id = 'xlsx@1';

/** XLSX, with or without macros, by a walk of our own: see docs/adr/0009-sheets-and-old-word-by-own-walk.md. */
export const xlsxReader: FormatReader = {
  id,
  async read(bytes): Promise<SourceText> {
    const source = new OfficePackage(bytes, 'xl/workbook.xml');
    const { sheets, date1904 } = readWorkbook(source);
    const context = { strings: readSharedStrings(source), styles: new CellStyles(source), date1904 };
    const output = new BlockOutput();
    const warnings: ReadWarning[] = [];
    const visible = sheets.filter(({ hidden }) => !hidden);
    if (visible.length < sheets.length)
      warnings.push(readWarning('sheets-hidden', null, { count: sheets.length - visible.length }));
    for (const { name, part } of visible) {
      if (part === null) {
        warnings.push(readWarning('sheet-missing', null, { sheet: name }));
        continue;
      }
      const cells = new SheetCells(context);
      source.walk(part, cells);
      if (cells.words.length === 0) continue;
      // The tab's name heads its rows where there are several: 附件1 任务清单.
      if (visible.length > 1) output.line(name);
      const hidden = writeSheet(cells, output, name);
      if (hidden.rows + hidden.columns > 0)
        warnings.push(readWarning('cells-hidden', null, { sheet: name, ...hidden }));
      if (cells.uncounted > 0)
        warnings.push(readWarning('formulas-without-result', null, { sheet: name, count: cells.uncounted }));
    }
    const { text, tables } = output.finish();
    return { format: 'xlsx', text, pages: [], lines: [], tables, warnings, reader: id };
  },
};
