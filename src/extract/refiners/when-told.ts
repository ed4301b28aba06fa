import type { ExtractionContext } from '../draft.js';
import type { DateMention } from '../values/date.js';

/** From this month on what a reply tells of its own year without a word of plans has been done. */
const lateInYear = '10';
const ofPlans =
  /将|拟|预计|力争|确保|争取(?=[在于年早尽今明]|[^，]{0,6}[完建实])|计划(?!渠道|中|内|下达|任务)|要|应|须|目标|下一步/u;
/** What an office does on a day: money, papers, meetings. */
const act =
  /^(?:份|\d{1,2}日)?[^，；]{0,40}(?:下达|拨付|划拨|争取(?!在|于)|获批|批复|到位|印发|召开|立项|委托|签订|通过|申请|取得|核准|出台|转发|组织|赴|完成(?!时限))/u;
const bareMonth = /^(?:(?:今|本|当)年|(?:19|20)\d{2}年)?\d{1,2}月(?:份|\d{1,2}日)?$/u;

const soFar = /^(?:今年)?(?:上半年|前[一二三]个?季度|一季度)$/u;

/**
 * How far a date of the document's own year leans a clause to results: 2021年改造9个 in a reply of December, 3月份下达资金1000万元.
 * @returns a weight, 0 where the words or the kind of document speak of plans
 */
export function toldOfOwnYear(
  { text, reference, outline }: ExtractionContext,
  mention: DateMention,
  body: string,
  end: number,
): number {
  const { kind } = outline.meta;
  if ((kind !== 'reply' && kind !== 'progress_report') || mention.role !== 'by' || ofPlans.test(body))
    return 0;
  const words = text.slice(mention.start, mention.end);
  const { day, year } = reference;
  // 上半年建成3所 in a report: so far, unless its month is still to come when the report is signed.
  if (kind === 'progress_report' && soFar.test(words)) {
    const ahead = day !== null && mention.date !== null && mention.date.slice(0, 7) > day.slice(0, 7);
    return !ahead && /\d/u.test(text.slice(mention.end, end)) ? -3 : 0;
  }
  // 上半年问题发现率降为4.7% in a reply of June 17th: the half year that is all but over.
  if (kind === 'reply' && soFar.test(words) && day !== null && mention.date !== null)
    return mention.date.slice(0, 7) <= day.slice(0, 7) && /\d/u.test(text.slice(mention.end, end)) ? -3 : 0;
  if (bareMonth.test(words)) {
    const over = mention.date !== null && (day === null || mention.date.slice(0, 7) <= day.slice(0, 7));
    return over && mention.year === year && act.test(text.slice(mention.end, end)) ? -4 : 0;
  }
  return day !== null &&
    mention.year === year &&
    day.slice(5, 7) >= lateInYear &&
    /^(?:19|20)\d{2}年$/u.test(words) &&
    /^[^，；]*\d/u.test(text.slice(mention.end, end))
    ? -2.5
    : 0;
}
