import { describe, expect, it } from 'vitest';
import WordExtractor from 'word-extractor';
import { type DocOptions, docFile, tableParagraphs } from '../../../fixtures/build/raw-doc.mjs';
import { oleFile } from '../../../fixtures/build/raw-ole.mjs';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';

const read = (bytes: Uint8Array) => readInProcess({ name: 'a.doc', bytes });
const textOf = async (options: DocOptions) => (await read(docFile(options))).text;
const codeOf = async (bytes: Uint8Array) => read(bytes).catch((fault: { code: string }) => fault.code);
const lines = (...texts: string[]) => texts.map((text) => ({ text }));

describe('paragraphs and runs', () => {
  it('are one line each, whether in one byte or two', async () => {
    const main = lines('Plan 2025', '关于第21号建议的答复', '', '到2025年底，达到92%以上。');
    const source = await read(docFile({ main }));
    expect(source).toMatchObject({
      format: 'doc',
      text: 'Plan 2025\n关于第21号建议的答复\n\n到2025年底，达到92%以上。',
      pages: [],
      tables: [],
      warnings: [],
    });
    expect(await textOf({ main, latin: 9 })).toBe(source.text);
  });

  it('keep tabs and line breaks, no page breaks, pictures or marks of notes', async () => {
    const main = lines('联系人\t张三\x0b电话\x1e8\x0c', '新建5\x02所\x01\x08\x05');
    expect(await textOf({ main })).toBe('联系人\t张三\n电话-8\n新建5所');
  });

  it('leave hidden text out: it would run into the number', async () => {
    const runs = [{ text: '新建' }, { text: '100', hidden: true }, { text: '5所' }];
    expect(await textOf({ main: [{ runs }] })).toBe('新建5所');
    const styles = [
      {},
      { kind: 'character', hidden: true },
      { kind: 'character', base: 1 },
      { hidden: true },
    ] as const;
    const byStyle = [{ text: '新建' }, { text: '100', style: 2 }, { text: '5所', style: 2, hidden: false }];
    const paragraph = { style: 3, runs: [{ text: '旧' }, { text: '新', hidden: false }] };
    expect(await textOf({ main: [{ runs: byStyle }, paragraph], styles })).toBe('新建5所\n新');
  });

  it('take tracked changes as accepted', async () => {
    const main = [
      { runs: [{ text: '新建' }, { text: '3', deleted: true }, { text: '5所' }] },
      { text: '到2025年', markDeleted: true },
      { text: '底' },
      { runs: [{ text: '删去', deleted: true }], markDeleted: true },
      { text: '完' },
    ];
    expect(await textOf({ main })).toBe('新建5所\n到2025年底\n完');
  });

  it('show results of fields, not their codes, and lose nothing to a field without an end', async () => {
    const main = lines(
      '日期\x13 DATE \x142025年3月\x15，见\x13 HYPERLINK "http://x/\x13 A \x14b\x15" \x14附件\x15',
      '\x13 PAGE 之后的正文不能丢',
    );
    expect(await textOf({ main })).toBe('日期2025年3月，见附件\n PAGE 之后的正文不能丢');
  });

  it('show symbols, and raised digits apart from the number before them', async () => {
    const runs = [
      { text: '(', symbol: 0xf0fe },
      { text: '满意 达标率92' },
      { text: '1', raised: true },
      { text: '%' },
    ];
    expect(await textOf({ main: [{ runs }] })).toBe('☑满意 达标率92¹%');
  });
});

describe('what stands beside the body', () => {
  it('comes after it: notes; before its paragraph: text boxes; not at all: comments', async () => {
    const options: DocOptions = {
      main: lines('第一段', '新建5\x02所', '第三段'),
      footnotes: lines('\x02 含改建。', ''),
      comments: lines('\x05待核实'),
      textBoxes: [{ anchor: 5, paragraphs: lines('鹿渚市人民政府文件', '鹿政〔2025〕3号') }],
    };
    expect(await textOf(options)).toBe(
      '第一段\n鹿渚市人民政府文件\n鹿政〔2025〕3号\n新建5所\n第三段\n 含改建。',
    );
  });
});

describe('list numbers become text', () => {
  it('by paragraph, by style, and started anew', async () => {
    const levels = [
      { format: 39, text: '%1、', suffix: 2 },
      { format: 37, text: '（%2）', suffix: 2 },
      { format: 0, text: '%3.', suffix: 2 },
    ];
    const lists = [{ levels }, { levels: [{ format: 0, text: '%1.' }], override: 5 }];
    const styles = [{}, { list: 1 }, { base: 1 }];
    const main = [
      { text: '甲', list: 1 },
      { text: '乙', list: 1, level: 1 },
      { text: '丙', list: 1, level: 1 },
      { text: '丁', style: 2 },
      { text: '5万元', list: 1, level: 2 },
      { text: '戊', list: 2 },
      { text: '己', style: 2, list: 0 },
    ];
    expect(await textOf({ main, lists, styles })).toBe(
      '一、甲\n（一）乙\n（二）丙\n二、丁\n1. 5万元\n5. 戊\n己',
    );
  });
});

