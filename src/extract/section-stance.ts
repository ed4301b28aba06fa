import type { Block, Outline } from '../text/outline/block.js';
import { sectionCues } from './lexicon/cues.js';
import { type Turn, turnOf } from './section-turns.js';
import { type DateReference, findDates } from './values/date.js';

/** Default lean of a document: what its kind says before any heading does. */
export const kindStance = {
  action_plan: 2,
  reply: -1.5,
  progress_report: -2.5,
  work_report: -0.5,
  ledger: 0.3,
  other: 0.3,
} as const;

/** 民生实事有序推进, 重点工作进展顺利: a statement of how the tasks fare, no heading over tasks. */
const faring =
  /^(?!保障|促进|力争|加快).*(?:(?:有序|稳步|快速|全面|加快|顺利|扎实|持续|陆续|高效|强力|全部|相继)(?:推进|开工|启动|落地|见效|实施|展开|完成|办结|兑现)|进展(?:顺利|较快|良好|明显|平稳)|(?:提质|提速)增效|过半|收官)[。！]?$/u;

/** 三、下一步，推动各项工作有序推进, 确保重点任务全部完成: how they shall fare. 目标任务全部完成: what was aimed at. */
const toFare =
  /下一步|下步|下一?阶段|下半年|今后|接下来|后续|确保|推动|(?:目标|计划)(?!(?:任务|项目|工作|指标|投资|事项)*(?:均|已|有序|稳步|快速|全面|加快|顺利|扎实|持续|陆续|高效|全部|相继|提前|如期|进展|完成))/u;
const marker =
  /^(?:第?[一二三四五六七八九十]{1,3}(?:、|[章节]|部分|是)|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[.．、）)](?!\d)|(?= )))[ 　]*/u;

/** 一、工程类民生实事 in a report on them: what they are called, not that they are still to be done. */
const listName =
  /^[^，。：；]{0,24}(?:实事|重点工作|(?:重点|主要|工作)任务)[^，。：；]{0,8}(?:（[^）]*）)?[：:]?$/u;
const looksAhead =
  /目标|下一?步|下一?阶段|计划|打算|安排|今后|预期|明年|要求|措施|举措|思路|接下来|后续|确保|力争|推动/u;
const partOfYear = /半年|季度|\d月/u;

/** Whether a heading of a progress report is a list's name; 下半年重点工作, after the report's own day, is not. */
export function namesTasks({ clean, meta }: Outline, block: Block, reference: DateReference): boolean {
  if (meta.kind !== 'progress_report') return false;
  const words = clean.text.slice(block.start, block.headingEnd).replace(marker, '');
  if (!listName.test(words) || looksAhead.test(words)) return false;
  const part = findDates(clean.text, block.start, block.headingEnd, reference).find(
    ({ start, end, date }) => date !== null && partOfYear.test(clean.text.slice(start, end)),
  );
  if (!part?.date) return !/下半年|[下四]季度/u.test(words);
  if (reference.day !== null) return part.date <= reference.day;
  return meta.title?.includes(clean.text.slice(part.start, part.end)) ?? false;
}

export function ownStance(text: string): Turn | null {
  let best: Turn | null = null;
  const words = text.replace(marker, '');
  const fares = faring.test(words) && !toFare.test(words);
  for (const cue of sectionCues)
    if (
      cue.regex.test(text) &&
      !(fares && cue.weight > 0) &&
      (!best || Math.abs(cue.weight) > Math.abs(best.weight))
    )
      best = { weight: cue.weight, rule: cue.rule };
  return best;
}

/** A report's heading with a year: 2025年工作安排 looks forward from early 2025, 2024年工作回顾 back. */
export function yearStance(outline: Outline, heading: string, reference: DateReference): Turn | null {
  const { kind } = outline.meta;
  if (kind === 'action_plan' || reference.year === null) return null;
  const year = Number(
    /(20\d\d)年(?![^，。]{0,4}以[来前])/.exec(heading.replace(/《[^》]*》/gu, ''))?.[1] ?? 0,
  );
  // Elsewhere a heading of the text's own year may look either way.
  if (year === 0 || (kind !== 'work_report' && year <= reference.year)) return null;
  return year >= reference.year
    ? { weight: 3, rule: 'section:this-year' }
    : { weight: -4, rule: 'section:past-year' };
}

const forward = /力争|确保|到20\d\d年|将(?=[建完达实推开投新增])|计划(?=[建完投新])|要(?=[建完达实推加])/g;
const backward =
  /已|截至|同比|累计|目前|荣获|今年共|全年|破获|查处|取得|今年以来|占(?:全?年度?)?(?:投资)?(?:计划|目标|任务)|过半|圆满/g;

