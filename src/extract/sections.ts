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
    (d) =>
      d.role === 'by' && !d.asOf && d.date !== null && !isEnclosed(text, block.start, d.start, '《', '》'),
  );
  const only = dates.length === 1 ? dates[0] : undefined;
  // The title of an attached plan names its period, which is the document's, not a section's.
  if (!only || /(?:计划|方案|规划|通知)(?:（[^）]*）)?$/.test(text.slice(block.start, block.headingEnd)))
    return null;
  return { mention: only, text: text.slice(only.start, only.end), rule: 'deadline:heading' };
}

const opensWithDate = /\d{2}|今年|明年|去年|本年|年内|年底|半年|十[一二三四五六]五|季度|月|[二一][〇零]/u;

/** Whether a block stands first under a heading of aims, with points of their own below. */
function underAims({ blocks, clean }: Outline, block: Block): boolean {
  const heading = blocks[block.path.at(-1) ?? -1];
  const next = blocks[block.index + 1];
  return (
    heading !== undefined &&
    heading.index === block.index - 1 &&
    /目标/.test(clean.text.slice(heading.start, heading.headingEnd)) &&
    next?.level !== null &&
    next?.path.at(-1) === heading.index
  );
}

const announcing =
  /(?:抓好|做好|完成|落实|实施|办好|推进)[^，。]{0,24}(?:以下|下列|如下)[^，。]{0,16}：$|(?:以下|下列)[^，。]{0,16}(?:任务|工作|事项|项目|实事)：$/;