describe('tables', () => {
  it('are rows with columns, merged cells and lines in cells', async () => {
    const table = tableParagraphs([
      [{ text: '任务', width: 2 }, { text: '目标', width: 4 }, '责任单位'],
      [
        { text: '养老', width: 2, down: 1 },
        { text: '5所', width: 2 },
        { text: '8所', width: 2 },
        { text: '市民政局', down: 1 },
      ],
      [
        { text: '', width: 2, down: 2 },
        { paragraphs: lines('1.床位', '2.食堂'), width: 2 },
        { text: '9所', width: 2 },
        { text: '', down: 2 },
      ],
    ]);
    const source = await read(docFile({ main: [...lines('清单'), ...table, ...lines('完')] }));
    expect(source.text).toBe(
      '清单\n任务\t目标\t\t责任单位\n养老\t5所\t8所\t市民政局\n\t1.床位\n2.食堂\t9所\n完',
    );
    expect(
      source.tables[0]?.cells.map((cell) => [
        source.text.slice(cell.start, cell.end),
        [cell.row, cell.column],
        [cell.rowSpan, cell.columnSpan],
      ]),
    ).toEqual([
      ['任务', [0, 0], [1, 1]],
      ['目标', [0, 1], [1, 2]],
      ['责任单位', [0, 3], [1, 1]],
      ['养老', [1, 0], [2, 1]],
      ['5所', [1, 1], [1, 1]],
      ['8所', [1, 2], [1, 1]],
      ['市民政局', [1, 3], [2, 1]],
      ['1.床位\n2.食堂', [2, 1], [1, 1]],
      ['9所', [2, 2], [1, 1]],
    ]);
  });
});

describe('the writer of these files', () => {
  it('makes what another reader reads alike', async () => {
    const main = [
      ...lines('关于第21号建议的答复', '到2025年底，达到92%以上。'),
      { runs: [{ text: '新建' }, { text: '3', deleted: true }, { text: '5所' }] },
      ...tableParagraphs([
        ['任务', '时限'],
        ['食堂', '年底'],
      ]),
      ...lines('很长的正文。'.repeat(2_000), '完'),
    ];
    const bytes = docFile({ main, footnotes: lines('\x02注', '') });
    const other = await new WordExtractor().extract(bytes);
    const squash = (text: string) => text.replace(/\s+/g, '');
    expect(squash(other.getBody({ filterUnicode: false }) + other.getFootnotes())).toBe(
      squash((await read(bytes)).text),
    );
  });
});

describe('bad files', () => {
  const main = lines('关于第21号建议的答复', '正文。'.repeat(3_000));
  const good = docFile({ main });

  it('are told by what they are: password, Word 95, embedded documents', async () => {
    expect(await codeOf(docFile({ main, flags: 0x0100 }))).toBe('file-encrypted');
    expect(await codeOf(docFile({ main, version: 0x68 }))).toBe('file-format-unsupported');
    const inside = { Workbook: Buffer.alloc(10) };
    const embedded = oleFile(inside, { ObjectPool: { WordDocument: Buffer.alloc(10) } });
    expect(await codeOf(embedded)).toBe('file-format-unsupported');
    expect(await codeOf(docFile({ main: lines('', '') }))).toBe('file-no-text');
  });

  it('end with a code wherever they are cut', async () => {
    for (let i = 1; i < 40; i++) {
      const cut = good.subarray(0, Math.floor((good.length * i) / 40));
      expect(await codeOf(cut), `${i}/40`).toBe('file-damaged');
    }
  });

  it('end with a code or with text whatever byte is wrong', async () => {
    let state = 20_250_101;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state % below;
    };
    const small = docFile({
      main: [...lines('一', '二'), ...tableParagraphs([['甲', '乙']]), { text: '丙', list: 1 }],
      lists: [{ levels: [{ format: 39, text: '%1、' }] }],
      styles: [{}, { list: 1, hidden: true }],
    });
    for (let i = 0; i < 400; i++) {
      const bytes = Buffer.from(small);
      for (let k = 0; k <= i % 4; k++) bytes[random(bytes.length)] = random(256);
      const end = await read(bytes).then(
        () => 'read',
        (fault: { code: string }) => fault.code,
      );
      expect(end).not.toBe('reader-crashed');
    }
  });

  it('with a directory that names what is not there are damaged', async () => {
    const lost = Buffer.from(good);
    const directory = (lost.readUInt32LE(48) + 1) * 512;
    lost.writeUInt32LE(77, directory + 128 + 72);
    expect(await codeOf(lost)).toBe('file-damaged');
  });

  it('with a chain of sectors that bites its tail end at once', async () => {
    const looped = Buffer.from(good);
    const fat = (looped.readUInt32LE(76) + 1) * 512;
    looped.writeUInt32LE(2, fat + 2 * 4);
    expect(await codeOf(looped)).toBe('file-damaged');
  });
});
