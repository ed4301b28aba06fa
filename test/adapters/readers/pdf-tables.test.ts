import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import { extractSource } from '../../extract/corpus.js';
import { type Drawing, makeTablePdf, type TablePage } from './support/make-pdf-table.js';

const read = (bytes: Uint8Array) => readInProcess({ name: '任务清单.pdf', bytes });
const documents = new URL('../../../fixtures/documents/', import.meta.url);
const widths = [34, 70, 190, 62, 90];
const title = '鹿渚市2025年民生实事任务清单';
const header = ['序号', '任务', '目标', '责任单位', '完成时限'];
const first = [
  '1',
  '社区食堂',
  ['新建社区食堂5所，', '改造食堂3所'],
  ['市民政局、', '市财政局'],
  '2025年6月底前',
];
const nursery = ['2', '托育服务', '新增普惠托位1200个', ['市卫生健康', '委'], '2025年底前'];
const clinic = ['3', '就医便利', '县域内就诊率达到92%以上', null, '2025年底前'];
const pipes = ['4', '供水管网', '更新供水管网86公里', ['市住建局、', '市水务集团'], '2025年10月底前'];
const wanted = [
  [5, '所', ['市民政局', '市财政局'], '2025-06-30'],
  [3, '所', ['市民政局', '市财政局'], '2025-06-30'],
  [1200, '个', ['市卫生健康委'], '2025-12-31'],
  [92, '%', ['市卫生健康委'], '2025-12-31'],
  [86, '公里', ['市住建局', '市水务集团'], '2025-10-31'],
];

async function itemsOf(pages: readonly TablePage[], drawing?: Drawing) {
  const source = await read(makeTablePdf(pages, widths, drawing));
  const { items } = extractSource(source);
  for (const { start, end, quote } of items) expect(source.text.slice(start, end)).toBe(quote);
  return items.map(({ value, unit, responsible, deadline }) => [value, unit, responsible, deadline?.date]);
}

describe('ruled tables of a PDF', () => {
  it('reach the text with rows, columns and merged cells', async () => {
    const source = await read(
      makeTablePdf(
        [{ above: [title], rows: [header, nursery, clinic], below: ['注：以上任务按月调度。'] }],
        widths,
      ),
    );
    expect(source.text).toBe(
      [
        title,
        header.join('\t'),
        '2\t托育服务\t新增普惠托位1200个\t市卫生健康委\t2025年底前',
        '3\t就医便利\t县域内就诊率达到92%以上\t2025年底前',
        '注：以上任务按月调度。',
      ].join('\n'),
    );
    expect(source.tables).toHaveLength(1);
    const cells = (source.tables[0]?.cells ?? []).map(({ start, end, row, column, rowSpan, columnSpan }) => [
      source.text.slice(start, end),
      row,
      column,
      rowSpan,
      columnSpan,
    ]);
    expect(cells.slice(0, 2)).toEqual([
      ['序号', 0, 0, 1, 1],
      ['任务', 0, 1, 1, 1],
    ]);
    expect(cells).toContainEqual(['市卫生健康委', 1, 3, 2, 1]);
    expect(cells).toContainEqual(['2025年底前', 2, 4, 1, 1]);
    for (const { start, end, page, box } of source.lines) {
      expect(page).toBe(1);
      expect(box[2] - box[0]).toBeGreaterThan((end - start) * 5);
    }
  });

  it.each<Drawing>(['strokes', 'boxes', 'cells'])(
    'give each row its units and its deadline (%s)',
    async (drawing) => {
      const rows = [header, first, nursery, clinic, pipes];
      expect(await itemsOf([{ above: [title], rows }], drawing)).toEqual(wanted);
    },
  );

  it.each([
    ['with its heading again', [header, nursery, clinic, pipes]],
    ['without its heading', [nursery, clinic, pipes]],
  ])('go on over a page %s', async (_how, rows) => {
    const pages = [
      { above: [title], rows: [header, first], below: ['— 1 —'] },
      { rows, below: ['— 2 —'] },
    ];
    const source = await read(makeTablePdf(pages, widths));
    expect(source.tables).toHaveLength(1);
    expect(source.text).toContain('2025年6月底前\n— 1 —\f');
    expect(await itemsOf(pages)).toEqual(wanted);
  });

  it('keep a merged cell that the end of a page cuts', async () => {
    const cut = [clinic[0] ?? '', clinic[1] ?? '', clinic[2] ?? '', '', clinic[4] ?? ''];
    const pages = [{ above: [title], rows: [header, first, nursery] }, { rows: [cut, pipes] }];
    expect(await itemsOf(pages)).toEqual(wanted);
  });

  it('are no frames, letterheads or charts', async () => {
    const framed = await read(makeTablePdf([{ rows: [['关于第13号建议的答复']] }], [400]));
    expect(framed).toMatchObject({ text: '关于第13号建议的答复', tables: [] });
    const chart = Array.from({ length: 10 }, (_v, i) =>
      Array.from({ length: 10 }, (_w, k) => (i + k === 18 ? '%' : '')),
    );
    const charted = await read(
      makeTablePdf(
        [{ above: [title], rows: chart }],
        Array.from({ length: 10 }, () => 40),
      ),
    );
    expect(charted).toMatchObject({ text: `${title}\n%`, tables: [] });
  });
});

it.each(['bodu-2024-farmland-plan', 'luzhu-2025-housing-renewal-plan'])(
  'the items of %s are the same from its PDF as from its text',
  async (name) => {
    const itemsIn = async (file: string) => {
      const source = await readInProcess({ name: file, bytes: readFileSync(new URL(file, documents)) });
      return extractSource(source).items.map(({ value, unit, indicator, deadline, responsible }) => ({
        value,
        unit,
        indicator,
        deadline: deadline?.date,
        responsible,
      }));
    };
    expect(await itemsIn(`pdf/sources/${name}.pdf`)).toEqual(await itemsIn(`text/sources/${name}.txt`));
  },
);
