import { expect, it } from 'vitest';
import { readInProcess } from '../../../src/adapters/readers/read-file.js';
import { extractSource } from '../../extract/corpus.js';
import { cell, makeDocx, p, row, table } from './support/make-docx.js';
import { makeXlsx, rowsXml } from './support/make-xlsx.js';

const title = '鹿渚市2025年民生实事任务清单';
const header = ['序号', '任务', '目标', '责任单位', '完成时限'];
const tasks = [
  ['1', '社区食堂', '新建社区食堂5所，改造食堂3所', '市民政局、市财政局', '2025年6月底前'],
  ['2', '托育服务', '新增普惠托位1200个', '市卫生健康委', '2025年底前'],
  ['3', '就医便利', '县域内就诊率达到92%以上', '市卫生健康委', '2025年底前'],
  ['4', '供水管网', '更新供水管网86公里', '市住建局、市水务集团', '2025年10月底前'],
];
const rows = [header, ...tasks];

const formats = {
  docx: makeDocx({
    body: p(title) + table(...rows.map((cells) => row(...cells.map((words) => cell(words))))),
  }),
  xlsx: makeXlsx({ sheets: [{ name: 'Sheet1', xml: rowsXml([[title], ...rows]) }] }),
  html: Buffer.from(
    `<html><body><p>${title}</p><table>${rows.map((cells) => `<tr>${cells.map((words) => `<td>${words}</td>`).join('')}</tr>`).join('')}</table></body></html>`,
  ),
  csv: Buffer.from(
    [[title], ...rows].map((cells) => cells.map((words) => `"${words}"`).join(',')).join('\r\n'),
  ),
};

async function itemsOf(bytes: Uint8Array) {
  const source = await readInProcess({ name: '任务清单', bytes });
  const { items } = extractSource(source);
  for (const { start, end, quote } of items) expect(source.text.slice(start, end)).toBe(quote);
  return items.map(({ quote, value, unit, comparator, indicator, responsible, deadline, rules }) => ({
    quote,
    value,
    unit,
    comparator,
    indicator,
    responsible,
    deadline: deadline?.date,
    by: [...(rules.responsible ?? []), ...(rules.deadline ?? [])].filter((rule) =>
      rule.startsWith('column:'),
    ),
  }));
}

it('gives each row of a task list its units and its deadline by its columns', async () => {
  const items = await itemsOf(formats.docx);
  expect(items.map(({ value, unit, responsible, deadline }) => [value, unit, responsible, deadline])).toEqual(
    [
      [5, '所', ['市民政局', '市财政局'], '2025-06-30'],
      [3, '所', ['市民政局', '市财政局'], '2025-06-30'],
      [1200, '个', ['市卫生健康委'], '2025-12-31'],
      [92, '%', ['市卫生健康委'], '2025-12-31'],
      [86, '公里', ['市住建局', '市水务集团'], '2025-10-31'],
    ],
  );
  for (const { by } of items) expect(by).toEqual(['column:responsible', 'column:deadline']);
});

it.each(['xlsx', 'html', 'csv'] as const)('gives the same items from %s as from DOCX', async (format) => {
  const wanted = await itemsOf(formats.docx);
  expect(await itemsOf(formats[format])).toEqual(wanted);
});

it('gives the same items where the units of two rows are one merged cell', async () => {
  const unit = '市卫生健康委';
  const docx = makeDocx({
    body:
      p(title) +
      table(
        ...rows.map((cells, i) =>
          row(
            ...cells.map((words, k) => {
              const merge = i === 2 ? '<w:vMerge w:val="restart"/>' : i === 3 ? '<w:vMerge/>' : '';
              return k === 3 && merge ? cell(i === 2 ? unit : '', merge) : cell(words);
            }),
          ),
        ),
      ),
  });
  const sheet = rowsXml([
    [title],
    ...rows.map((cells, i) => cells.map((words, k) => (i === 3 && k === 3 ? '' : words))),
  ]);
  const xlsx = makeXlsx({
    sheets: [
      {
        name: 'Sheet1',
        xml: `${sheet}<mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="D4:D5"/></mergeCells>`,
      },
    ],
  });
  const html = Buffer.from(
    `<html><body><p>${title}</p><table>${rows
      .map(
        (cells, i) =>
          `<tr>${cells
            .map((words, k) =>
              k === 3 && i === 3 ? '' : `<td${k === 3 && i === 2 ? ' rowspan="2"' : ''}>${words}</td>`,
            )
            .join('')}</tr>`,
      )
      .join('')}</table></body></html>`,
  );
  const wanted = await itemsOf(formats.docx);
  for (const bytes of [docx, xlsx, html]) expect(await itemsOf(bytes)).toEqual(wanted);
});
