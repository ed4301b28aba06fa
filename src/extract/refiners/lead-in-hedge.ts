import type { Block, Outline } from '../../text/outline/block.js';

/** “十五五”时期，要努力实现以下目标任务：: the hedge is every point's below it (ruling 13). */
const hedging =
  /(?:努力|力争|争取|力求)(?:实现|达到|完成)[^，。；：]{0,6}(?:以下|下列|如下)[^，。；：]{0,10}(?:目标|任务|指标)[^，。；：]{0,6}：$/u;
const reach = 60;
const point = /^(?:[一二三四五六七八九十]{1,2}是|——|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])/u;
const pointSpan = 4;

const made = new WeakMap<Outline, ReadonlySet<number>>();

/** Whether the lead-in above a block's list hedges each of its points. */
export function hedgedAbove(outline: Outline, block: Block): boolean {
  let found = made.get(outline);
  if (!found) {
    found = hedgedBlocks(outline);
    made.set(outline, found);
  }
  return found.has(block.index);
}

function hedgedBlocks({ blocks, clean: { text } }: Outline): ReadonlySet<number> {
  const found = new Set<number>();
  let depth: number | null = null;
  for (const block of blocks) {
    const isPoint = point.test(text.slice(block.start, block.start + pointSpan));
    // The list ends with a paragraph that is no point of it, or with a heading outside.
    if (depth !== null && (!isPoint || block.path.length < depth)) depth = null;
    if (depth !== null) found.add(block.index);
    if (hedging.test(text.slice(Math.max(block.start, block.end - reach), block.end)))
      depth = block.path.length;
  }
  return found;
}
