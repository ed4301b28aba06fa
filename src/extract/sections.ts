import type { Block, Outline } from '../text/outline/block.js';
import { isEnclosed, splitSentences } from '../text/sentence/sentences.js';
import type { SectionDeadline, SectionView } from './draft.js';
import { sectionCues } from './lexicon/cues.js';
import { type DateReference, findDates } from './values/date.js';

/** Default lean of a document: what its kind says before any heading does. */
const kindStance = {
  action_plan: 2,
  reply: -1.5,
  progress_report: -2.5,
  work_report: -0.5,
  other: 0.3,
} as const;

function headingDeadline(outline: Outline, block: Block, reference: DateReference): SectionDeadline | null {
  const text = outline.clean.text;
  const dates = findDates(text, block.start, block.headingEnd, reference).filter(
    (d) => d.role === 'by' && d.date !== null && !isEnclosed(text, block.start, d.start, '《', '》'),
  );
  const only = dates.length === 1 ? dates[0] : undefined;
  // The title of an attached plan names its period, which is the document's, not a section's.
  if (!only || /(?:计划|方案|规划|通知)(?:（[^）]*）)?$/.test(text.slice(block.start, block.headingEnd)))
    return null;
  return { mention: only, text: text.slice(only.start, only.end), rule: 'deadline:heading' };
}

const opensWithDate = /\d{2}|今年|明年|去年|本年|年内|年底|半年|十[一二三四五六]五|季度|月|[二一][〇零]/u;

/** A paragraph that frames what follows: it begins with a date and holds no figure of its own, or ends in a colon. */
function leadIn(outline: Outline, block: Block, reference: DateReference): SectionDeadline | null {
  if (block.kind !== 'body') return null;
  const text = outline.clean.text;
  if (
    block.end - block.headingEnd > 400 ||
    !opensWithDate.test(text.slice(block.headingEnd, block.headingEnd + 10))
  )
    return null;
  const body = text.slice(block.headingEnd, block.end);
  const first = splitSentences(text, block.headingEnd, block.end)[0];
  if (!first) return null;
  const dates = findDates(text, first.start, first.end, reference).filter(
    (d) => d.role === 'by' && d.date !== null && !d.asOf,
  );
  const date = dates[0];
  if (!date || date.start - first.start > 8) return null;
  const rest = text.slice(date.end, block.end);
  if (/^(?:是|，是)/.test(rest)) return null;
  const frames = body.endsWith('：') || !/\d/.test(rest.replace(/[“"][^”"]*[”"]/g, ''));
  return frames ? { mention: date, text: text.slice(date.start, date.end), rule: 'deadline:lead-in' } : null;
}

function ownStance(text: string): { weight: number; rule: string } | null {
  let best: { weight: number; rule: string } | null = null;
  for (const cue of sectionCues)
    if (cue.regex.test(text) && (!best || Math.abs(cue.weight) > Math.abs(best.weight)))
      best = { weight: cue.weight, rule: cue.rule };
  return best;
}

/** A report's heading with a year: 2025年工作安排 looks forward from early 2025, 2024年工作回顾 back. */
function yearStance(
  outline: Outline,
  heading: string,
  reference: DateReference,
): { weight: number; rule: string } | null {
  if (outline.meta.kind !== 'work_report' || reference.year === null) return null;
  const year = /(20\d\d)年/.exec(heading)?.[1];
  if (!year) return null;
  return Number(year) >= reference.year
    ? { weight: 3, rule: 'section:this-year' }
    : { weight: -4, rule: 'section:past-year' };
}

/**
 * What governs each block from above: the nearest deadline in a heading or lead-in, and whether promises or results stand there.
 * A heading's word wins over the document's kind, an inner heading's over an outer one's.
 */
export function sectionIndex(outline: Outline, reference: DateReference): SectionView[] {
  const { blocks, clean, meta } = outline;
  const base = kindStance[meta.kind];
  const deadlineOf = new Map<number, SectionDeadline>();
  const stanceOf = new Map<number, { weight: number; rule: string }>();
  const leadInUnder = new Map<number, SectionDeadline>();
  let looseLead: { weight: number; rule: string } | null = null;
  return blocks.map((block) => {
    const parent = block.path.at(-1) ?? -1;
    if (block.level !== null && block.headingEnd > block.start) {
      const words = clean.text.slice(block.start, block.headingEnd);
      const deadline = headingDeadline(outline, block, reference);
      if (deadline) deadlineOf.set(block.index, deadline);
      const stance = ownStance(words) ?? yearStance(outline, words, reference);
      if (stance) stanceOf.set(block.index, stance);
      if (block.level <= 2) looseLead = null;
    }
    let deadline: SectionDeadline | null = null;
    const chain =
      block.headingEnd > block.start && block.kind === 'body' ? [...block.path, block.index] : block.path;
    for (const index of [...chain].reverse()) {
      deadline = deadlineOf.get(index) ?? leadInUnder.get(index) ?? null;
      if (deadline) break;
    }
    deadline ??= leadInUnder.get(-1) ?? null;
    let stance: { weight: number; rule: string } = { weight: base, rule: `kind:${meta.kind}` };
    if (looseLead) stance = looseLead;
    for (const index of chain) stance = stanceOf.get(index) ?? stance;
    const own = leadIn(outline, block, reference);
    if (own)
      leadInUnder.set(block.headingEnd > block.start && block.kind === 'body' ? block.index : parent, own);
    // 下一步，我们将…： as an unmarked paragraph turns what follows.
    if (
      block.kind === 'body' &&
      /^(?:下一步|下步|下一阶段|今后|接下来)/.test(clean.text.slice(block.headingEnd, block.headingEnd + 6))
    )
      looseLead = { weight: 4, rule: 'section:next' };
    return {
      deadline,
      stance: looseLead && stance.rule.startsWith('kind:') ? looseLead.weight : stance.weight,
      stanceRule: looseLead && stance.rule.startsWith('kind:') ? looseLead.rule : stance.rule,
    };
  });
}
