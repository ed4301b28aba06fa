import type { Joined } from './joined.js';

/** What a bare number may measure: 1080⏎个, 2025⏎年. */
export const measured =
  /^(?:[年月日个家所处座张名人户亩元吨项套台辆条件米万亿%％]|公里|平方|立方|百分点|千米|千瓦)/;

export const han = /[\u4e00-\u9fff]/;
/** Words shorter than this, that end in no mark, may as well be a heading. */
export const shortest = 24;

/** A word that wants another after it. */
const wanting = /(?:不|每|第|将|已|拟|[^0-9]约|[^最靠临]近|截至?|力争|确保|新增|新建|至少|超过|达到|提高到)$/;
const beforeDay = '(?:到|至|截至|力争到?|争取到?|确保到?|计划|预计|自|从)?';
const day =
  '(?:(?:19|20)\\d{2}年|今年|明年|去年)(?:\\d{1,2}月)?(?:\\d{1,2}日|[上下]半年|[上中下]旬|底|末|初|起)?(?:以?前|以来|之?前)?';
/** 力争2026年，: what opens a sentence and no heading. */
const opensWithDay = new RegExp(`^${beforeDay}${day}，`);
/** 到2025, 截, 2026年6月: a part of such an opening. */
const partOfDay =
  /^(?:到|至|截至?|力争?到?|争取?到?|确保?到?|自|从)?(?:(?:19|20)\d{2}(?:年(?:\d{1,2}(?:月(?:\d{1,2})?)?)?(?:底|末|初|上|下|上半|下半)?)?)?$/;

/** Whether the words so far cannot end where they do: in the middle of a date or of a figure, in a word that wants another. */
export function unfinished(paragraph: Joined, nextText: string): boolean {
  const { head, tail, length } = paragraph;
  if (wanting.test(tail) && han.test(nextText.charAt(0))) return true;
  // Not 发表日期：2018-07-21⏎张某某: a label and what it says.
  if (/(?:^|[^\d.\-:：/])\d[\d.,]*$/.test(tail) && measured.test(nextText)) return true;
  if (length >= shortest) return false;
  if (opensWithDay.test(head)) return true;
  const both = (head + nextText).slice(0, shortest);
  return partOfDay.test(head) && (partOfDay.test(both) || opensWithDay.test(both));
}
