import { describe, expect, it } from 'vitest';
import { type Item, itemSchema } from '../../src/domain/item.js';
import fc from '../support/seeded.js';
import { extractText, fixtureTexts } from './corpus.js';

/** Numbers in digits, separators and a scan's blanks taken out, full-width digits folded. */
function numbersIn(text: string): number[] {
  const folded = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/,(?=\d{3})/g, '');
  return [...folded.matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));
}

/** What the ledger promises of every item, whatever the text. */
function expectGrounded(text: string, items: readonly Item[]): void {
  for (const item of items) {
    expect(text.slice(item.start, item.end)).toBe(item.quote);
    expect(item.quote.length).toBeGreaterThan(0);
    itemSchema.parse(item);
    if (item.kind === 'milestone') {
      expect([item.valueText, item.valueStart, item.value, item.comparator]).toEqual([
        null,
        null,
        null,
        null,
      ]);
      expect(item.deadline).not.toBeNull();
      continue;
    }
    const { valueStart, valueEnd, valueText } = item;
    if (valueStart === null || valueEnd === null || valueText === null)
      expect.fail('a value without a place');
    expect(text.slice(valueStart, valueEnd)).toBe(valueText);
    expect(valueStart).toBeGreaterThanOrEqual(item.start);
    expect(valueEnd).toBeLessThanOrEqual(item.end);
    expect(Number.isFinite(item.value)).toBe(true);
    expect(item.valueMax !== null).toBe(item.comparator === 'range');
    const written = numbersIn(valueText);
    if (item.kind === 'quantity' && written.length > 0 && !/[一二两三四五六七八九十百千]/u.test(valueText)) {
      expect(written).toContain(item.value);
      if (item.valueMax !== null) expect(written).toContain(item.valueMax);
    }
  }
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
}

const sentence = fc.constantFrom(
  '到2025年底，县域就诊率达到92%以上。',
  '新建３ 所公办幼儿园，新增学位1,080个；',
  '（责任单位：市教育局、市财政局）\n',
  '一、下一步工作\n',
  '（二）办理情况\n',
  '截至2024年底，已改造老旧小区12个，惠及群众2.3万余户。',
  '每千人口托位数由3.2个提高到4.6个，',
  '2026年6月底前，印发实施方案。',
  '实现乡镇全覆盖，',
  '力争三年内翻一番。',
  '序号\t任务\t责任单位\t完成时限\n1\t新建公园2座\t市住建局\t2025年10月底前\n',
  '第21号建议',
  '“十四五”期间',
  '\n\n— 2 —\n\f',
  '\n',
);
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '\ud800',
    '\udfff',
    '\u0000',
    '\u202e',
    '（',
    '《',
    '“',
    '】',
    '**',
    '%',
    '二',
    '万',
    '分之',
    '〔2025〕',
  ),
);
const document = fc.string({
  unit: fc.oneof({ weight: 3, arbitrary: sentence }, { weight: 1, arbitrary: noise }),
  maxLength: 40,
});

describe('extract', () => {
  it.each(fixtureTexts())('$name: every item stands in the text, twice the same', ({ text }) => {
    const first = extractText(text);
    expectGrounded(text, first.items);
    expect(first.items.length).toBeGreaterThan(0);
    expect(extractText(text)).toEqual(first);
  });

  it('grounds every item of any text made of such sentences and noise', () => {
    fc.assert(
      fc.property(document, (text) => expectGrounded(text, extractText(text).items)),
      { numRuns: 300 },
    );
  });

  it('takes any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) =>
        expectGrounded(text, extractText(text).items),
      ),
      { numRuns: 300 },
    );
  });

  it('does not let what follows a section change the items before it', () => {
    const before = '关于绿化的方案\n一、目标\n2025年底前，新建公园12座。\n';
    const alone = extractText(before).items.map(({ id }) => id);
    const more = extractText(`${before}二、保障\n加强领导，落实责任。\n`).items.map(({ id }) => id);
    // Ids hold the document's hash, so wording and place are compared through their number.
    expect(more).toHaveLength(alone.length);
  });

  const size = 100_000;
  // Under a heading and after a sentence, or it would pass for a title and never be looked into.
  const inBody = (text: string) => `一、主要任务\n2025年底前，新建公园12座。${text}\n二、其他\n`;
  it.each([
    ['digits', '7'.repeat(size)],
    ['digits with separators', '1,000'.repeat(size / 5)],
    ['numerals', '一'.repeat(size)],
    ['tens', '十'.repeat(size)],
    ['list marks', '、'.repeat(size)],
    ['commas', '，'.repeat(size)],
    ['open brackets', '（'.repeat(size)],
    ['closed brackets', '）'.repeat(size)],
    ['titles', '《'.repeat(size)],
    ['quotation marks', '“'.repeat(size)],
    ['每', '每'.repeat(size)],
    ['由', '由'.repeat(size)],
    ['percent signs', '%'.repeat(size)],
    ['dots', '1.'.repeat(size / 2)],
    ['years', '2025年'.repeat(size / 5)],
    ['one-sentence values', '新建3所。'.repeat(size / 20)],
    ['blanks', ' '.repeat(size)],
    ['line feeds', '\n'.repeat(size)],
    ['one-character lines', '新\n'.repeat(size / 2)],
    ['tabs', '\t'.repeat(size)],
    ['controls', '\u0000\u0007\u001b'.repeat(size / 4)],
    ['lone surrogates', '\ud83d'.repeat(size)],
    ['tags', '（责任单位：'.repeat(size / 6)],
    ['office names', '市教育局、'.repeat(size / 5)],
    ['headings', '一、新建\n'.repeat(size / 5)],
  ])('gets through a hundred thousand %s', (_name, text) => {
    const whole = inBody(text);
    expectGrounded(whole, extractText(whole).items);
  });

  it.each([
    ['clauses', '新建3所，'],
    ['values side by side', '3所'],
    ['values in a list', '3所、'],
  ])('gets through a sentence of two thousand %s', (_name, part) => {
    const whole = inBody(part.repeat(2000));
    expectGrounded(whole, extractText(whole).items);
  });
});
