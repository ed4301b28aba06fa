import { describe, expect, it } from 'vitest';
import { recognize } from '../../../src/extract/recognize/recognize.js';
import type { DateValue, Recognized, RecognizedKind } from '../../../src/extract/recognize/span.js';
import { readCorpus, unmark } from '../corpus.js';

const kinds = [
  'number',
  'percent',
  'ordinal',
  'numberrange',
  'currency',
  'dimension',
  'duration',
  'quantity',
  'date',
] as const;

interface DateCorpus {
  readonly unresolved: readonly string[];
  readonly recurring: Readonly<Record<string, readonly string[]>>;
}

/** What of a kind was found at exactly the place between the marks. */
function at(wording: string, kind: RecognizedKind, reference: string | null): Recognized[] {
  const { text, span } = unmark(wording);
  const found = recognize(text, reference);
  const there = found.filter((one) => one.kind === kind && one.start === span.start && one.end === span.end);
  expect(there.length, JSON.stringify(found)).toBeGreaterThan(0);
  return there;
}

const ofKind = (text: string, kind: RecognizedKind, reference: string | null): string[] =>
  recognize(text, reference)
    .filter((one) => one.kind === kind)
    .map(({ start, end }) => text.slice(start, end));

describe.each(kinds)('%s', (kind) => {
  const corpus = readCorpus<unknown>(`recognize/${kind}`);
  const reference = (corpus.reference as unknown as string | undefined) ?? null;

  it.each(corpus.all)('$wording', ({ wording, value }) => {
    const values = at(wording, kind, reference).map((one) => one.value);
    if (typeof value === 'number') expect(values[0]).toBeCloseTo(value, 9);
    else expect(values[0]).toMatchObject(value as object);
  });

  it.each(corpus.negatives)('nothing in %s', (text) => {
    expect(ofKind(text, kind, reference)).toEqual([]);
  });
});

describe('daterange', () => {
  const corpus = readCorpus<{ readonly start: string | null; readonly end: string | null }>(
    'recognize/daterange',
  );
  const { unresolved, recurring } = corpus as unknown as DateCorpus;
  const reference = corpus.reference as unknown as string;
  const valueAt = (wording: string): DateValue => at(wording, 'daterange', reference)[0]?.value as DateValue;

  it.each(corpus.all)('$wording', ({ wording, value }) => {
    expect(valueAt(wording).ranges[0]).toEqual(value);
  });

  it.each(unresolved)('%s stays open', (wording) => {
    expect(valueAt(wording).ranges).toEqual([]);
  });

  it.each(
    Object.entries(recurring).flatMap(([every, strings]) => strings.map((wording) => ({ every, wording }))),
  )('$wording is every $every', ({ every, wording }) => {
    expect(valueAt(wording)).toEqual({ ranges: [], every });
  });

  it.each(corpus.negatives)('nothing in %s', (text) => {
    expect(ofKind(text, 'daterange', reference)).toEqual([]);
  });
});

// A known reader gives 十日内, 十个月内 and 二十日内 for the first three and nothing for the last.
describe('a numeral is read from its beginning', () => {
  it.each([
    ['二十日内完成', '二十日内'],
    ['三十个月内完成', '三十个月内'],
    ['一百二十日内完成', '一百二十日内'],
    ['到2025年底完成', '到2025年底'],
  ])('%s', (text, whole) => {
    const [outer] = ofKind(text, 'daterange', '2025-03-20');
    expect(outer).toBe(whole);
  });
});