const effort = /推进|加快|持续|全力|着力|深化|强化|促进|推动|开展|打造|完善|健全|提升|争创/g;
export const reported =
  /已|同比|累计|截至|荣获|获评|获批|入选|[成实突圆顺][\u4e00-\u9fff]{0,2}了|预计|位居|目前|上年|去年|一年来|过去的|回顾|居全[国省市]|圆满/;

/** A paragraph of a work report that tells of no results: words of effort look ahead. */
export function blockLean(text: string): number {
  const ahead = text.match(effort)?.length ?? 0;
  return ahead >= 3 ? 1.2 : 0;
}

const taskLabel = /^(?:年度|阶段性?|工作|主要|任务|整改)*(?:目标(?:任务)?|任务)：/;
const doneLabel =
  /^(?:实际|目前|任务|目标|工作|整改|项目)*(?:完成|进展|落实|办理|推进|实施)(?:完成)?(?:情况|成效)?(?:、[^：。]{2,16})?：|^取得成效：/;

/** 目标任务：…, 完成情况：…: what the words after a label are. */
export function labelOf(words: string): Turn | null {
  if (taskLabel.test(words)) return { weight: 3, rule: 'section:targets' };
  return doneLabel.test(words) ? { weight: -3.5, rule: 'section:review' } : null;
}

/** ■ 2024年成绩单: a line with a sign before it stands over those after it. */
export const signOf = (words: string): Turn | null =>
  words.length <= 30 && /^[■▲★◤▍]/u.test(words) ? ownStance(words) : null;

export const restated = { weight: 6, rule: 'section:targets' } as const;

/** How many lines a sheet's fields take, and how many a page cuts off after its last point. */
const fieldLines = 8;
const fieldLabel = /^[^，。：]{2,10}：/;

/** Whether 进展情况：… stands under a point, before the next one; fields of a sheet (责任单位：…) may stand between. */
function isFollowedByProgress({ blocks, clean }: Outline, block: Block): boolean {
  if (doneLabel.test(clean.text.slice(block.headingEnd, block.headingEnd + 12))) return false;
  for (const { level, headingEnd } of blocks.slice(block.index + 1, block.index + 1 + fieldLines)) {
    const words = clean.text.slice(headingEnd, headingEnd + 14);
    if (level !== null) return false;
    if (doneLabel.test(words)) return true;
    if (!fieldLabel.test(words)) return false;
  }
  return false;
}

/**
 * 1.城镇新增就业35万人以上。 before a paragraph 进展情况：…: what was set, said again. So is the last point of such a list, whose
 * progress a page cut off.
 */
export function isRestated(outline: Outline, block: Block): boolean {
  if (isFollowedByProgress(outline, block)) return true;
  const { blocks } = outline;
  if (block.level === null || block.responsibility === null || blocks.length - block.index > fieldLines)
    return false;
  const above = blocks.slice(Math.max(0, block.index - 2 * fieldLines), block.index);
  const before = above.findLast(({ level }) => level === block.level);
  return (
    before !== undefined &&
    blocks.slice(block.index + 1).every(({ level }) => level === null) &&
    isFollowedByProgress(outline, before)
  );
}

/** A text of no known kind leans the way that most of its own words lean. */
export function ownLean(text: string): number {
  const ahead = text.match(forward)?.length ?? 0;
  const behind = text.match(backward)?.length ?? 0;
  if (behind >= 3 && behind >= 2 * ahead) return -1.5;
  return ahead >= 3 && ahead >= 2 * behind ? 1 : kindStance.other;
}

/**
 * A work report looks back first and ahead then: where its main headings or their first words say so of a part, the parts before
 * and after that say nothing follow suit.
 */
export function courseOf(outline: Outline, reference: DateReference): (block: Block) => Turn | null {
  const { blocks, clean, meta } = outline;
  if (meta.kind !== 'work_report') return () => null;
  const top = Math.min(
    ...blocks.flatMap(({ level, kind }) => (kind === 'heading' && level !== null ? [level] : [])),
  );
  const turning = blocks.find((block) => {
    const words = clean.text.slice(block.start, block.headingEnd);
    const said =
      block.kind === 'heading' && block.level === top
        ? (ownStance(words) ?? yearStance(outline, words, reference))
        : null;
    return (said?.weight ?? 0) > 0 || turnOf(outline, block, reference)?.rule === 'section:targets';
  });
  if (!turning) return () => null;
  return ({ index }) =>
    index > turning.index
      ? { weight: 2.5, rule: 'section:targets' }
      : { weight: -2.5, rule: 'section:review' };
}
