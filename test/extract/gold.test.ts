import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Figures, scoreGold } from './gold-score.js';
import { type GoldSet, goldNames, goldSets, readGold } from './gold-sets.js';

const floors = JSON.parse(
  readFileSync(new URL('../../bench/results/quality-floor.json', import.meta.url), 'utf8'),
) as Record<GoldSet, Figures>;

// The floors go up with the engine (bench/README.md says how) and never down.
it.each(goldSets)('%s: finds what a careful reader finds, each field at least as well as before', (set) => {
  const figures = scoreGold(goldNames(set).map((name) => readGold(set, name)));
  const measured = JSON.stringify(figures);
  expect(Object.keys(floors[set]).sort(), measured).toEqual(Object.keys(figures).sort());
  const below = Object.entries(floors[set]).filter(([name, floor]) => (figures[name] ?? 0) < floor);
  expect(below, measured).toEqual([]);
});
