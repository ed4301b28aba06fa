import { describe, expect, it } from 'vitest';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import { eachRecord, findDelimiter } from '../../../src/adapters/readers/shared/delimited.js';
import { sniff } from '../../../src/adapters/readers/sniff.js';
import fc from '../../support/seeded.js';
import { encodeBig5 } from './support/big5.js';
import { encodeGb18030 } from './support/gb18030.js';

const read = (bytes: Uint8Array, name = 'a.csv') => readInProcess({ name, bytes });
const rows = [
  '序号,任务,目标,责任单位,完成时限',
  '1,食堂,新建5所,市民政局,2025年底',
  '2,床位,新增300张,市卫健委,2025年底',
];
const text = `${rows.join('\r\n')}\r\n`;
const traditional =
  '序號,任務,目標,責任單位,完成時限\r\n1,食堂,新建5所,民政局,2025年底\r\n2,床位,新增300張,衛生局,2025年底\r\n';
const shown = rows.map((row) => row.replaceAll(',', '\t')).join('\n');

describe('CSV', () => {
  it.each([
    ['GB18030', encodeGb18030(text) ?? new Uint8Array()],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['Big5', encodeBig5(traditional)],
  ])('in %s', async (_encoding, bytes) => {
    const source = await read(bytes);
    expect(source.format).toBe('csv');
    expect(source.text.split('\n').map((line) => line.split('\t').length)).toEqual([5, 5, 5]);
  });

  it.each([',', '\t', ';', '|'])('with %j, whatever its name is', async (delimiter) => {
    const source = await read(Buffer.from(text.replaceAll(',', delimiter)), '清单.txt');
    expect(source.text).toBe(shown);
    expect(source.tables[0]?.cells.slice(5, 7).map(({ row, column }) => [row, column])).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });

  it.each(['utf8', 'utf16le'] as const)('of many lines in %s is told by its beginning', (encoding) => {
    for (const first of ['甲', '甲乙', '甲乙a'])
      expect(sniff(Buffer.from(`${first},乙,丙\n`.repeat(20_000), encoding)).type).toBe('csv');
  });

  it('keeps what is quoted together, lets titles stand above and leaves empty records out', async () => {
    const quoted =
      '鹿渚市任务清单\n\n序号,任务,目标\n1,"养老,助餐","新建5所；\n改造""三类""食堂"\n,,\n2,床位,\n3,托育,8个\n';
    expect((await read(Buffer.from(quoted))).text).toBe(
      '鹿渚市任务清单\n序号\t任务\t目标\n1\t养老,助餐\t新建5所；\n改造"三类"食堂\n2\t床位\n3\t托育\t8个',
    );
    expect((await read(Buffer.from('sep=;\n甲;乙;丙\n'))).text).toBe('甲\t乙\t丙');
  });

  it('says when a quotation is never closed, and swallows nothing', async () => {
    const source = await read(Buffer.from('序号,任务,目标\n1,"养老,5所\n2,床位,300张\n3,托育,8个\n'));
    expect(source.text).toBe('序号\t任务\t目标\n1\t"养老\t5所\n2\t床位\t300张\n3\t托育\t8个');
    expect(source.warnings.map(({ code }) => code)).toEqual(['quotation-open']);
  });

  it('reads back any fields', () => {
    const field = fc.string({
      unit: fc.constantFrom('新', '5', '"', ',', ';', '\n', '\r\n', '\t', ' '),
      maxLength: 6,
    });
    const quote = (value: string) => `"${value.replace(/"/g, '""')}"`;
    const table = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom(',' as const, ';' as const, '\t' as const), (records, delimiter) => {
        const written = records.map((fields) => `${fields.map(quote).join(delimiter)}\r\n`).join('');
        const read: (readonly string[])[] = [];
        expect(eachRecord(written, delimiter, true, (fields) => read.push(fields))).toBe(true);
        expect(read).toEqual(records);
      }),
    );
  });
});

describe('running words are no table', () => {
  it.each([
    ['prose', '您好,来信收悉。\n现答复如下,请知悉。\n一、关于养老\n到2025年底,新建5所,改造3所。\n'],
    ['numbers with thousands', '1,200\n3,400\n12,000\n7,800\n'],
    ['lines of JSON', '{"a":1,"b":2,"c":3}\n{"a":4,"b":5,"c":6}\n'],
    ['a Markdown table', '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n'],
    ['one line', '序号,任务,目标,责任单位\n'],
    [
      'a plan with a table in it',
      '任务清单如下\n一、总体要求\n坚持以人为本\n序号\t任务\t时限\n1\t食堂\t年底\n二、保障措施\n加强领导\n',
    ],
    [
      'paragraphs that begin with a tab',
      '实施意见\n\n\t    为做好人才工作，提出意见。\n\n\t　　一、目标\n\n\t　　引进人才20名。\n\n\t　　新建公寓3处。\n\n\t　　二、保障\n',
    ],
    ['paragraphs that begin with two tabs', '\t\t一、目标\n\t\t引进20名。\n\t\t新建3处。\n\t\t二、保障\n'],
  ])('%s', (_what, words) => {
    expect(findDelimiter(words)).toBeNull();
    expect(sniff(Buffer.from(words)).type).toBe('text');
  });

  it('but a table whose first column is blank is one', () => {
    expect(findDelimiter('\t任务\t时限\t单位\n\t食堂\t年底\t民政局\n\t公寓\t6月底\t人社局\n')).toBe('\t');
  });
});
