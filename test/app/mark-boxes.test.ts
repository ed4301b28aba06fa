import { describe, expect, it } from 'vitest';
import { markBoxes } from '../../src/app/query/mark-boxes.js';

const text = '到2025年底，新建\n学校12所。\f完';
const lines: Parameters<typeof markBoxes>[0]['lines'] = [
  { start: 0, end: 10, page: 1, box: [100, 50, 260, 66] },
  { start: 11, end: 17, page: 1, box: [100, 70, 200, 86] },
  { start: 18, end: 19, page: 2, box: [100, 50, 116, 66] },
];

describe('boxes of a stretch of text', () => {
  it('has one for each line, cut to its part by the widths of characters', () => {
    const start = text.indexOf('新建');
    const boxes = markBoxes({ text, lines }, { start, end: text.indexOf('。') });
    // 16 half widths in the first line, 12 before the stretch; 8 of 10 in the second.
    expect(boxes).toEqual([
      { page: 1, box: [100 + (160 * 12) / 16, 50, 260, 66] },
      { page: 1, box: [100, 70, 100 + (100 * 8) / 10, 86] },
    ]);
  });

  it('goes over pages, and has none where there are no places', () => {
    expect(markBoxes({ text, lines }, { start: 0, end: text.length }).map(({ page }) => page)).toEqual([
      1, 1, 2,
    ]);
    expect(markBoxes({ text, lines: [] }, { start: 0, end: 5 })).toEqual([]);
    expect(markBoxes({ text, lines }, { start: 17, end: 18 })).toEqual([]);
  });
});
