import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Figures, scoreFixtures } from './gold-score.js';

const floors = JSON.parse(
  readFileSync(new URL('../../bench/results/quality-floor.json', import.meta.url), 'utf8'),
) as Figures;

// The floors go up with the engine (bench/README.md says how) and never down.
it('finds in the fixtures what a careful reader finds, at least as well as before', () => {
  const figures = scoreFixtures();
  for (const name of ['f1', 'value', 'deadline', 'responsible'] as const)
    expect(figures[name], `${name} of ${JSON.stringify(figures)}`).toBeGreaterThanOrEqual(floors[name]);
});
