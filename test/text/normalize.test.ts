import { describe, expect, it } from 'vitest';
import { foldCharacter } from '../../src/text/normalize/characters.js';
import { normalize } from '../../src/text/normalize/normalize.js';
import { fixtureTexts } from '../extract/corpus.js';
import fc from '../support/seeded.js';

/** Pieces that documents of this kind are made of, and what scans and typists leave in them. */
const piece = fc.oneof(
  fc.constantFrom(
    '一、',
    '（一）',
    '1.',
    '①',
    '到2025年底，',
    '新建',
    '３所',
    '92 %',
    '１，２００',
    '1,200',
    '12：30',
    '。',
    '；',
    '、',
    '\n',
    '\r\n',
    '\r',
    '\f',
    '\t',
    '　',
    ' ',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '**',
    '# ',
    '- ',
    '— 2 —',
    '第 3 页 共 9 页',
    '责任单位：',
    '市教育局',
    'GDP',
    'of',
    '（',
    '）',
    '《',
    '》',
    '“',
    '”',
    '"',
    '𠮷',
    '㐀',
    '\ud800',
    '\udc00',
    '\u0000',
    '\u001f',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.string({ unit: piece, maxLength: 60 });

/** What every cleaned copy must hold. */
function expectMapped(source: string): void {
  const { clean, paragraphs } = normalize(source);
  const { origin } = clean;
  expect(origin).toHaveLength(clean.text.length + 1);
  for (let i = 0; i < clean.text.length; i++) {
    const from = origin[i] ?? -1;
    if (from > (origin[i + 1] ?? -1)) expect.fail(`origin decreases at ${i}`);
    const c = clean.text.charAt(i);
    // Line feeds, tabs and the blank between Latin words stand for a break, whatever it was.
    if (c === '\n' || c === '\t' || c === ' ') continue;
    const there = source.charAt(from);
    // Straight marks become a pair.
    if ((there === '"' || there === '＂') && (c === '“' || c === '”')) continue;
    const folds = [
      foldCharacter(there, undefined, undefined),
      foldCharacter(there, '1', '1'),
      foldCharacter(there, '1', '１'),
      foldCharacter(there, '一', '一'),
    ];
    if (!folds.includes(c)) expect.fail(`${JSON.stringify(c)} at ${i} comes from ${JSON.stringify(there)}`);
  }
  let end = 0;
  for (const paragraph of paragraphs) {
    expect(paragraph.start).toBeGreaterThanOrEqual(end);
    expect(paragraph.end).toBeGreaterThan(paragraph.start);
    expect(clean.text.slice(paragraph.start, paragraph.end)).not.toContain('\n');
    for (const cell of paragraph.cells) {
      expect(cell.start).toBeGreaterThanOrEqual(paragraph.start);
      expect(cell.end).toBeLessThanOrEqual(paragraph.end);
    }
    end = paragraph.end;
  }
}

describe('normalize', () => {
  it('maps every character of any text to the one that it came from', () => {
    fc.assert(fc.property(text, expectMapped), { numRuns: 400 });
  });

  it('gives source spans inside the source for any span of a paragraph', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, a, b) => {
        const { clean, paragraphs } = normalize(source);
        const paragraph = paragraphs[a % Math.max(1, paragraphs.length)];
        if (!paragraph) return;
        const length = paragraph.end - paragraph.start;
        const start = paragraph.start + (b % length);
        const end = start + 1 + (a % (paragraph.end - start));
        const span = clean.toSource({ start, end });
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: 400 },
    );
  });

  it.each(fixtureTexts())('maps $name', ({ text: source }) => {
    expectMapped(source);
  });

  it('loses no Han character and no digit', () => {
    const parts = fc.array(fc.constantFrom('新', '建', '所', '7', '，', '。', ' ', '　', '\u200b', '\n'), {
      maxLength: 80,
    });
    const words = (value: string) => value.replace(/[^新建所7]/gu, '');
    fc.assert(
      fc.property(parts, (list) => {
        // A line of digits alone is a page number, so each begins with a word.
        const source = list.join('').replace(/\n/g, '\n新');
        expect(words(normalize(`新${source}`).clean.text)).toBe(words(`新${source}`));
      }),
      { numRuns: 300 },
    );
  });

  it('joins lines that the page broke, drops blanks inside words and the page number between', () => {
    const paragraph =
      '到２０２５年底，新建公 办幼儿园 ３ 所，新增学位 １０８０个，改造老旧小区１２个，受益居民六千余户；同步完善养老、托育、助餐等服务设施，' +
      '让居民在家门口办成事。各街道要把任务分到社区、落到楼栋，每季度公布一次进展，接受居民监督，确保件件有着落、事事有回音。';
    const lines = paragraph.match(/.{1,24}/gu) ?? [];
    const source = `${lines.slice(0, 3).join('\n')}\n\n— 2 —\n\f${lines.slice(3).join('\n')}\n`;
    const { clean, paragraphs } = normalize(source);
    expect(lines.length).toBeGreaterThanOrEqual(5);
    expect(paragraphs).toHaveLength(1);
    expect(clean.text.trim()).toBe(
      paragraph
        .replace(/ /g, '')
        .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
    );
  });

  /** What the paragraphs say. */
  const said = (source: string) => {
    const { clean, paragraphs } = normalize(source);
    return paragraphs.map(({ start, end }) => clean.text.slice(start, end));
  };

  it.each([
    ['力争2026年，城区停车泊位增\n加五千二百个。'],
    ['2026年，每千人口托位数由3.2个\n 提高到4.6个。'],
    ['2025年，财政投入\n 不\n 少于1.2亿元。'],
    ['2026年，森林覆盖率稳定在45.5%左\n右。'],
    ['到\n2025\n年底，县域就诊率达到92%以上。'],
    ['2025年底前，新增学位\n1080\n个。'],
    ['　　我市将进一\n步加密公交线网，新开线路6条。'],
  ])('%j is one paragraph', (source) => {
    expect(said(source)).toEqual([source.replace(/\s/gu, '')]);
  });

  it.each([
    ['重点任务\n2025年底前，新建公园12座。'],
    ['强化要素保障，优化营商环境\n到2025年底，办税时间压缩至1天。'],
    ['　　主要目标\n到2025年底，县域就诊率达到92%以上。'],
    ['关于青石市第21号建议的答复\n林某某代表：\n您提出的建议收悉。'],
    ['发表日期：2025-03-20\n张某某、李某某代表：\n您提出的建议收悉。'],
    ['青石市教育局\n2025年3月20日'],
    ['2025年工作总结\n2025年，全市新建公园12座。'],
  ])('%j keeps its lines apart', (source) => {
    expect(said(source)).toEqual(source.split('\n').map((line) => line.trim()));
  });

  it('takes a bare number for a page where the pages beside it carry theirs', () => {
    const source = '全市经济增速基\n5\n本一致，全面落实\n6\n个人住房贷款政策，做好各项服务工作，让群众满意。';
    expect(said(source).join('')).not.toMatch(/\d/u);
  });
});
