import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/domain/tracking.js';
import { track } from '../../src/track/tracker.js';
import { documentOf } from './tracking-pairs.js';

interface Frame {
  readonly plan: string;
  readonly report: string;
  readonly asOf: string;
}

interface TrackingCorpus {
  readonly frames: Readonly<Record<string, Frame>>;
  readonly cases: readonly {
    readonly about: string;
    readonly frame: string;
    readonly verdict: Verdict;
    readonly pairs: readonly (readonly [string, string])[];
  }[];
}

const corpus = JSON.parse(
  readFileSync(new URL('../../fixtures/corpus/tracking.json', import.meta.url), 'utf8'),
) as TrackingCorpus;

/** The verdicts on the commitments of one sentence, given one sentence of a report. */
function judged({ plan, report, asOf }: Frame, target: string, said: string): Verdict[] {
  const rows = track(
    [documentOf('plan.txt', plan.replace('{}', target))],
    [documentOf('report.txt', report.replace('{}', said))],
    asOf,
  );
  return [...new Set(rows.map(({ verdict }) => verdict))];
}

describe.each(corpus.cases)('$about: $verdict', ({ frame, verdict, pairs }) => {
  it.each(pairs)('%s ← %s', (target, said) => {
    const given = corpus.frames[frame];
    if (!given) throw new Error(`no such frame: ${frame}`);
    expect(judged(given, target, said)).toEqual([verdict]);
  });
});
