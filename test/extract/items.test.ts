import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/item.js';
import { type Case, extractText, type Frame, framed, readCorpus } from './corpus.js';

/** The item whose value lies between the marks; a milestone's quote where there is no value. */
function itemAt(wording: string, frame: Frame): { item: Item | undefined; items: readonly Item[] } {
  const { text, span } = framed(wording, frame);
  const { items } = extractText(text);
  const item = items.find(({ start, end, valueStart, valueEnd }) => {
    const [from, to] = [valueStart ?? start, valueEnd ?? end];
    return from < span.end && to > span.start;
  });
  return { item, items };
}

function found({ wording, frame }: Case<unknown>): Item {
  const { item, items } = itemAt(wording, frame);
  if (!item) expect.fail(`no item there; got ${JSON.stringify(items.map((each) => each.quote))}`);
  return item;
}

describe('deadline', () => {
  const corpus = readCorpus<{ date: string | null; scope: string } | null>('deadline');
  it.each(corpus.all)('$frame: $wording', (each) => {
    const { deadline } = found(each);
    expect(deadline && { date: deadline.date, scope: deadline.scope }).toEqual(each.value);
  });
});

describe('per', () => {
  it.each(readCorpus<string | null>('per').all)('$wording', (each) => {
    expect(found(each).per).toBe(each.value);
  });
});

describe('change', () => {
  it.each(readCorpus<string | null>('change').all)('$wording', (each) => {
    expect(found(each).change).toBe(each.value);
  });
});

describe('indicator', () => {
  it.each(readCorpus<string>('indicator').all)('$wording', (each) => {
    expect(found(each).indicator).toBe(each.value);
  });
});

describe('item', () => {
  const corpus = readCorpus<number>('item');
  it.each(corpus.all)('$wording', (each) => {
    expect(found(each).value).toBe(each.value);
  });
  it.each(corpus.negatives)('no value in %s', (wording) => {
    expect(
      extractText(framed(wording, 'reply').text).items.filter(({ kind }) => kind === 'quantity'),
    ).toEqual([]);
  });
});

describe('stance', () => {
  it.each(readCorpus<string>('stance').all)('$frame: $wording', (each) => {
    expect(found(each).stance).toBe(each.value);
  });
});

describe('responsible', () => {
  it.each(readCorpus<string[]>('responsible').all)('$wording', (each) => {
    expect(found(each).responsible).toEqual(each.value);
  });
});

describe('coverage', () => {
  const corpus = readCorpus<{ value: number; unit: string; comparator: string }>('coverage');
  it.each(corpus.all)('$wording', (each) => {
    const item = found(each);
    expect(item.kind).toBe('coverage');
    expect({ value: item.value, unit: item.unit, comparator: item.comparator }).toEqual(each.value);
  });
  it.each(corpus.negatives)('none in %s', (wording) => {
    const { items } = itemAt(wording, corpus.frame ?? 'reply');
    expect(items.filter((item) => item.kind === 'coverage')).toEqual([]);
  });
});

describe('milestone', () => {
  const corpus = readCorpus<{ date: string }>('milestone');
  it.each(corpus.all)('$wording', (each) => {
    const item = found(each);
    expect(item.kind).toBe('milestone');
    expect([item.valueText, item.value, item.unit, item.comparator]).toEqual([null, null, null, null]);
    expect(item.deadline?.date).toBe(each.value.date);
  });
  it.each(corpus.negatives)('none in %s', (wording) => {
    const { items } = itemAt(wording, 'reply');
    expect(items.filter((item) => item.kind === 'milestone')).toEqual([]);
  });
});

describe('missing', () => {
  const corpus = readCorpus<string[]>('missing');
  it.each(corpus.all)('$frame: $wording', (each) => {
    expect(found(each).missing).toEqual(each.value);
  });
  it.each(corpus.negatives)('nothing of a result: %s', (wording) => {
    expect(found({ wording, frame: 'reply', value: null })).toMatchObject({
      stance: 'achievement',
      missing: [],
    });
  });
});

describe('intention', () => {
  const corpus = readCorpus<number>('intention');
  it.each(corpus.all)('$frame: $wording', ({ wording, frame, value }) => {
    const { intentions, items } = extractText(framed(wording, frame).text);
    expect({ intentions, items }).toEqual({ intentions: value, items: [] });
  });
  it.each(corpus.negatives)('none in %s', (wording) => {
    expect(extractText(framed(wording, 'reply').text).intentions).toBe(0);
  });
});
