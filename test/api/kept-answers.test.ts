import { expect, it } from 'vitest';
import { keptAnswers } from '../../src/api/kept-answers.js';

it('gives an answer again for twenty times as long as it took to make, one making at a time', async () => {
  let now = 0;
  let made = 0;
  const kept = keptAnswers<number>(() => now);
  const make = async () => {
    now += 10;
    made += 1;
    return made;
  };
  expect(await Promise.all([kept('a', make), kept('a', make)])).toEqual([1, 1]);
  now += 199;
  expect(await kept('a', make)).toBe(1);
  expect(await kept('b', make)).toBe(2);
  now += 1;
  expect(await kept('a', make)).toBe(3);
});

it('keeps no failure', async () => {
  const kept = keptAnswers<number>(() => 0);
  await expect(kept('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await kept('a', async () => 7)).toBe(7);
});