/** A paragraph that frames what follows: it begins with a date and holds no figure of its own, or ends in a colon. */
function leadIn(outline: Outline, block: Block, reference: DateReference): SectionDeadline | null {
  const text = outline.clean.text;
  // 9月底前，重点抓好以下三方面工作： above the first heading looks like front matter.
  const announced = block.kind === 'front' && announcing.test(text.slice(block.start, block.end).slice(-40));
  if (block.kind !== 'body' && !announced) return null;
  if (
    /(?:答复|回复|函复)如下/.test(text.slice(block.headingEnd, block.end)) ||
    block.end - block.headingEnd > 400 ||
    !(
      underAims(outline, block) ||
      text.charAt(block.end - 1) === '：' ||
      opensWithDate.test(text.slice(block.headingEnd, block.headingEnd + 10))
    )
  )
    return null;
  const body = text.slice(block.headingEnd, block.end);
  const first = splitSentences(text, block.headingEnd, block.end, 1)[0];
  if (!first) return null;
  const dates = findDates(text, first.start, first.end, reference).filter(
    (d) => d.role === 'by' && d.date !== null && !d.asOf,
  );
  // 锚定2035年远景目标，…，到2025年，…: the year of a vision is none; a later date opens a clause of its own.
  const date = dates.find((d) => !/^的?(?:远景|中长期)/u.test(text.slice(d.end, d.end + 3)));
  if (!date) return null;
  const opensClause =
    text.charAt(date.start - 1) === '，' &&
    /^[到至]/.test(text.slice(date.start, date.start + 1)) &&
    ((date.start - first.start <= 60 && text.charAt(date.end) === '，') || underAims(outline, block));
  // …，今年市政府确定十方面民生实事项目：
  const colon = body.endsWith('：') && dates.length === 1;
  if (date.start - first.start > 8 && !opensClause && !colon) return null;
  const rest = text.slice(date.end, block.end);
  // 2024年1月23日上午，…大会开幕: when something happened.
  if (
    /^(?:是|，是)/.test(rest) ||
    /^(?:上午|下午|晚|凌晨|起)|^[^。]*(?:开幕|召开|举行|获悉|记者|报道|印发|公布|审议通过|经[^，。]{2,24}(?:审议|研究|批准|同意|表决|评估|验收))/.test(
      text.slice(date.end, first.end),
    )
  )
    return null;
  // 一、主要目标: what is said there first, by a year that is the only one, is said of all its points.
  const aim =
    dates.length === 1 &&
    /^[到至]?(?:19|20)\d{2}年/.test(text.slice(date.start, date.end)) &&
    underAims(outline, block);
  const announces =
    /(?:实事|任务|目标|事项|举措)(?:项目)?[”"]?：?$/.test(body) &&
    outline.blocks[block.index + 1]?.level !== null;
  const frames =
    aim ||
    announces ||
    body.endsWith('：') ||
    // A line without its stop is a point of a list: 2017年创建园区.
    (/[。；]$/.test(body) && !/\d/.test(rest.replace(/[“"][^”"]*[”"]/g, '')));
  return frames ? { mention: date, text: text.slice(date.start, date.end), rule: 'deadline:lead-in' } : null;
}

/** （6月底前完成；责任单位：市教育局）: the tag's day is the paragraph's. */
function tagDeadline(outline: Outline, block: Block, reference: DateReference): SectionDeadline | null {
  const span = block.responsibility?.span;
  if (!span) return null;
  const { text } = outline.clean;
  const mention = findDates(text, span.start, span.end, reference).find(
    (d) => d.role === 'by' && d.date !== null && !isEnclosed(text, span.start, d.start, '《', '》'),
  );
  return mention ? { mention, text: text.slice(mention.start, mention.end), rule: 'deadline:tag' } : null;
}

const openingSpan = 8;

/** A heading or an opening sentence without figures that says as of when the results after it are told. */
function stateOf(outline: Outline, block: Block, reference: DateReference): SectionDeadline | null {
  const { text } = outline.clean;
  const heading = block.headingEnd > block.start && block.kind === 'heading';
  const first = heading
    ? { start: block.start, end: block.headingEnd }
    : splitSentences(text, block.headingEnd, block.end, 1)[0];
  if (!first || block.kind === 'row') return null;
  const dates = findDates(text, first.start, first.end, reference);
  const told = dates.filter((d) => d.date !== null && (d.role === 'by' || d.asOf));
  // 2024年民生实事项目（截至6月20日）: the list's year, then as of when.
  const date = (heading ? told.find((d) => d.asOf) : undefined) ?? told[0];
  if (!date) return null;
  const said = { mention: date, text: text.slice(date.start, date.end), rule: 'deadline:as-of' };
  if (heading) return date.asOf ? said : null;
  let rest = text.slice(first.start, first.end);
  for (const d of [...dates].reverse())
    rest = rest.slice(0, d.start - first.start) + rest.slice(d.end - first.start);
  if (/\d/.test(rest.replace(/[“"《][^”"》]*[”"》]/g, ''))) return null;
  if (date.asOf) return date.start - first.start <= openingSpan ? said : null;
  const past =
    reference.day !== null && date.date !== null
      ? date.date < reference.day
      : date.year !== null && reference.year !== null && date.year < reference.year;
  return past && /(?:过去的?|回顾)$/u.test(text.slice(first.start, date.start)) ? said : null;
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

const forward = /力争|确保|到20\d\d年|将(?=[建完达实推开投新增])|计划(?=[建完投新])|要(?=[建完达实推加])/g;
const backward =
  /已|截至|同比|累计|目前|荣获|今年共|全年|破获|查处|取得|今年以来|占(?:全?年度?)?(?:投资)?(?:计划|目标|任务)|过半|圆满/g;

const effort = /推进|加快|持续|全力|着力|深化|强化|促进|推动|开展|打造|完善|健全|提升|争创/g;
const reported =
  /已|同比|累计|截至|荣获|获评|获批|入选|[成实突圆顺][\u4e00-\u9fff]{0,2}了|预计|位居|目前|上年|去年|一年来|过去的|回顾|居全[国省市]|圆满/;

/** A paragraph of a work report that tells of no results: words of effort look ahead. */
function blockLean(text: string): number {
  const ahead = text.match(effort)?.length ?? 0;
  return ahead >= 3 ? 1.2 : 0;
}

const taskLabel = /^(?:年度|阶段性?|工作|主要|任务|整改)*(?:目标(?:任务)?|任务)：/;
const doneLabel =
  /^(?:实际|目前|任务|目标|工作|整改|项目)*(?:完成|进展|落实|办理|推进|实施)(?:完成)?(?:情况|成效)?(?:、[^：。]{2,16})?：|^取得成效：/;

/** 目标任务：…, 完成情况：…: what the words after a label are. */
export function labelOf(words: string): { weight: number; rule: string } | null {
  if (taskLabel.test(words)) return { weight: 3, rule: 'section:targets' };
  return doneLabel.test(words) ? { weight: -3.5, rule: 'section:review' } : null;
}

/** ■ 2024年成绩单: a line with a sign before it stands over those after it. */
const signOf = (words: string): { weight: number; rule: string } | null =>
  words.length <= 30 && /^[■▲★◤▍]/u.test(words) ? ownStance(words) : null;

/** A label and its colon. */
const labelSpan = 28;

const restated = { weight: 6, rule: 'section:targets' } as const;

/** 1.城镇新增就业35万人以上。 before a paragraph 进展情况：…: what was set, said again. */
function isRestated({ blocks, clean }: Outline, block: Block): boolean {
  const next = blocks[block.index + 1];
  return (
    next !== undefined &&
    next.level === null &&
    doneLabel.test(clean.text.slice(next.headingEnd, next.headingEnd + 12)) &&
    !doneLabel.test(clean.text.slice(block.headingEnd, block.headingEnd + 12))
  );
}

/** 2013年政府工作目标 among a newspaper's headlines: no title, but what stands below is for that year. */
function frontYear(outline: Outline, block: Block, reference: DateReference): SectionDeadline | null {
  const text = outline.clean.text;
  const words = text.slice(block.start, block.end);
  if (
    block.kind !== 'front' ||
    block.index === 0 ||
    words === outline.meta.title ||
    !/^(?:19|20)\d{2}年[^，。]{0,16}(?:目标|任务|安排|实事)$/.test(words) ||
    outline.blocks[block.index + 1]?.kind !== 'body'
  )
    return null;
  const mention = findDates(text, block.start, block.end, reference)[0];
  return mention?.date
    ? { mention, text: text.slice(mention.start, mention.end), rule: 'deadline:heading' }
    : null;
}

/** A text of no known kind leans the way that most of its own words lean. */
function ownLean(text: string): number {
  const ahead = text.match(forward)?.length ?? 0;
  const behind = text.match(backward)?.length ?? 0;
  if (behind >= 3 && behind >= 2 * ahead) return -1.5;
  return ahead >= 3 && ahead >= 2 * behind ? 1 : kindStance.other;
}

/**
 * What governs each block from above: the nearest deadline in a heading or lead-in, and whether promises or results stand there.
 * A heading's word wins over the document's kind, an inner heading's over an outer one's.
 */
export function sectionIndex(outline: Outline, reference: DateReference): SectionView[] {
  const { blocks, clean, meta } = outline;
  const base = meta.kind === 'other' ? ownLean(clean.text) : kindStance[meta.kind];
  const reports = reported.test(clean.text);
  const deadlineOf = new Map<number, SectionDeadline>();
  const stanceOf = new Map<number, { weight: number; rule: string }>();
  const leadInUnder = new Map<number, SectionDeadline>();
  const stateUnder = new Map<number, SectionDeadline>();
  let looseLead: { weight: number; rule: string } | null = null;
  let looseLabel: { weight: number; rule: string } | null = null;
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
    deadline = tagDeadline(outline, block, reference) ?? deadline ?? leadInUnder.get(-1) ?? null;
    const state = stateOf(outline, block, reference);
    if (state)
      stateUnder.set(block.level !== null && block.headingEnd > block.start ? block.index : parent, state);
    let asOf: SectionDeadline | null = null;
    for (const index of [...chain].reverse()) asOf ??= stateUnder.get(index) ?? null;
    asOf ??= stateUnder.get(-1) ?? null;
    let stance: { weight: number; rule: string } = { weight: base, rule: `kind:${meta.kind}` };
    if (looseLead) stance = looseLead;
    for (const index of chain) stance = stanceOf.get(index) ?? stance;
    if (stance.rule === 'kind:work_report' && !reports)
      stance = { ...stance, weight: stance.weight + blockLean(clean.text.slice(block.start, block.end)) };
    // 目标任务：… / 完成情况：…: a label turns its paragraph and those after it.
    const label =
      labelOf(clean.text.slice(block.headingEnd, block.headingEnd + labelSpan)) ??
      signOf(clean.text.slice(block.start, block.end));
    if (label) looseLabel = label;
    else if (block.level !== null) looseLabel = null;
    if (looseLabel) stance = looseLabel;
    if (meta.kind === 'progress_report' && isRestated(outline, block)) stance = restated;
    const own = leadIn(outline, block, reference) ?? frontYear(outline, block, reference);
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
      asOf,
      stance: looseLead && stance.rule.startsWith('kind:') ? looseLead.weight : stance.weight,
      stanceRule: looseLead && stance.rule.startsWith('kind:') ? looseLead.rule : stance.rule,
    };
  });
}
