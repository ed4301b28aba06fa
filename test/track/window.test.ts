import { expect, it } from 'vitest';
import { reportWindow } from '../../src/track/fact/window.js';
import { documentOf } from './tracking-pairs.js';

const report = documentOf('r.txt', '青槐市2025年工作总结\n\n2026年1月10日\n\n全年累计新建口袋公园12个。\n');

const windowOf = (sentence: string) => {
  const [item] = report.items;
  if (!item) throw new Error('no item');
  const words = { own: '累计新建', clause: '累计新建', sentence };
  const scope = { kind: 'year', year: 2025 } as const;
  return reportWindow(item, words, scope as never, { day: '2026-01-10', partial: false });
};

it('counts a sum from January where its sentence says since when', () => {
  expect(windowOf('1至9月份，累计新建')).toMatchObject({ kind: 'sum', from: '2025-01-01' });
  expect(windowOf('今年以来拆旧3处，累计新建')).toMatchObject({ kind: 'sum', from: null });
});

it('reads a sentence without an end in one go, however often it says since when', () => {
  expect(windowOf(`${'今年以来'.repeat(3000)}。累计`)).toMatchObject({ kind: 'sum', from: null });
});
