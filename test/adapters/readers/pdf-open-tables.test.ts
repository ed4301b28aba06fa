import { describe, expect, it } from 'vitest';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import { extractSource } from '../../extract/corpus.js';
import { makePdf, type Piece } from './support/make-pdf.js';

const read = (pieces: readonly Piece[], drawn = '') =>
  readInProcess({ name: '任务清单.pdf', bytes: makePdf([pieces], { drawn: () => drawn }) });
const xs = [60, 100, 190, 380, 470];
const size = 10.5;
const headings = ['序号', '任务', '目标', '责任单位', '完成时限'];

type Cell = string | readonly string[];
interface Lay {
  /** Between the lines of a cell, and added between rows, in points. */
  readonly pitch?: number;
  readonly white?: number;
  /** Where the number stands: beside the first line of its row or half way down. */
  readonly numbers?: 'top' | 'middle';
  readonly xs?: readonly number[];
}

const linesOf = (cell: Cell): readonly string[] => (typeof cell === 'string' ? [cell] : cell);

/** Rows of cells at the places of columns, nothing drawn between them. */
function table(rows: readonly (readonly Cell[])[], top: number, lay: Lay = {}): Piece[] {
  const { pitch = 16, white = 0, numbers = 'top', xs: places = xs } = lay;
  const pieces: Piece[] = [];
  let y = top;
  for (const row of rows) {
    const height = Math.max(...row.map((cell) => linesOf(cell).length));
    for (const [column, cell] of row.entries())
      for (const [i, text] of linesOf(cell).entries()) {
        const down = column === 0 && numbers === 'middle' ? Math.floor((height - 1) / 2) : i;
        if (text !== '') pieces.push({ text, x: places[column] ?? 0, y: y - down * pitch, size });
      }
    y -= height * pitch + white;
  }
  return pieces;
}

const rows: readonly (readonly Cell[])[] = [
  headings,
  ['1', '社区食堂', ['新建社区食堂5所，', '改造食堂3所'], ['市民政局、', '市财政局'], '2025年6月底前'],
  ['2', '托育服务', '新增普惠托位1200个', ['市卫生健康', '委'], '2025年底前'],
  ['3', '供水管网', ['更新供水管网86公里，', '改造老旧小区供水设施', '12处'], '市住建局', '2025年10月底前'],
];
const wanted = [
  [5, '所', ['市民政局', '市财政局'], '2025-06-30'],
  [3, '所', ['市民政局', '市财政局'], '2025-06-30'],
  [1200, '个', ['市卫生健康委'], '2025-12-31'],
  [86, '公里', ['市住建局'], '2025-10-31'],
  [12, '处', ['市住建局'], '2025-10-31'],
];
const above: Piece[] = [{ text: '鹿渚市2025年民生实事任务清单', x: 180, y: 780, size: 16 }];
const below: Piece[] = [
  { text: '以上任务由市政府督查室按月调度，年底前开展评估并向社会公布完成情况。', x: 60, y: 520 },
];

async function itemsOf(pieces: readonly Piece[], drawn = '') {
  const source = await read(pieces, drawn);
  const { items } = extractSource(source);
  for (const { start, end, quote } of items) expect(source.text.slice(start, end)).toBe(quote);
  return items.map(({ value, unit, responsible, deadline }) => [value, unit, responsible, deadline?.date]);
}

/** The cells of the only table, row by row. */
async function cellsOf(pieces: readonly Piece[], drawn = '') {
  const { text, tables } = await read(pieces, drawn);
  expect(tables).toHaveLength(1);
  const cells: string[][] = [];
  for (const { start, end, row, column } of tables[0]?.cells ?? []) {
    cells[row] ??= [];
    (cells[row] as string[])[column] = text.slice(start, end);
  }
  return cells;
}

const asCells = [
  headings,
  ['1', '社区食堂', '新建社区食堂5所，改造食堂3所', '市民政局、市财政局', '2025年6月底前'],
  ['2', '托育服务', '新增普惠托位1200个', '市卫生健康委', '2025年底前'],
  ['3', '供水管网', '更新供水管网86公里，改造老旧小区供水设施12处', '市住建局', '2025年10月底前'],
];

describe('tables of a PDF whose columns are told by blanks alone', () => {
  it.each<[string, Lay]>([
    ['numbers beside the first line', {}],
    ['more white between rows', { white: 8 }],
    ['numbers half way down, more white between rows', { white: 8, numbers: 'middle' }],
  ])('have rows and columns: %s', async (_what, lay) => {
    const pieces = [...above, ...table(rows, 740, lay), ...below];
    const cells = await cellsOf(pieces);
    expect(cells.map((row) => row.map((cell) => cell.replaceAll('\n', '')))).toEqual(asCells);
    expect(await itemsOf(pieces)).toEqual(wanted);
  });

  it('have the rows that level lines part', async () => {
    const open = rows.map((row) => row.slice(1));
    const places = xs.slice(1);
    const drawn = [745, 725, 689, 657, 600].map((y) => `0.5 w 90 ${y - 2} m 560 ${y - 2} l S`).join('\n');
    const cells = await cellsOf([...above, ...table(open, 732, { xs: places, white: 2 }), ...below], drawn);
    expect(cells).toHaveLength(4);
    expect(cells.map((row) => row[0])).toEqual(['任务', '社区食堂', '托育服务', '供水管网']);
  });

  it('end where a line goes over their columns', async () => {
    const { text, tables } = await read([...above, ...table(rows, 740), ...below]);
    expect(text.slice(tables[0]?.end)).toBe(`\n${below[0]?.text}`);
  });

  it('are no columns of print and no rows of names', async () => {
    const column = (x: number, words: string): Piece[] =>
      Array.from({ length: 8 }, (_v, i) => ({ text: words, x, y: 740 - i * 18, size }));
    const columns = await read([
      ...column(60, '县域内就诊率达到百分之九十二以上'),
      ...column(320, '新建社区食堂五所并改造三所'),
    ]);
    expect(columns.tables).toEqual([]);
    const names = await read(
      table(
        [
          ['联系人', '张某', '电话', '0571'],
          ['单位', '办公室', '日期', '三月'],
        ],
        740,
      ),
    );
    expect(names.tables).toEqual([]);
  });
});
