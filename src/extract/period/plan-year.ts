import type { Outline } from '../../text/outline/block.js';
import type { Draft, ExtractionContext } from '../draft.js';
import type { DateReference } from '../values/date.js';

/** 2023年主要预期目标, 做好2023年工作: the year that a report plans for. */
const planned =
  /(?:做好|推进|完成|关于|^|[、。；：）\s])((?:19|20)\d{2})年(?:度)?(?:全[省市县区州]|我[省市县区州])?(?:政府)?(?:的)?(?:总体|主要|重点|预期|经济|社会|发展|工作|目标|各项|民生)[^，。；：\d]{0,12}?(?:目标|安排|打算|任务|思路|工作|计划|要求|建议|实事)(?!回顾|总结|情况|完成|的?成效|报告)/gu;
/** What is set for more than a year. */
const longer = /今后[三五]年|未来[三五]年|[三五]年(?:来|规划|目标|任务)|十[二三四五六]五|[三五]年行动/u;

const years = new WeakMap<Outline, number | null>();

function yearOf(outline: Outline, reference: DateReference): number | null {
  const known = years.get(outline);
  if (known !== undefined) return known;
  let year: number | null = null;
  for (const match of outline.clean.text.matchAll(planned)) year = Math.max(year ?? 0, Number(match[1]));
  // Reports are given early in the year that they plan for, or late in the one before.
  if (year === null && reference.day !== null && reference.year !== null) {
    const month = Number(reference.day.slice(5, 7));
    year = month <= 6 ? reference.year : month >= 11 ? reference.year + 1 : null;
  }
  if (year !== null && reference.year !== null && Math.abs(year - reference.year) > 1) year = null;
  years.set(outline, year);
  return year;
}

/** A report of a government's work: what it sets without a day is for the year that it plans. */
export function planYear(context: ExtractionContext, draft: Draft): Draft['deadline'] {
  const { outline, reference, text } = context;
  if (outline.meta.kind !== 'work_report' || draft.stance !== 'commitment' || draft.kind === 'milestone')
    return null;
  const above = draft.view.block.path.map((index) => outline.blocks[index]);
  if (above.some((block) => block && longer.test(text.slice(block.start, block.headingEnd)))) return null;
  if (longer.test(text.slice(draft.view.start, draft.view.end))) return null;
  const year = yearOf(outline, reference);
  return year === null
    ? null
    : { mention: null, text: `${year}年`, date: `${year}-12-31`, scope: 'section', inferred: ['year'] };
}
