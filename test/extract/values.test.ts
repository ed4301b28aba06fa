import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/domain/source-text.js';
import { type DateMention, type DateReference, findDates } from '../../src/extract/values/date.js';
import { findQuantities, type QuantityMention } from '../../src/extract/values/quantity.js';
import { normalize } from '../../src/text/normalize/normalize.js';
import { readCorpus, unmark } from './corpus.js';

const noReference: DateReference = { year: null, day: null };

/** What is found in a wording as written, with its places in it. */
function inSource<Mention extends Span>(
  text: string,
  find: (clean: string) => Mention[],
): (Mention & { readonly source: Span })[] {
  const { clean } = normalize(text);
  return find(clean.text).map((mention) => ({ ...mention, source: clean.toSource(mention) }));
}

const quantities = (text: string) =>
  inSource<QuantityMention>(text, (clean) =>
    findQuantities(clean, 0, clean.length, findDates(clean, 0, clean.length, noReference)),
  );

/** The one that lies between the marks, or shares most with what does. */
function at<Mention extends { readonly source: Span }>(
  mentions: readonly Mention[],
  { start, end }: Span,
): Mention | undefined {
  return mentions.find(({ source }) => source.start < end && source.end > start);
}

interface Quantity {
  readonly value: number;
  readonly valueMax?: number;
  readonly unit: string;
}

describe.each(['quantity', 'percentage'])('%s', (dimension) => {
  const corpus = readCorpus<Quantity>(dimension);

  it.each(corpus.all)('$wording', ({ wording, value }) => {
    const { text, span } = unmark(wording);
    const found = quantities(text);
    const mention = at(found, span);
    expect(mention, JSON.stringify(found)).toBeDefined();
    expect({ value: mention?.value, valueMax: mention?.valueMax, unit: mention?.unit }).toEqual({
      value: value.value,
      valueMax: value.valueMax ?? null,
      unit: value.unit,
    });
    expect(mention?.source.start).toBeLessThanOrEqual(span.start);
    expect(mention?.source.end).toBeGreaterThanOrEqual(span.end);
  });

  it.each(corpus.negatives)('nothing in %s', (text) => {
    expect(quantities(text).filter((mention) => mention.unitKnown)).toEqual([]);
  });
});

describe('comparator', () => {
  const corpus = readCorpus<{ readonly goal: string; readonly fact: string }>('comparator');

  it.each(corpus.all)('$wording', ({ wording, value }) => {
    const { text, span } = unmark(wording);
    const mention = at(quantities(text), span);
    expect(mention?.source).toEqual(span);
    expect(mention?.comparator ?? { goal: '=', fact: '=' }).toEqual(value);
  });
});

interface DateValue {
  readonly date?: string | null;
  readonly role: string;
  readonly inferred?: readonly string[];
  readonly asOf?: boolean;
}

describe('date', () => {
  const corpus = readCorpus<DateValue>('date');
  const reference = corpus.reference ?? noReference;
  const dates = (text: string) =>
    inSource<DateMention>(text, (clean) => findDates(clean, 0, clean.length, reference));

  it.each(corpus.all)('$wording', ({ wording, value }) => {
    const { text, span } = unmark(wording);
    const found = dates(text);
    const mention = at(found, span);
    expect(mention, JSON.stringify(found)).toBeDefined();
    expect(mention?.source).toEqual(span);
    expect(mention?.role).toBe(value.role);
    if (value.date !== undefined) expect(mention?.date).toBe(value.date);
    if (value.role === 'by') expect(mention?.inferred).toEqual(value.inferred ?? []);
    expect(mention?.asOf).toBe(value.asOf ?? false);
  });

  it.each(corpus.negatives)('nothing in %s', (text) => {
    expect(dates(text)).toEqual([]);
  });

  // A reader that starts anywhere in a numeral gives 十日内, 十个月内 and 二十日内 for these.
  it('is not begun inside 一百二十日内', () => {
    const text = '一百二十日内办结';
    expect(dates(text).filter(({ start }) => start > 0)).toEqual([]);
  });

  it.each([
    ['二十日内完成整改', '二十日内'],
    ['三十个月内完成改造', '三十个月内'],
    ['到2025年底完成', '到2025年底'],
  ])('%s is read from the numeral’s beginning', (text, whole) => {
    const [first, ...others] = dates(text);
    expect(text.slice(first?.start, first?.end)).toBe(whole);
    expect(others).toEqual([]);
  });
});
