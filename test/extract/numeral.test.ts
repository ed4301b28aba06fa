import { describe, expect, it } from 'vitest';
import { numeralAt } from '../../src/extract/values/numeral.js';
import { findQuantities } from '../../src/extract/values/quantity.js';
import fc from '../support/seeded.js';
import { inChinese, mixed } from './recognize/numerals.js';

const digits = '零一二三四五六七八九';

/** 0–9999 as a person writes it: 十五, 一百零五, 三千零二十. */
function belowTenThousand(n: number): string {
  const places = ['千', '百', '十', ''];
  const figures = String(n).padStart(4, '0');
  let out = '';
  let gap = false;
  for (const [i, figure] of [...figures].entries()) {
    if (figure === '0') {
      gap = out !== '';
      continue;
    }
    out += `${gap ? '零' : ''}${digits.charAt(Number(figure))}${places[i]}`;
    gap = false;
  }
  return out === '' ? '零' : out.replace(/^一十/, '十');
}

const read = (text: string) => numeralAt(text, 0);
/** As the ledger keeps it, with 万 and 亿 left to the unit: 三千二百万元 is 3200 万元. */
const quantity = (text: string) => findQuantities(text, 0, text.length, [])[0];

describe('numerals', () => {
  it('reads back any Chinese numeral below ten thousand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (n) => {
        const text = belowTenThousand(n);
        expect(read(text)).toMatchObject({ value: n, end: text.length, chinese: true });
        expect(quantity(`${text}人`)).toMatchObject({ value: n, unit: '人' });
      }),
      { numRuns: 500 },
    );
  });

  it('reads digits with and without separators alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (n) => {
        const plain = String(n);
        const grouped = n.toLocaleString('en-US');
        expect(read(plain)).toMatchObject({ value: n, end: plain.length });
        expect(read(grouped)).toMatchObject({ value: n, end: grouped.length });
      }),
      { numRuns: 500 },
    );
  });

  it('reads any amount up to 10^12, a last scale left to the unit', () => {
    const scales: Readonly<Record<string, number>> = { 元: 1, 万元: 1e4, 亿元: 1e8, 万亿元: 1e12 };
    const write = fc.constantFrom(inChinese, mixed, String, (n: number) => n.toLocaleString('en-US'));
    const amount = fc
      .tuple(fc.integer({ min: 1, max: 1e12 }), fc.constantFrom(1, 1e2, 1e4, 1e7))
      .map(([n, rough]) => Math.max(1, Math.round(n / rough)));
    fc.assert(
      fc.property(amount, write, (n, as) => {
        const found = quantity(`${as(n)}元`);
        expect(found).toMatchObject({ start: 0, end: as(n).length + 1 });
        expect((found?.value ?? 0) * (scales[found?.unit ?? ''] ?? 0)).toBeCloseTo(n, 3);
      }),
      { numRuns: 500 },
    );
  });

  it('reads decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99 }), (whole, part) => {
        const text = `${whole}.${String(part).padStart(2, '0')}`;
        expect(read(`${text}亿元`)).toMatchObject({ value: Number(text), end: text.length });
      }),
    );
  });

  it('reads years written digit by digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1949, max: 2099 }), (year) => {
        const text = [...String(year)].map((d) => (d === '0' ? '〇' : digits.charAt(Number(d)))).join('');
        expect(read(text)).toMatchObject({ value: year, end: 4 });
      }),
    );
  });

  it.each(['百姓', '千家万户', '万一', '分之', '', '年'])('reads no numeral in %s', (text) => {
    expect(read(text)).toBeNull();
  });
});
