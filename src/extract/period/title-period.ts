import type { Outline } from '../../text/outline/block.js';

const years =
  /(?:19|20)\d{2}年?\s?[-—–~至到]{1,2}\s?(?:19|20)\d{2}年?|(?:19|20)\d{2}年|[二一][〇零○Οo0一二三四五六七八九]{3}年|[“"]?十[二三四五六]五[”"]?/u;
/** A report on a year's tasks: what it says was set, was set for that year. */
const ofTasks =
  /((?:19|20)\d{2})年(?:度)?[^，。《》\d]{0,12}?(?:重点工作|工作重点|民生实事|实事|民生工程|重点任务|目标任务|工作任务|重点项目|任务清单)/gu;

/**
 * The period that the title gives, its words and its last day; null where it gives none.
 * @param setsTask whether a report says again there what was set: what it means to do next is for no past title
 */
export function titlePeriod({ meta }: Outline, setsTask: boolean): { text: string; date: string } | null {
  const title = meta.title ?? '';
  if (meta.period) {
    const { start, end } = meta.period;
    return { text: years.exec(title)?.[0] ?? `${start}—${end}`, date: `${end}-12-31` };
  }
  if (meta.kind !== 'progress_report' || !setsTask) return null;
  const told = new Set([...title.matchAll(ofTasks)].map((match) => match[1]));
  const [year] = told;
  return told.size === 1 && year ? { text: `${year}年`, date: `${year}-12-31` } : null;
}
