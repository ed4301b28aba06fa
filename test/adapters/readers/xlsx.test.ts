import ExcelJS from 'exceljs';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import {
  c,
  makeXlsx,
  n,
  rowsXml,
  type SheetSpec,
  stylesXml,
  type WorkbookSpec,
} from './support/make-xlsx.js';

const read = (bytes: Uint8Array) => readInProcess({ name: 'a.xlsx', bytes });
const codeOf = async (bytes: Uint8Array) => read(bytes).catch((fault: { code: string }) => fault.code);
const book = (xml: string, more: Partial<WorkbookSpec> = {}) =>
  makeXlsx({ sheets: [{ name: 'Sheet1', xml }], ...more });
const data = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`;
const row = (number: number, cells: string, more = '') => `<row r="${number}" ${more}>${cells}</row>`;

describe('cells', () => {
  it('are parted by a tab and rows by a line feed, and know their sheet and place', async () => {
    const source = await read(
      book(data(row(2, c('B2', '任务') + c('D2', '时限')), row(5, c('B5', '新建5所') + c('D5', '年底')))),
    );
    expect(source.text).toBe('任务\t时限\n新建5所\t年底');
    expect(source.format).toBe('xlsx');
    expect(source.tables).toHaveLength(1);
    expect(source.tables[0]).toMatchObject({ sheet: 'Sheet1', start: 0, end: source.text.length });
    expect(
      source.tables[0]?.cells.map(({ start, end, row: at, column }) => [
        source.text.slice(start, end),
        at,
        column,
      ]),
    ).toEqual([
      ['任务', 1, 1],
      ['时限', 1, 3],
      ['新建5所', 4, 1],
      ['年底', 4, 3],
    ]);
  });

  it('read as their number format shows them', async () => {
    const styles = stylesXml(['0%', 'yyyy/m/d', '#,##0.0"万元"', 'yyyy"年"m"月"']);
    const xml = data(
      row(1, n('A1', 0.92, 1) + n('B1', 46_022, 2) + n('C1', 1200, 3) + n('D1', 0.5) + n('E1', 46_022, 4)),
    );
    expect((await read(book(xml, { styles }))).text).toBe('92%\t2025/12/31\t1,200.0万元\t0.5\t2025年12月');
    const from1904 = book(data(row(1, n('A1', 44_560, 2))), {
      styles,
      properties: '<workbookPr date1904="1"/>',
    });
    expect((await read(from1904)).text).toBe('2025/12/31');
  });

  it('hold shared strings in runs, without readings, raised digits apart', async () => {
    const strings =
      '<si><t>责任单位</t></si><si><r><rPr><b/></rPr><t>新建绿地5公顷</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><rPh sb="0" eb="1"><t>dú yīn</t></rPh></si>';
    const xml = data(
      row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>99</v></c>'),
    );
    expect((await read(book(xml, { strings }))).text).toBe('责任单位\t新建绿地5公顷¹');
  });

  it('of formulas read as their saved result; one without a result is told', async () => {
    const xml = data(
      row(
        1,
        '<c r="A1" t="str"><f>A2&amp;B2</f><v>完成</v></c><c r="B1"><f>SUM(C1:C9)</f><v>17</v></c><c r="C1"><f>NOW()</f></c>',
      ),
    );
    const source = await read(book(xml));
    expect(source.text).toBe('完成\t17');
    expect(source.warnings.map(({ message }) => message)).toEqual([
      '工作表“Sheet1”有 1 个公式没有保存计算结果，没有读取。',
    ]);
  });

  it('keep their line ends, and no tab of their own', async () => {
    const xml = data(
      row(
        1,
        c('A1', '1.新建5所；_x000D_\n2.改造\t3所') +
          '<c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c>',
      ),
    );
    expect((await read(book(xml))).text).toBe('1.新建5所；\n2.改造 3所\tTRUE\t#REF!');
  });

  it('merged ones cover their rows and columns, and hide what lies under them', async () => {
    const xml = `${data(
      row(1, c('A1', '任务清单') + c('B1', '旧标题')),
      row(2, c('A2', '食堂') + c('B2', '市民政局')),
      row(3, c('A3', '床位') + c('B3', '被盖住')),
    )}<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B2:B3"/></mergeCells>`;
    const source = await read(book(xml));
    expect(source.text).toBe('任务清单\n食堂\t市民政局\n床位');
    expect(source.tables[0]?.cells.map(({ rowSpan, columnSpan }) => [rowSpan, columnSpan])).toEqual([
      [1, 2],
      [1, 1],
      [2, 1],
      [1, 1],
    ]);
  });
});

