import type { SentenceView } from '../../draft.js';
import type { QuantityMention } from '../../values/quantity.js';
import { before } from './exclusion.js';

/** What was said, held or published on it. */
const happens =
  /^(?:在|从|向|对|就|于|主持|出席|召开|举行|发布|公布|宣布|印发|开幕|闭幕|表示|介绍|会见|来到|赴)|^(?:，)?(?:上午|下午|晚|凌晨|清晨|傍晚)/u;
/** 不少于5日, 每月20日, 缩短至3日: a length, or a day of every month. */
const counted = /(?:[每第共约近超达前后满需仅为至到短缩限足过于个少]|[上下不]?[降升调压][至到为低])$/u;

/** 市长某某5日在会议上指出, 19日，记者从…获悉: the day of the news, its month not said; no length of days. */
export function isDayOfNews(text: string, q: QuantityMention, view: SentenceView): boolean {
  if (q.unit !== '日') return false;
  if (q.numberStart === view.start && /^(?:，|上午|下午|晚|凌晨|清晨)/u.test(text.slice(q.end, q.end + 2)))
    return true;
  const said = before(text, q, view);
  if (/(?:记者|昨天|今天|本月|当月)$/u.test(said)) return true;
  return (
    q.valueMax === null &&
    q.comparator === null &&
    Number.isInteger(q.value) &&
    q.value <= 31 &&
    /[\u4e00-\u9fff]$/u.test(said) &&
    !counted.test(said) &&
    happens.test(text.slice(q.end, q.end + 4))
  );
}
