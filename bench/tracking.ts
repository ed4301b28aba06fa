/**
 * A new report of 300 achievements against open commitments in memory: seconds, and how many commitments are looked at, from ten
 * thousand to a million. Figures are read from the tracking fixtures and given other names and places, so that each size has as
 * many places, and each place as many names, as a country would. The bound is holding all against all.
 * Usage: npx tsx bench/tracking.ts [--long] [--record]
 */
import type { FactView, Report, Target } from '../src/track/fact/document-view.js';
import { pair } from '../src/track/match/pair.js';
import { TargetIndex } from '../src/track/match/target-index.js';
import { record, rounded } from './record.mjs';
import { seconds } from './shared.js';
import { nameOf, names, perPlace, pick, reports, targets } from './tracked-facts.js';

const placed = ({ document, day }: FactView, place: string | null): FactView => ({ document, day, place });
/** @param known whether documents say of which place they are */
function build(size: number, known: boolean): TargetIndex {
  const index = new TargetIndex();
  let view: FactView | null = null;
  for (let i = 0; i < size; i++) {
    const target = pick(targets, i);
    if (i % perPlace === 0 || view === null)
      view = placed(target.view, known ? `第${Math.floor(i / perPlace)}县` : null);
    index.add({ ...target, key: nameOf((i * 7919) % names), topic: null, view });
  }
  return index;
}

function reportOf(known: boolean): Report[] {
  const view = placed(pick(reports, 0).view, known ? '第3县' : null);
  return Array.from({ length: 300 }, (_, i) => ({
    ...pick(reports, i),
    key: nameOf((i * 104_729) % names),
    topic: null,
    view,
  }));
}

function run(size: number, known: boolean) {
  let index = new TargetIndex();
  const building = seconds(() => {
    index = build(size, known);
  });
  const report = reportOf(known);
  let found = 0;
  const holding = seconds(() => {
    for (const figure of report) found += index.hold(figure, new Set()).length;
  });
  return {
    commitments: size,
    placeKnown: known,
    buildSeconds: rounded(building),
    holdSeconds: rounded(holding),
    lookedAt: index.looked,
    shareOfAllPairs: rounded(index.looked / (size * report.length)),
    linksAndRefusals: found,
  };
}

/** All against all, for as many as take a few seconds, as seconds a million pairs. */
function allAgainstAll() {
  const some: Target[] = Array.from({ length: 1000 }, (_, i) => ({
    ...pick(targets, i),
    key: nameOf((i * 7919) % names),
    topic: null,
  }));
  const report = reportOf(false);
  const time = seconds(() => {
    for (const figure of report) for (const target of some) pair(target, figure, false);
  });
  return time / ((some.length * report.length) / 1e6);
}

run(1000, true);
const sizes = [10_000, 100_000, ...(process.argv.includes('--long') ? [1_000_000] : [])];
const secondsAMillionPairs = allAgainstAll();
const rows = sizes.flatMap((size) => [run(size, true), run(size, false)]);
const largest = rows.filter(({ commitments }) => commitments === 100_000);
const figures = {
  rows,
  secondsAMillionPairs: rounded(secondsAMillionPairs),
  ratios: {
    timesAllAgainstAll: Object.fromEntries(
      largest.map(({ placeKnown, holdSeconds }) => [
        placeKnown ? 'placeKnown' : 'placeUnknown',
        rounded((secondsAMillionPairs * 100_000 * 300) / 1e6 / holdSeconds),
      ]),
    ),
  },
};
console.log(JSON.stringify(figures, null, 2));
if (process.argv.includes('--record'))
  record('tracking', 'npx tsx bench/tracking.ts --long --record', figures);
