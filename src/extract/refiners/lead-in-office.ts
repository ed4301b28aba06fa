import type { Block, Outline } from '../../text/outline/block.js';
import { looksLikeOffice, splitOffices } from '../../text/outline/office.js';

/** 由县住建局牵头组织实施以下道路建设项目：: who answers for each point of the list that follows. */
const charged =
  /由([\u4e00-\u9fff、和与及（）]{2,40}?)(?:牵头|负责|统筹|组织|承担|主办)[^。；]{0,24}(?:以下|如下|下列)[^。；]{0,20}[：。]$/u;
const reach = 90;

const made = new WeakMap<Outline, ReadonlyMap<number, readonly string[]>>();

/** The offices that the lead-in above a block charges with the list that the block stands in. */
export function chargedAbove(outline: Outline, block: Block): readonly string[] {
  let found = made.get(outline);
  if (!found) {
    found = chargesOf(outline);
    made.set(outline, found);
  }
  return found.get(block.index) ?? [];
}

function chargesOf({ blocks, clean: { text } }: Outline): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  let open: { readonly names: readonly string[]; readonly depth: number } | null = null;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'body' && block.kind !== 'heading' && block.kind !== 'front') {
      if (block.kind !== 'row') open = null;
      continue;
    }
    // The list ends with a heading above its points, or with a paragraph that is none of them.
    const before = blocks[i - 1];
    const isPoint = block.level !== null || before?.kind === 'heading';
    if (open && (!isPoint || block.path.length < open.depth)) open = null;
    if (open) found.set(block.index, open.names);
    const list = charged.exec(text.slice(Math.max(block.start, block.end - reach), block.end))?.[1];
    if (list === undefined) continue;
    const names = splitOffices(list).filter((name) => looksLikeOffice(name) && !/^我[局委厅办]/u.test(name));
    if (names.length > 0) open = { names, depth: block.path.length };
  }
  return found;
}
