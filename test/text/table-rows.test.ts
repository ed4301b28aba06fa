import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/text/normalize/normalize.js';
import { outline } from '../../src/text/outline/outline.js';
import { extractSource } from '../extract/corpus.js';
import fc from '../support/seeded.js';
import { type CellSpec, sourceOf } from './support/table-text.js';

/** Words of each row's columns, a merged cell's where it reaches in. */
function rowsOf(blocks: Parameters<typeof sourceOf>[0]) {
  const { clean, blocks: made } = outline(sourceOf(blocks));
  return made
    .filter(({ kind }) => kind === 'row')
    .map(({ cells, merged }) =>
      cells.map((cell, i) => {
        const own = clean.text.slice(cell.start, cell.end);
        const from = merged[i];
        return own === '' && from ? `^${clean.text.slice(from.start, from.end)}` : own;
      }),
    );
}

describe('rows of tables that the reader knows', () => {
  const header = ['序号', '任务', '目标', '责任单位', '完成时限'];

  it('keep cells of several lines in their row', () => {
    const cell = '1.新建社区食堂5所；\n2.改造食堂3所，\n受益老人800人。';
    expect(rowsOf([[header, ['1', '养老', cell, '市民政局\n市财政局', '2025年底']]])[1]).toEqual([
      '1',
      '养老',
      '1.新建社区食堂5所；\t2.改造食堂3所，受益老人800人。',
      '市民政局\t市财政局',
      '2025年底',
    ]);
  });

  it('keep their columns where the first cells are empty or merged', () => {
    const first = ['1', '养老', '新建5所', { words: '市民政局', down: 2 }, '2025年底'];
    expect(rowsOf([[header, first, [null, '', '改造3所', null, '2026年底']]])[2]).toEqual([
      '',
      '',
      '改造3所',
      '^市民政局',
      '2026年底',
    ]);
  });

  it('leave a heading across the table a paragraph, and a page laid out by a table too', () => {
    const across: CellSpec = { words: '一、养老服务', across: 5 };
    const made = outline(
      sourceOf([
        [header, [across, null, null, null, null], ['1', '食堂', '新建5所', '市民政局', '2025年底']],
      ]),
    );
    expect(made.blocks.map(({ kind }) => kind)).toEqual(['row', 'heading', 'row']);
    expect(made.blocks[2]?.columns).toMatchObject({ task: [1, 2], responsible: [3], deadline: 4 });
    const page = Array.from({ length: 30 }, (_v, i) => `第${i}段，新建幼儿园5所。`).join('\n');
    expect(outline(sourceOf([[['导航', page]]])).blocks.length).toBeGreaterThan(20);
  });

  it('take a header of two rows as one', () => {
    const head: (CellSpec | null)[] = [
      { words: '序号', down: 2 },
      { words: '年度目标', across: 2 },
      null,
      { words: '责任单位', down: 2 },
    ];
    const made = outline(
      sourceOf([[head, [null, '2024年', '2025年', null], ['1', '新建5所', '新建8所', '市民政局']]]),
    );
    expect(made.blocks.map(({ columns }) => columns)).toEqual([
      { isHeader: true, task: [1, 2], responsible: [3], progress: [], deadline: -1 },
      { isHeader: true, task: [1, 2], responsible: [3], progress: [], deadline: -1 },
      { isHeader: false, task: [1, 2], responsible: [3], progress: [], deadline: -1 },
    ]);
  });

  it('give units and deadline from merged cells to each of their rows', () => {
    const { items } = extractSource(
      sourceOf([
        '鹿原市养老服务行动方案',
        [
          header,
          [
            '1',
            '食堂',
            '新建社区食堂5所',
            { words: '市民政局、市财政局', down: 2 },
            { words: '2025年底', down: 2 },
          ],
          ['2', '床位', '新增护理床位300张', null, null],
        ],
      ]),
    );
    expect(items.map(({ value, responsible, deadline }) => [value, responsible, deadline?.date])).toEqual([
      [5, ['市民政局', '市财政局'], '2025-12-31'],
      [300, ['市民政局', '市财政局'], '2025-12-31'],
    ]);
  });
});

describe('any table', () => {
  const words = fc.string({
    unit: fc.constantFrom('新建', '5所', '。', '\n', '，', ' ', '2025年底', '1.', '- ', '市民政局', ''),
    maxLength: 6,
  });
  const cell = fc.oneof(
    words,
    fc.record({ words, across: fc.integer({ min: 1, max: 9 }), down: fc.integer({ min: 1, max: 9 }) }),
    fc.constant(null),
  );
  const block = fc.oneof(
    words,
    fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
  );

  it('is cleaned with every character in its place and none lost', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const { text, tables } = sourceOf(blocks);
        const { clean, paragraphs } = normalize(text, tables);
        let end = 0;
        for (const { start, end: stop, cells, merged } of paragraphs) {
          expect(start).toBeGreaterThanOrEqual(end);
          expect(clean.text.slice(start, stop)).not.toContain('\n');
          for (const one of cells)
            expect(one.start >= start && one.end <= stop && one.start <= one.end).toBe(true);
          for (const one of merged) if (one) expect(one.end).toBeGreaterThan(one.start);
          end = stop;
        }
        for (let i = 0; i < clean.text.length; i++) {
          expect(clean.origin[i]).toBeLessThanOrEqual(clean.origin[i + 1] ?? 0);
          const c = clean.text.charAt(i);
          if (!/[\s]/.test(c)) expect(text.charAt(clean.origin[i] ?? -1)).toBe(c);
        }
        // Page numbers and marks of lists are left out by design; nothing here is a page number.
        const kept = (value: string) => value.replace(/[\s-]/g, '').replace(/1\./g, '');
        expect(kept(clean.text)).toBe(kept(text));
      }),
      { numRuns: 400 },
    );
  });

  it('that claims billions of places costs no more than its text', () => {
    const wide: CellSpec[] = Array.from({ length: 2_000 }, () => ({ words: '甲', down: 65_000 }));
    const long = Array.from({ length: 2_000 }, () => [
      ...Array.from({ length: 2_000 }, () => null),
      '乙',
      '丙',
    ]);
    const { text, tables } = sourceOf([[wide, ...long.map((row) => row.slice(-2))]]);
    const { paragraphs } = normalize(text, tables);
    const places = paragraphs.reduce((sum, { merged }) => sum + merged.length, 0);
    expect(places).toBeLessThan(text.length * 5);
  });
});
