import { describe, expect, it } from 'vitest';
import type { SourceText } from '../../src/domain/source-text.js';
import { normalize } from '../../src/text/normalize/normalize.js';

/** Lines at these left and right ends of the page, in characters of 16 points from a margin at 90. */
function printed(...rows: readonly (readonly [text: string, from: number, to?: number, height?: number])[]) {
  const lines: SourceText['lines'] = [];
  let text = '';
  for (const [words, from, to = from + words.length, height = 16] of rows) {
    if (text !== '') text += '\n';
    const start = text.length;
    text += words;
    const y = lines.length * 28;
    lines.push({ start, end: text.length, page: 1, box: [90 + from * 16, y, 90 + to * 16, y + height] });
  }
  return normalize(text, [], lines);
}

const paragraphsOf = ({ clean, paragraphs }: ReturnType<typeof normalize>) =>
  paragraphs.map(({ start, end }) => clean.text.slice(start, end));

describe('lines with places on a page', () => {
  it('end a paragraph where the next is set in, full and closed as its last line may be', () => {
    const places = printed(
      ['截至今年四月底，全市自来水普及率96.4%，规', 2, 27],
      ['模化供水覆盖农村人口比例为68.9%，比上年提高一成以上。', 0, 27],
      ['下一步，一是加快城乡供水一体化，总投资5.8亿元，由', 2, 27],
      ['市水务集团负责。', 0],
    );
    expect(paragraphsOf(places)).toEqual([
      '截至今年四月底，全市自来水普及率96.4%，规模化供水覆盖农村人口比例为68.9%，比上年提高一成以上。',
      '下一步，一是加快城乡供水一体化，总投资5.8亿元，由市水务集团负责。',
    ]);
  });

  it('go on after a full stop at the right margin when the next is not set in', () => {
    const places = printed(
      ['完成河道治理136.5公里，拆除沿河违法建筑近百处。', 2, 27],
      ['今年计划创建美丽河湖2条，年底前完成排污口整治85', 0, 27],
      ['个。', 0],
    );
    expect(paragraphsOf(places)).toHaveLength(1);
  });

  it('of titles and tables are judged by their words alone', () => {
    const title = printed(
      ['关于加强河湖治理保护和农村供水保障的', 3, 24, 22],
      ['建议的答复', 10, 16, 22],
      ['叶听澜等代表：', 0],
      ['你们提出的建议收悉，经会商有关部门，现答复如下，请', 2, 27],
      ['审阅并提出意见，我们将认真研究，把工作做得更好更细', 0, 27],
      ['为盼。', 0],
    );
    expect(paragraphsOf(title)[0]).toMatch(/^关于加强/);
    expect(paragraphsOf(title).at(-1)).toBe(
      '你们提出的建议收悉，经会商有关部门，现答复如下，请审阅并提出意见，我们将认真研究，把工作做得更好更细为盼。',
    );
  });
});

it('takes a number and a result at the two ends of one line for a number line, not a row', () => {
  const { paragraphs } = normalize('禾水函〔2025〕12号\t办理结果：B\n序号\t任务');
  expect(paragraphs.map(({ cells }) => cells.length)).toEqual([0, 2]);
});
