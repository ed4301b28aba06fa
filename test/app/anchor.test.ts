import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readInProcess } from '../../src/adapters/readers/read-file.js';
import { anchorOf } from '../../src/app/query/anchor.js';

const documents = new URL('../../fixtures/documents/', import.meta.url);
const name = 'luzhu-2025-housing-renewal-plan';

async function anchorIn(path: string, words: string) {
  const source = await readInProcess({ name: path, bytes: readFileSync(new URL(path, documents)) });
  const start = source.text.lastIndexOf(words);
  expect(start).toBeGreaterThan(0);
  return anchorOf(source, { start, end: start + words.length });
}

const cell = (row: number, column: number) => ({ table: 1, sheet: null, row, column, reference: null });

it.each(['docx', 'doc', 'wps'])('a paragraph of %s by its number, a cell by its table', async (format) => {
  const path = `${format}/sources/${name}.${format}`;
  expect(await anchorIn(path, '为加快推进')).toEqual({ paragraph: 3, cell: null });
  expect((await anchorIn(path, '停车泊位1500个')).cell).toEqual(cell(5, 3));
});

it('a cell of a workbook by its sheet and reference', async () => {
  const { cell: found } = await anchorIn(`xlsx/sources/${name}.tasks.xlsx`, '停车泊位1500个');
  expect(found).toEqual({ table: 1, sheet: '任务清单', row: 6, column: 3, reference: 'C6' });
});

it('what has pages by its page; a cell in a table over pages by the whole table', async () => {
  for (const format of ['pdf', 'ofd'])
    expect(await anchorIn(`${format}/sources/${name}.${format}`, '停车泊位1500个')).toEqual({
      paragraph: null,
      cell: cell(5, 3),
    });
});

it('columns as sheets letter them', () => {
  const reference = (column: number) => {
    const cells = [{ start: 0, end: 1, row: 0, column, rowSpan: 1, columnSpan: 1 }];
    const source = { text: 'a', pages: [], tables: [{ start: 0, end: 1, sheet: 'S', cells }] };
    return anchorOf(source, { start: 0, end: 1 }).cell?.reference;
  };
  expect([0, 25, 26, 51, 52, 701, 702, 16383].map(reference)).toEqual([
    'A1',
    'Z1',
    'AA1',
    'AZ1',
    'BA1',
    'ZZ1',
    'AAA1',
    'XFD1',
  ]);
});
