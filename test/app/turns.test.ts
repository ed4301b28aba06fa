import { expect, it } from 'vitest';
import { officeTurns, turns } from '../../src/app/ingest/turns.js';

const minute = 60_000;

it('counts an office’s load, and begins anew after ten idle minutes', () => {
  let at = 0;
  const turn = turns(() => at);
  expect([turn(), turn(), turn()]).toEqual([1, 2, 3]);
  for (let n = 0; n < 997; n += 1) turn();
  at += 9 * minute;
  // 108 of a thousand were given back.
  expect(turn()).toBe(893);
  at += 11 * minute;
  expect(turn()).toBe(1);
});

it('is always the first of who hands in one file every five minutes', () => {
  let at = 0;
  const turn = turns(() => at);
  for (let n = 0; n < 96; n += 1, at += 5 * minute) expect(turn()).toBe(1);
});

it('counts on through a load that comes faster than it can be worked, and does not go back with the clock', () => {
  let at = 1_000_000;
  const turn = turns(() => at);
  let last = 0;
  for (let n = 0; n < 1_000; n += 1, at += 100) {
    const next = turn();
    expect(next).toBeGreaterThanOrEqual(last);
    last = next;
  }
  expect(last).toBeGreaterThan(970);
  at -= 500_000;
  expect(turn()).toBeGreaterThan(last);
});

it('stays below what comes after all documents', () => {
  const turn = turns(() => 0);
  let last = 0;
  for (let n = 0; n < 1_000_100; n += 1) last = turn();
  expect(last).toBe(999_999);
});

it('is counted for each office', () => {
  const turnOf = officeTurns(() => 0);
  expect([turnOf('a'), turnOf('a'), turnOf('b'), turnOf('a')]).toEqual([1, 2, 1, 3]);
});
