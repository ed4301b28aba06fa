import type { Item } from '../../domain/item.js';
import type { Outline } from '../../text/outline/block.js';
import { ahead } from '../lexicon/stage-words.js';
import type { Passage } from './passage.js';

/** 2024年，我省坚持…; not 2024年以来的基础, nor 2024年底前. */
const opensYear =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?(?:各位代表！|同志们！)?(?:刚刚过去的|过去的|回顾)?(?<year>20\d\d)年(?=(?:以来)?[，、]|(?:我们|我?[省市县区]|全[省市县区]))/u;
const opensPast =
  /^(?:各位代表！|同志们！)?(?:去年|上年|过去一年|过去的一年|一年来|过去[五三四两]年|[五三四两]年来)/u;
/** The account turns from what was to what is to be. */
const turnsAhead = /今年(?!以?来)|明年|目标|任务|到20\d\d年/u;

/**
 * Whether a figure that is read as a promise stands in a plan's look back at earlier years (2024年，我省…全年地区生产总值增长4.8%,
 * in a plan for 2025): it has no day of its own beyond 全年, its paragraph opens with a year that is over, and nothing since looks ahead.
 * @param from the first year of the plan
 */
export function looksBack(outline: Outline, item: Item, passage: Passage, from: number | null): boolean {
  if (item.deadline !== null && item.deadline.scope !== 'document' && !/^全年/u.test(item.deadline.text))
    return false;
  const { block } = passage.sentence;
  const words = outline.clean.text
    .slice(Math.max(block.start, block.headingEnd), passage.valueEnd)
    .trimStart();
  const year = opensYear.exec(words)?.groups?.year;
  const past = year === undefined ? opensPast.test(words) : from !== null && Number(year) < from;
  const since = words.replace(opensYear, '');
  const later = [...since.matchAll(/20\d\d(?=年)/gu)].some(
    ([named]) => from !== null && Number(named) >= from,
  );
  return past && !later && !ahead.test(since) && !turnsAhead.test(since);
}
