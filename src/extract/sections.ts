import type { Block, Outline } from '../text/outline/block.js';
import { isEnclosed, splitSentences } from '../text/sentence/sentences.js';
import type { SectionDeadline, SectionView } from './draft.js';
import { announcedYear } from './period/announced-year.js';
import { headingPeriods } from './period/heading-periods.js';
import {
  blockLean,
  courseOf,
  isRestated,
  kindStance,
  labelOf,
  namesTasks,
  ownLean,
  ownStance,
  reported,
  restated,
  signOf,
  yearStance,
} from './section-stance.js';
import { listPoint, looksBack, review, type Turn, turnOf } from './section-turns.js';
import { type DateReference, findDates } from './values/date.js';

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

/** 到2020年将实现： above a list. */
const setting =
  /(?:[到至](?:19|20)\d{2}年(?:[底末]前?)?|(?:今|明)年|年内|(?:19|20)\d{2}年(?:[底末]?前)?|[末底]前?)[，]?[^，。；\d]{0,16}(?:实现|达到|完成|建成|办好|实施|做好|抓好|推进|开展|落实|目标(?:是|为)?)[^。；]{0,12}：$/u;

/** A paragraph that frames what follows: it begins with a date and holds no figure of its own, or ends in a colon. */
function leadIn(outline: Outline, block: Block, reference: DateReference): SectionDeadline | null {
  const text = outline.clean.text;
  // 9月底前，重点抓好以下三方面工作： above the first heading looks like front matter.
  const closing = text.slice(block.start, block.end).slice(-40);
  const announced = block.kind === 'front' && (announcing.test(closing) || setting.test(closing));
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
    (d) =>
      d.role === 'by' && d.date !== null && !d.asOf && !isEnclosed(text, first.start, d.start, '《', '》'),
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
const toldBelow = /(?:通报|报告|汇报|公布|总结|公示|反馈)如下[：:。]$/u;
const wholeYear = /^(?:19|20)\d{2}年$/u;

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
  // 截至9月30日，…已完成9个，…。现通报如下：: the whole report is of that day.
  if (
    date.asOf &&
    date.start - first.start <= openingSpan &&
    toldBelow.test(text.slice(block.end - 24, block.end))
  )
    return said;
  let rest = text.slice(first.start, first.end);
  for (const d of [...dates].reverse())
    rest = rest.slice(0, d.start - first.start) + rest.slice(d.end - first.start);
  if (/\d/.test(rest.replace(/[“"《][^”"》]*[”"》]/g, ''))) return null;
  if (date.asOf) return date.start - first.start <= openingSpan ? said : null;
  const past =
    reference.day !== null && date.date !== null
      ? date.date < reference.day
      : date.year !== null && reference.year !== null && date.year < reference.year;
  const before = text.slice(first.start, date.start);
  if (past && date.rule === 'five-year' && before.length <= 1) return said;
  if ((past && /(?:过去的?|回顾)$/u.test(before)) || /过去的$/u.test(before)) return said;
  // 2024年是本届政府的开局之年。 in a report of the year after: what it goes on to tell was done then.
  return past &&
    before === '' &&
    outline.meta.kind === 'work_report' &&
    wholeYear.test(said.text) &&
    text.charAt(date.end) === '是'
    ? said
    : null;
}

/** A label and its colon. */
const labelSpan = 28;

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

/**
 * What governs each block from above: the nearest deadline in a heading or lead-in, and whether promises or results stand there.
 * A heading's word wins over the document's kind, an inner heading's over an outer one's.
 */
export function sectionIndex(outline: Outline, reference: DateReference): SectionView[] {
  const { blocks, clean, meta } = outline;
  const base = meta.kind === 'other' ? ownLean(clean.text) : kindStance[meta.kind];
  const reports = reported.test(clean.text);
  const deadlineOf = new Map<number, SectionDeadline>();
  const stanceOf = new Map<number, Turn>();
  const leadInUnder = new Map<number, SectionDeadline>();
  const stateUnder = new Map<number, SectionDeadline>();
  const turnUnder = new Map<number, Turn>();
  const listUnder = new Set<number>();
  let looseLead: Turn | null = null;
  let looseLabel: Turn | null = null;
  const course = courseOf(outline, reference);
  return blocks.map((block) => {
    const parent = block.path.at(-1) ?? -1;
    if (block.level !== null && block.headingEnd > block.start) {
      const words = clean.text.slice(block.start, block.headingEnd);
      const { ahead: deadline, back } = headingPeriods(outline, block, reference);
      if (back) stateUnder.set(block.index, back);
      if (deadline) deadlineOf.set(block.index, deadline);
      const said = ownStance(words);
      const stance =
        (said && said.weight > 0 && namesTasks(outline, block, reference) ? null : said) ??
        yearStance(outline, words, reference);
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
    let stance: Turn = course(block) ?? { weight: base, rule: `kind:${meta.kind}` };
    if (looseLead) stance = looseLead;
    if (turnUnder.get(parent)?.list) {
      if (block.level !== null || listPoint.test(clean.text.slice(block.start, block.start + 6)))
        listUnder.add(parent);
      else if (listUnder.delete(parent)) turnUnder.delete(parent);
    }
    stance = turnUnder.get(-1) ?? stance;
    for (const index of chain) stance = turnUnder.get(index) ?? stanceOf.get(index) ?? stance;
    const turn = turnOf(outline, block, reference);
    if (turn)
      turnUnder.set(block.headingEnd > block.start && block.kind === 'heading' ? block.index : parent, turn);
    if (stance.rule === 'kind:work_report' && !reports)
      stance = { ...stance, weight: stance.weight + blockLean(clean.text.slice(block.start, block.end)) };
    // 目标任务：… / 完成情况：…: a label turns its paragraph and those after it.
    const label =
      labelOf(clean.text.slice(block.headingEnd, block.headingEnd + labelSpan)) ??
      signOf(clean.text.slice(block.start, block.end));
    if (label) looseLabel = label;
    else if (block.level !== null) looseLabel = null;
    if (looseLabel) stance = looseLabel;
    if (stance.weight > -3 && looksBack(clean.text.slice(block.headingEnd, block.end))) stance = review;
    if (meta.kind === 'progress_report' && isRestated(outline, block)) stance = restated;
    const own =
      leadIn(outline, block, reference) ??
      frontYear(outline, block, reference) ??
      announcedYear(outline, block, reference);
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