describe('what is hidden', () => {
  it('is no visible word: rows, columns, sheets; and it is told', async () => {
    const xml = `<cols><col min="2" max="3" width="9" hidden="1"/></cols>${data(
      row(1, c('A1', '任务') + c('B1', '内部测算') + c('D1', '目标')),
      row(2, c('A2', '旧任务'), 'hidden="1"'),
      row(3, c('A3', '新任务') + c('D3', '5所')),
      row(4, c('A4', '压扁'), 'ht="0" customHeight="1"'),
    )}`;
    const hiddenSheet: SheetSpec = { name: '底稿', state: 'veryHidden', xml: rowsXml([['不外传']]) };
    const source = await read(makeXlsx({ sheets: [{ name: '清单', xml }, hiddenSheet] }));
    expect(source.text).toBe('任务\t目标\n新任务\t5所');
    expect(source.warnings.map(({ message }) => message)).toEqual([
      '有 1 个隐藏的工作表，没有读取。',
      '工作表“清单”有隐藏的 2 行、1 列，没有读取。',
    ]);
  });

  it('leaves the name of a sheet where several are seen', async () => {
    const sheets = [
      { name: '附件1 任务清单', xml: rowsXml([['任务', '目标']]) },
      { name: '空表', xml: '<sheetData/>' },
      { name: '附件2', xml: rowsXml([['说明']]) },
    ];
    const source = await read(makeXlsx({ sheets }));
    expect(source.text).toBe('附件1 任务清单\n任务\t目标\n附件2\n说明');
    expect(source.tables.map(({ sheet }) => sheet)).toEqual(['附件1 任务清单', '附件2']);
  });
});

describe('files of other programs', () => {
  it('reads what exceljs writes', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('任务清单');
    sheet.addRow(['指标', '目标', '时限', '进度']);
    sheet.addRow(['就诊率', 0.92, new Date(Date.UTC(2025, 11, 31)), { formula: 'B2*2', result: 1.84 }]);
    sheet.getCell('B2').numFmt = '0%';
    sheet.getCell('C2').numFmt = 'yyyy-mm-dd';
    sheet.mergeCells('A4:B4');
    sheet.getCell('A4').value = { richText: [{ text: '注：' }, { text: '含县级', font: { bold: true } }] };
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const source = await read(bytes);
    expect(source.text).toBe('指标\t目标\t时限\t进度\n就诊率\t92%\t2025-12-31\t1.84\n注：含县级');
    expect(source.warnings).toEqual([]);
  });

  it('reads prefixed and strict namespaces, and cells without references', async () => {
    const strict =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const bytes = makeXlsx(
      { sheets: [{ name: '甲', xml: '' }] },
      { 'xl/worksheets/sheet1.xml': strToU8(strict) },
    );
    expect((await read(bytes)).text).toBe('甲\t5');
  });
});

describe('bad files', () => {
  it('have codes: no cells, no sheet, cut XML, entities', async () => {
    expect(await codeOf(book('<sheetData/>'))).toBe('file-empty');
    expect(await codeOf(makeXlsx({ sheets: [] }))).toBe('file-empty');
    expect(await codeOf(book('<sheetData><row>'))).toBe('file-damaged');
    const entity = strToU8(
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet>&e;</worksheet>',
    );
    expect(
      await codeOf(makeXlsx({ sheets: [{ name: 'a', xml: '' }] }, { 'xl/worksheets/sheet1.xml': entity })),
    ).toBe('file-damaged');
  });

  it('tell of a sheet that is not in the file', async () => {
    const sheets = [
      { name: '丢了', xml: '' },
      { name: '在', xml: rowsXml([['甲']]) },
    ];
    const link =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>';
    const source = await read(makeXlsx({ sheets }, { 'xl/_rels/workbook.xml.rels': strToU8(link) }));
    expect(source.text).toBe('在\n甲');
    expect(source.warnings.map(({ message }) => message)).toEqual([
      '工作表“丢了”的内容不在文件里，没有读取。',
    ]);
  });

  it('read a million rows in name only, and stop at too many characters', async () => {
    const last = book(data(row(1, c('A1', '任务')), row(1_048_576, c('A1048576', '末行'))));
    const source = await read(last);
    expect(source.text).toBe('任务\n末行');
    expect(source.tables[0]?.cells[1]?.row).toBe(1_048_575);
    const long = '长'.repeat(1_000_000);
    const strings = `<si><t>${long}</t></si>`;
    const many = data(row(1, '<c r="A1" t="s"><v>0</v></c>'.repeat(6)));
    expect(await codeOf(book(many, { strings }))).toBe('file-unpacked-too-large');
  });

  it('that merge more than any sheet are stopped', async () => {
    const merges = Array.from({ length: 200 }, (_v, i) => `<mergeCell ref="A${i + 1}:XFD${i + 1}"/>`).join(
      '',
    );
    expect(await codeOf(book(`${data(row(1, c('A1', '甲')))}<mergeCells>${merges}</mergeCells>`))).toBe(
      'file-unpacked-too-large',
    );
  });
});
