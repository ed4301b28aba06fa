import type { DocumentMeta } from '../../domain/document.js';
import type { Item } from '../../domain/item.js';
import type { Outline } from '../../text/outline/block.js';
import { headingText } from '../../text/outline/outline.js';
import { ahead, intentions, rescheduled } from '../lexicon/stage-words.js';
import type { Passage } from './passage.js';

/** A document, its own day, and the year that it looks back on. */
interface Account {
  readonly outline: Outline;
  readonly day: string | null;
  readonly year: number | null;
}

/** What a report is called where its kind does not say so: 32件重要实事全面落实. */
const reportTitle =
  /(?:完成|落实|进展|推进|执行|实施|办理|整改)(?:情况|进展)|全面(?:落实|完成|兑现)|成绩单|工作总结|情况(?:的)?(?:通报|报告)/u;
/** The clause or what follows it says how the figure stands to a goal, or that it is there. */
const toldAfter =
  /^[^。；]{0,30}?(?:(?:超额|提前|全部|全面|顺利|如期|圆满)(?:超额)?(?:完成|实现|达到|达标)|(?:低于|高于|超过|超|距|较|占|完成)(?:[^，。；\d]{0,8})?(?:目标|计划|任务)|为[^，。；\d]{0,8}(?:目标|计划|任务)的\d|完成率|拔地而起|并投入(?:使用|运行|运营)|建成投用|投入使用|已(?:全部|全面|陆续)?(?:完成|建成|开工|竣工|投用))/u;
const toldBefore =
  /(?:^|[，；：、])(?:目前|截[至止]|累计|共计|现|已|实际(?!利用|使用|到)|顺利|超额|提前|在这一年中|一年来)[^，；]*$|(?:已经?|实际|累计|超额|顺利)(?:全面|全部|提前|超额)?[^，；。]{0,12}$|较(?:上年|去年)|同比|比(?:上年|去年)/u;
/** 全年建成20个: in a report that came out after that year. */
const overYear = /全年/u;

/** 建成11处并投入使用: no promise is worded so, wherever it stands. */
const inUse = /^[^，。；]{0,16}(?:拔地而起|并(?:已)?投入(?:使用|运行|运营))/u;
const past = /(?:截[至止]|目前|上半年|前三季度|[一二三四]季度|这一年|一年来|已)/u;

/** A review of whole years: what it says of them is what was, with or without words that say so. */
const review = /总结|(?:完成|落实|执行|办理|实施)情况|兑现/u;
const partial = /半年|季度|月|中期|阶段|截[至止]/u;

function reviewsYear({ year }: Account, { kind, title }: DocumentMeta, item: Item): boolean {
  if (kind !== 'progress_report' || title === null || year === null) return false;
  const due = item.deadline;
  if (!due?.date || due.scope === 'document' || Number(due.date.slice(0, 4)) > year) return false;
  return review.test(title) && !partial.test(title);
}

function isReport({ outline }: Account, { kind, title }: DocumentMeta): boolean {
  if (kind === 'progress_report') return true;
  const first = outline.blocks[0];
  const named =
    title ?? (first ? outline.clean.text.slice(first.start, Math.min(first.end, first.start + 60)) : '');
  return kind === 'other' && reportTitle.test(named);
}

/** plainly: words beside the figure say that it is done · likely: only the account's time does */
export type Told = 'plainly' | 'likely' | null;

/**
 * Whether a report tells a figure as done though the wording alone would promise it: 全年建成20个，超额完成15个的任务. Only in a
 * report, where nothing looks ahead, for a day that is over, beside words that say so.
 */
export function toldAsDone(view: Account, meta: DocumentMeta, item: Item, passage: Passage): Told {
  if (item.stance !== 'commitment' || item.value === null) return null;
  const { text } = view.outline.clean;
  const { sentence, valueStart, valueEnd } = passage;
  const before = text.slice(sentence.start, valueStart);
  const after = text.slice(valueEnd, sentence.end);
  const reports = isReport(view, meta);
  if (!reports && !(meta.kind === 'other' && inUse.test(after) && past.test(before))) return null;
  const own = before.slice(Math.max(before.lastIndexOf('；'), before.lastIndexOf('。')) + 1);
  const telling = /(?:^|，)实际[^，]*$/u.exec(own)?.[0] ?? own;
  if (ahead.test(telling) || ahead.test(after.split(/[；。]/u)[0] ?? '') || isIntention(view, passage))
    return null;
  const due = item.deadline?.date ?? null;
  const reviewed = reviewsYear(view, meta, item);
  if (reviewed) return toldAfter.test(after) ? 'plainly' : 'likely';
  if (due !== null && !isOver(view, item, due)) return null;
  if (toldAfter.test(after)) return 'plainly';
  const over = view.year !== null && view.day !== null && view.day > `${view.year}-12-31`;
  return toldBefore.test(own) || (over && overYear.test(own)) ? 'likely' : null;
}

/**
 * Whether a report's promise sets a new target: not in a progress report that words it like the rest of the account
 * (优化调整公交线路13条), without a word that looks ahead or revises.
 */
export function setsAnew(view: Account, meta: DocumentMeta, passage: Passage): boolean {
  if (meta.kind !== 'progress_report' || isIntention(view, passage)) return true;
  const { sentence, clause } = passage;
  const { text } = view.outline.clean;
  const opening = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 24));
  const words = `${opening}|${text.slice(clause.start, sentence.end)}`;
  return ahead.test(words) || rescheduled.test(words) || aims.test(words);
}
const aims = /目标|任务|到20\d\d年|底前|以[上内]|不(?:少|低|高|超)/u;

/** The deadline that extraction gave is over when the report speaks; one from a heading is the account's own time. */
function isOver(view: Account, item: Item, due: string): boolean {
  if (view.day !== null && due <= view.day) return true;
  if (view.year === null) return false;
  // 全年 said in January is of the year that the report looks back on.
  return item.deadline?.scope !== 'clause'
    ? Number(due.slice(0, 4)) <= view.year
    : item.deadline.inferred.includes('year') && view.day !== null && view.day > `${view.year}-12-31`;
}

function isIntention(view: Account, { sentence }: Passage): boolean {
  return [...sentence.block.path, sentence.block.index].some((at) => {
    const block = view.outline.blocks[at];
    return block !== undefined && intentions.test(headingText(view.outline, block));
  });
}
