import { describe, expect, it } from 'vitest';
import type { PlacedItem } from '../../web/src/api/standing-types.js';
import { blockAt, blocksOf, stretchesOf } from '../../web/src/pages/document/text-blocks.js';
import fc from '../support/seeded.js';

const itemAt = (id: string, start: number, end: number): PlacedItem =>
  ({ row: { id, start, end }, statuses: null, boxes: [] }) as unknown as PlacedItem;

describe('paragraphs of a text with their items', () => {
  const text = '标题\n\n第一段，建成3所，改造5个。\f第二页的段落。';
  const pages = [
    { start: 0, end: 18, number: 1 },
    { start: 19, end: 26, number: 2 },
  ];

  it('leaves empty lines out, and begins pages where they begin', () => {
    const blocks = blocksOf({ text, pages }, []);
    expect(blocks.map(({ start, end, pageStart }) => [text.slice(start, end), pageStart])).toEqual([
      ['标题', 1],
      ['第一段，建成3所，改造5个。', null],
      ['第二页的段落。', 2],
    ]);
    expect(blockAt(blocks, text.indexOf('改造'))).toBe(1);
  });

  it('cuts a paragraph where items begin and end; the shorter of two lies on top', () => {
    const from = text.indexOf('建成');
    const wide = itemAt('wide', from, text.indexOf('。'));
    const narrow = itemAt('narrow', text.indexOf('改造'), text.indexOf('。'));
    const [, block] = blocksOf({ text, pages }, [wide, narrow]);
    const stretches = block ? stretchesOf(block) : [];
    expect(stretches.map(({ start, end, items }) => [text.slice(start, end), items[0]?.row.id])).toEqual([
      ['第一段，', undefined],
      ['建成3所，', 'wide'],
      ['改造5个', 'narrow'],
      ['。', undefined],
    ]);
  });

  it('gives every character of every line once, whatever the items', () => {
    const words = fc.stringMatching(/^[建成所\n\f ]{0,60}$/);
    const spans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 8 });
    fc.assert(
      fc.property(words, spans, (source, given) => {
        const items = given
          .map(([start, length], n) => itemAt(String(n), start, start + length))
          .sort((a, b) => a.row.start - b.row.start);
        const blocks = blocksOf({ text: source, pages: [] }, items);
        const shown = blocks.flatMap(stretchesOf).map(({ start, end }) => source.slice(start, end));
        expect(shown.join('')).toBe(
          source
            .split(/[\n\f]/)
            .filter((line) => line.trim() !== '')
            .join(''),
        );
      }),
    );
  });
});
