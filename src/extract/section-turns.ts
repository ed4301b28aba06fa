import type { Block, Outline } from '../text/outline/block.js';
import { splitSentences } from '../text/sentence/sentences.js';
import { asksAhead, asksBack } from './period/announced-year.js';
import type { DateReference } from './values/date.js';

/** What a heading or a paragraph says of all that stands under it: positive for promises, negative for results. */
export interface Turn {
  readonly weight: number;
  readonly rule: string;
  /** It announces a list, and ends with it. */
  readonly list?: true;
}

/** A point of an announced list. */
export const listPoint =
  /^(?:[一二三四五六七八九十]{1,3}(?:是|、|，|要)|首先|其次|再次|最后|第[一二三四五六七八九]|另外|同时|此外|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|[①-⑳◆●■▲—])/u;

const points =
  '(?:以下|如下|下列|(?:[一二两三四五六七八九十几]|\\d{1,2})(?:个|大)?(?:方面|项(?:重点)?(?:工作|措施|任务)))';
const ahead = new RegExp(
  `(?:(?<![即])将|(?<![重主需必首紧简概])要(?![求性素点害闻])|拟|(?<!行动)计划|准备|力争|下一步|下步|今后|接下来|为此)[^。！；]{0,40}${points}[^。；]{0,16}[：。:]$`,
  'u',
);
const behind = new RegExp(
  `(?:(?:做|抓|开展|采取|完成|实施|取得|进行)了[^。！；]{0,16}|(?:近[几两三]?年来|一年来|[三五]年来|去年|今年以来)[^。！；]{0,24})(?:${points}[^。；]{0,16}|主要(?:工作|做法|成效|措施)[^。；]{0,8})[：。:]$`,
  'u',
);
/** 2017年政府工作的总体要求是, 今后五年的奋斗目标是, 今年要重点抓好: from here on a report looks ahead. */
const forward =
  /(?:今年|明年|新的一年|今后[一三五]年|未来[一三五]年|十[四五六]五”?(?:期间|时期)|(20\d\d)年)[^。！]{0,24}(?:总体要求|总体思路|总体目标|指导思想|奋斗目标|预期目标|工作目标|主要目标|发展目标|主要任务|重点(?:抓好|做好|推进|围绕|实施|工作))|^主要(?:预期|奋斗|发展)?目标(?:是|为|：)|^实现(?:上述|以上|今年|全年|这些)[^。]{0,12}目标/u;
/** 五年来我们围绕…奋斗目标: the words look back after all. */
const backward = /年来|以来|过去|回顾|已|圆满|较好|顺利|超额|确定的/u;

/** …指出，五年来，我们…: what the paragraphs below go on to tell. */
const reviews =
  /(?:^|[，：。])(?:(?:过去)?(?:[一二两三四五六七八九十]|几|这些|近[几两三五])年来|过去[一三五]年)，(?:我们|我[省市县区州旗镇国院]|全[省市县区州旗镇国]|各[级地])/u;

/** 刚刚过去的2025年是…的一年: a paragraph that opens so tells what was. */
export const looksBack = (words: string): boolean =>
  /^(?:刚刚|刚|即将|回顾)?过去的(?:一年|[一三五]年|(?:19|20)\d{2}年)(?!代)/u.test(words);
export const review: Turn = { weight: -3, rule: 'section:review' };

const opening = 160;
const closing = 90;

/** What a paragraph without a heading of its own says of those after it. */
export function turnOf({ clean, meta }: Outline, block: Block, reference: DateReference): Turn | null {
  if (block.kind !== 'body' && block.kind !== 'heading' && block.kind !== 'front') return null;
  const words = clean.text.slice(block.headingEnd, block.end);
  if (
    /[：:。]$/u.test(words) &&
    !/(?:答复|回复|函复|复函|报告|汇报|通报|公示|公布|说明|反馈|解释)[^。]{0,8}[：:。]$/u.test(words) &&
    !/现将|(?:答复|回复)如下/u.test(words.slice(-closing))
  ) {
    const last = words.slice(-closing).replace(/^.*[。！；](?=.)/u, '');
    if (behind.test(last)) return { weight: -3, rule: 'section:review', list: true };
    if (ahead.test(last) && !/[已了]/u.test(last)) return { weight: 3.5, rule: 'section:next', list: true };
  }
  if (meta.kind !== 'reply' && words.length <= 300) {
    const asked = asksAhead(words);
    const year = Number(/\d{4}/u.exec(asked ?? '')?.[0] ?? reference.year);
    if (asked !== null && year >= (reference.year ?? 0)) return { weight: 3, rule: 'section:targets' };
    if (asksBack.test(words)) return { weight: -3, rule: 'section:review' };
  }
  if (meta.kind !== 'work_report' && meta.kind !== 'other') return null;
  const first = splitSentences(
    clean.text,
    block.headingEnd,
    Math.min(block.end, block.headingEnd + opening),
    2,
  );
  for (const { start, end } of first) {
    const said = clean.text.slice(start, end);
    if (reviews.test(said)) return review;
    const match = forward.exec(said);
    if (!match || backward.test(said)) continue;
    if (match[1] && reference.year !== null && Number(match[1]) < reference.year) continue;
    return { weight: 3, rule: 'section:targets' };
  }
  return null;
}
