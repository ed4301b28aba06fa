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
});
