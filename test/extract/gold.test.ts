import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Figures, scoreFixtures } from './gold-score.js';

const floors = JSON.parse(
  readFileSync(new URL('../../bench/results/quality-floor.json', import.meta.url), 'utf8'),
) as Figures;

// The floors go up with the engine (bench/README.md says how) and never down.
it('finds in the fixtures what a careful reader finds, each field at least as well as before', () => {
  const figures = scoreFixtures();
  const measured = JSON.stringify(figures);
  expect(Object.keys(floors).sort(), measured).toEqual(Object.keys(figures).sort());
  const below = Object.entries(floors).filter(([name, floor]) => (figures[name] ?? 0) < floor);
  expect(below, measured).toEqual([]);
});
