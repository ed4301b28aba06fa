import type { ExtractionContext, SentenceView } from '../draft.js';
import type { DateMention } from '../values/date.js';

const counted = /(?:统计|普查|核查|摸排|排查|监测|调查|清查|盘点)(?:显示|表明|数据|结果|汇总)*[，：]?$/u;

/** 据统计，至2011年底，保有量超过40万辆: the day up to which something was counted, no goal. */
export const asCounted = ({ text }: ExtractionContext, view: SentenceView, mention: DateMention): boolean =>
  /^[到至]/u.test(text.slice(mention.start, mention.start + 1)) &&
  counted.test(text.slice(Math.max(view.start, mention.start - 24), mention.start));
