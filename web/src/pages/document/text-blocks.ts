import type { DocumentText, PlacedItem } from '../../api/standing-types.js';

/** A paragraph of the text with the items that stand in it. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** Number of the page that begins with it, where the format has pages. */
  readonly pageStart: number | null;
  readonly items: readonly PlacedItem[];
}

/** A stretch of a paragraph under the same items, the shortest of them first. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly items: readonly PlacedItem[];
}

/** The block that holds an offset, or the last one before it. Blocks stand in the order of the text. */
export function blockAt(blocks: readonly Pick<Block, 'start'>[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Paragraphs of a text, empty ones left out. */
export function blocksOf(
  { text, pages }: Pick<DocumentText, 'text' | 'pages'>,
  items: readonly PlacedItem[],
): Block[] {
  const blocks: (Omit<Block, 'items' | 'pageStart'> & { items: PlacedItem[]; pageStart: number | null })[] =
    [];
  for (const { 0: line, index } of text.matchAll(/[^\n\f]+/g))
    if (line.trim() !== '')
      blocks.push({ start: index, end: index + line.length, pageStart: null, items: [] });
  for (const { start, end, number } of pages) {
    const at = blockAt(blocks, start);
    const block = blocks[at]?.start === undefined || blocks[at].start < start ? blocks[at + 1] : blocks[at];
    if (block && block.start < end) block.pageStart = number;
  }
  for (const item of items)
    for (let at = blockAt(blocks, item.row.start); at < blocks.length; at++) {
      const block = blocks[at];
      if (!block || block.start >= item.row.end) break;
      if (block.end > item.row.start) block.items.push(item);
    }
  return blocks;
}

const lengthOf = ({ row }: PlacedItem): number => row.end - row.start;

/** A paragraph cut where an item begins or ends. */
export function stretchesOf({ start, end, items }: Block): Stretch[] {
  const within = (at: number) => Math.min(end, Math.max(start, at));
  const cuts = new Set([start, end]);
  for (const { row } of items) {
    cuts.add(within(row.start));
    cuts.add(within(row.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, n) => {
    const to = sorted[n + 1] ?? end;
    return {
      start: from,
      end: to,
      items: items
        .filter(({ row }) => row.start < to && row.end > from)
        .sort((a, b) => lengthOf(a) - lengthOf(b)),
    };
  });
}
