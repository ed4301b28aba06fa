import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verdicts } from '../../src/domain/tracking.js';
import { documentOf, pairNames, readPair, scorePair, textOf, trackPair } from './tracking-pairs.js';

interface Floors {
  readonly links: number;
  readonly verdicts: number;
}

const floors = JSON.parse(
  readFileSync(new URL('../../bench/results/tracking-floor.json', import.meta.url), 'utf8'),
) as Floors;

const pairs = pairNames.map(readPair);
const scores = pairs.map((pair) => scorePair(pair, trackPair(pair)));
const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);

describe('pairs of plans and reports', () => {
  it('hold thirty deliverables, thirty changed and thirty in progress at least', () => {
    const links = pairs.flatMap((pair) => pair.links);
    const of = (verdict: string) => links.filter((link) => link.verdict === verdict).length;
    expect(links.filter(({ value_text }) => value_text === null).length).toBeGreaterThanOrEqual(30);
    expect(of('changed')).toBeGreaterThanOrEqual(30);
    expect(of('in_progress')).toBeGreaterThanOrEqual(30);
  });

  it('never calls a promise met that is not', () => {
    expect(scores.flatMap(({ falseMet }) => falseMet)).toEqual([]);
  });

  // The floors go up with the engine (bench/README.md says how) and never down.
  it('links figures to the promises that they are of, at least as well as before', () => {
    const right = sum(scores.map((score) => score.right));
    const wrong = sum(scores.map((score) => score.wrong));
    const missed = sum(scores.map((score) => score.missed));
    expect((2 * right) / (2 * right + wrong + missed)).toBeGreaterThanOrEqual(floors.links);
  });

  it('gives the right verdict, at least as often as before in each', () => {
    const shares = verdicts.map((verdict) => {
      const right = sum(scores.map((score) => score.verdicts[verdict]?.right ?? 0));
      const of = sum(scores.map((score) => score.verdicts[verdict]?.of ?? 0));
      return right / of;
    });
    expect(sum(shares) / shares.length).toBeGreaterThanOrEqual(floors.verdicts);
  });
});

describe('evidence', () => {
  it.each(pairNames)('of %s stands in its report, word for word', (name) => {
    const rows = trackPair(readPair(name));
    for (const { evidence, related } of rows)
      for (const { file, start, end, quote, valueStart, valueEnd, valueText } of [...evidence, ...related]) {
        const text = textOf(file);
        expect(text.slice(start, end)).toBe(quote);
        if (valueStart !== null && valueEnd !== null)
          expect(text.slice(valueStart, valueEnd)).toBe(valueText);
      }
  });

  it('is there for every verdict that rests on some, and for no_evidence never', () => {
    for (const pair of pairs)
      for (const { verdict, evidence, reasons } of trackPair(pair)) {
        expect(reasons.length).toBeGreaterThan(0);
        if (verdict === 'no_evidence') expect(evidence).toEqual([]);
        else if (verdict !== 'changed') expect(evidence.length).toBeGreaterThan(0);
        if (verdict === 'met') expect(evidence[0]?.reach).toBe('yes');
      }
  });

  it('is not found in the promise itself', () => {
    const [pair] = pairs;
    if (!pair) throw new Error('no pairs');
    const plan = documentOf(pair.plan, textOf(pair.plan));
    expect(new Set(trackPair({ ...pair, reports: [] }).map(({ verdict }) => verdict))).toEqual(
      new Set(['no_evidence']),
    );
    expect(plan.items.length).toBeGreaterThan(0);
  });
});

it('gives the same rows for the same input', () => {
  const [pair] = pairs;
  if (!pair) throw new Error('no pairs');
  expect(
    JSON.stringify(trackPair(pair).map(({ verdict, evidence, reasons }) => [verdict, evidence, reasons])),
  ).toBe(
    JSON.stringify(trackPair(pair).map(({ verdict, evidence, reasons }) => [verdict, evidence, reasons])),
  );
});
