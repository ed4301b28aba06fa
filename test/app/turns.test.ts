import { expect, it } from 'vitest';
import { turns } from '../../src/app/ingest/turns.js';

it('counts an office’s load and begins anew after ten idle minutes', () => {
  let at = 0;
  const turn = turns(() => at);
  expect([turn(), turn(), turn()]).toEqual([1, 2, 3]);
  at += 9 * 60_000;
  expect(turn()).toBe(4);
  at += 11 * 60_000;
  expect(turn()).toBe(1);
});

it('stays below what comes after all documents', () => {
  const turn = turns(() => 0);
  let last = 0;
  for (let n = 0; n < 1_000_100; n += 1) last = turn();
  expect(last).toBe(999_999);
});
