import { expect } from 'vitest';
import { type Item, itemSchema } from '../../../src/domain/item.js';

/** Numbers in digits, separators and a scan's blanks taken out, full-width digits folded. */
function numbersIn(text: string): number[] {
  const folded = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/,(?=\d{3})/g, '');
  return [...folded.matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));
}

/** What the ledger promises of every item, whatever the text. */
export function expectGrounded(text: string, items: readonly Item[]): void {
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
