import { describe, expect, it } from 'vitest';
import { recognize } from '../../../src/extract/recognize/recognize.js';
import type { DateValue, Recognized } from '../../../src/extract/recognize/span.js';
import fc from '../../support/seeded.js';
import { digitByDigit, fullWidth, inBankers, inChinese, mixed } from './numerals.js';

const reference = '2025-03-20';

const integer = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }),
  fc.integer({ min: 0, max: 1e12 }),
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(1e2, 1e4, 1e6, 1e8))
    .map(([n, scale]) => n * scale),
);

/** The value of the one number in a text that is all of it. */
function numberIn(text: string): unknown {
  const whole = recognize(text, reference).find(
    ({ kind, start, end }) => kind === 'number' && start === 0 && end === text.length,
  );
  return whole?.value;
}

describe('any integer from 0 to 10^12 reads back', () => {
  it.each([
    ['in Chinese', inChinese],
    ['on a cheque', inBankers],
    ['in digits', String],
    ['with commas', (n: number) => n.toLocaleString('en-US')],
    ['in full width', (n: number) => fullWidth(String(n))],
    ['in full width with commas', (n: number) => fullWidth(n.toLocaleString('en-US'))],
    ['mixed', mixed],
  ])('%s', (_name, write) => {
    fc.assert(
      fc.property(integer, (n) => {
        expect(numberIn(write(n))).toBe(n);
      }),
      { numRuns: 200 },
    );
  });

  it('with its unit, as money and as a count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom(inChinese, String, mixed), (n, write) => {
        const text = `安排${write(n)}元，惠及${write(n)}户。`;
        const found = recognize(text, null);
        expect(found.find(({ kind }) => kind === 'currency')?.value).toMatchObject({
          number: n,
          unit: 'CNY',
        });
        expect(found.find(({ kind }) => kind === 'quantity')?.value).toMatchObject({ number: n, unit: '户' });
      }),
      { numRuns: 150 },
    );
  });
});

const day = fc.date({
  min: new Date('1900-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('any day from 1900 to 2099 reads back', () => {
  const isoOf = (date: Date) => date.toISOString().slice(0, 10);
  it.each<[string, (y: number, m: number, d: number) => string]>([
    ['2025年6月3日', (y, m, d) => `${y}年${m}月${d}日`],
    ['2025 年 6 月 3 日', (y, m, d) => `${y} 年 ${m} 月 ${d} 日`],
    ['２０２５年６月３日', (y, m, d) => fullWidth(`${y}年${m}月${d}日`)],
    ['二〇二五年六月三日', (y, m, d) => `${digitByDigit(y)}年${inChinese(m)}月${inChinese(d)}日`],
    ['2025-06-03', (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`],
    ['2025.6.3', (y, m, d) => `${y}.${m}.${d}`],
    ['2025/6/3', (y, m, d) => `${y}/${m}/${d}`],
  ])('as %s', (_form, write) => {
    fc.assert(
      fc.property(day, (date) => {
        const text = write(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
        const [found, ...others] = recognize(text, null);
        expect(others).toEqual([]);
        expect(found).toMatchObject({ kind: 'date', start: 0, end: text.length });
        const next = new Date(date.getTime() + 86_400_000);
        expect((found?.value as DateValue | undefined)?.ranges).toEqual([
          { start: isoOf(date), end: isoOf(next) },
        ]);
      }),
      { numRuns: 150 },
    );
  });
});

const clauses = [
  '到2025年底，县域就诊率达到92%以上',
  '新建公办幼儿园三千二百所，新增学位1.2万个',
  '安排资金8.2亿元，其中省级3亿2000万元',
  '两个月内办结，最长不超过15个工作日',
  '三分之二以上的村、百分之九十的户用上',
  '今年前三季度增长5.5个百分点',
  '2023年至2025年培育4至5家企业',
  '自印发之日起6个月内建成二十余处',
  '6月上旬铺设管网三十五公里，约一吨半',
];
const isWide = (c: string) => /[\u4e00-\u9fff]/.test(c);
const isDigit = (c: string) => /\d/.test(c);
const values = (found: readonly Recognized[]) => found.map(({ kind, value }) => ({ kind, value }));

describe('blanks and line breaks', () => {
  it('between Chinese characters, or between a digit and one, change no value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clauses),
        fc.array(fc.constantFrom('', '', ' ', '　', '\u00a0', '\n', ' \n ', '\r\n'), {
          minLength: 40,
          maxLength: 40,
        }),
        (clause, gaps) => {
          let spaced = clause.charAt(0);
          for (let i = 1; i < clause.length; i++) {
            const [a, b] = [clause.charAt(i - 1), clause.charAt(i)];
            const may = (isWide(a) && isWide(b)) || (isDigit(a) && isWide(b)) || (isWide(a) && isDigit(b));
            spaced += (may ? gaps[i % gaps.length] : '') + b;
          }
          const found = recognize(spaced, reference);
          expect(values(found)).toEqual(values(recognize(clause, reference)));
          for (const { start, end } of found) expect(spaced.slice(start, end)).toMatch(/^\S[\s\S]*\S$|^\S$/);
        },
      ),
      { numRuns: 300 },
    );
  });
});

const pieces = fc.constantFrom(
  ...'一二三十百千万亿零〇两点分之负第年月日号到至前后内起以上下约余多几半个家元角%％‰，,。.、：:（）()[]〔〕-—～~/ \n\t\r'.split(
    '',
  ),
  ...'0123456789０９²½①壹拾¥$°℃每自从'.split(''),
  '\ud800',
  '\udc00',
  '\u0000',
  '\u200b',
  '\ufeff',
  '😀',
  '百分之',
  '2025年',
  '底前',
  '个工作日',
);

describe('any input', () => {
  it('is read without a throw, every span inside it and in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.array(pieces, { maxLength: 40 }).map((p) => p.join('')),
        ),
        fc.constantFrom(null, reference, '', 'soon', '9999-99-99', '2025-02-30'),
        (text, ref) => {
          const found = recognize(text, ref);
          let last = 0;
          for (const span of found) {
            expect(span.start).toBeGreaterThanOrEqual(last);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
            last = span.start;
            // What JSON turns into null would be a value that nobody read.
            expect(JSON.stringify(span.value)).not.toMatch(/NaN|Infinity/);
            if (typeof span.value === 'number') expect(Number.isFinite(span.value)).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
