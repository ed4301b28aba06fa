import type { Block, Outline } from '../../text/outline/block.js';
import { isEnclosed } from '../../text/sentence/sentences.js';
import type { SectionDeadline } from '../draft.js';
import { type DateReference, findDates } from '../values/date.js';

const planned = /(?:提出|明确|确定|公布|部署|安排|做好|完成|实现|围绕|是)[^，。；]{0,10}$/u;
const plannedWhat =
  /^(?!政府工作报告)(?:度|的)?[^，。；：\d]{0,12}?(?:主要|重点|预期|发展|工作|经济|政府|民生|十|各项)[^，。；：\d]{0,10}(?:任务|目标|工作|安排|实事|计划|项目)(?!回顾|总结|完成|进展)/u;

/** 2024年，我们身边将会发生哪些变化？: a question or an announcement that the rest of the page answers. */
const ahead =
  /(?:今年|明年|新的一年|(?:19|20)\d{2}年)[，,]?[^。；！？]{0,24}(?:将(?!军)|(?<![代社大员协工集盛峰展博总商常全议都机商党])会(?![议场计堂])|(?<![主重需必首简概摘纪])要(?![求点闻素件])|(?<![智功职性动技才节产储核热电])能(?![力源耗]))[^。；！？\d]{0,20}(?:哪些|什么|怎[样么]|如何|变化|大事|实事|好事|大动作|新举措|蓝图|看点|礼包|红包)[^。；\d]{0,10}[？?！!。：:—]*$/u;

/** 十件实事办得怎么样？: what was done is asked for after all. */
const looksBack = /[办完成做干落实推进]得|以来|票决的|了/u;

/** …获悉，今年市政府将全力办好10件民生实事。: above the list's points. */
const listing =
  /(?:今年|明年|(?:19|20)\d{2}年)[，]?[^。；！？]{0,24}?(?:办好|办理|实施|完成|抓好|推进|确定|安排|承诺|推出|办)(?!了)[^，。；]{0,10}(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:件|项|大|个方面)[^，。；]{0,6}(?:实事|民生|任务|工程|项目|工作)[^。；]{0,16}[。：]$/u;

/** No announcement is longer, in characters. */
const longest = 300;

/** 2023年，我们身边发生了哪些变化？: the same, of what was done. */
export const asksBack =
  /(?:办|完成|做|干|落实|推进|兑现)得(?:怎[么样]|如何)[^。；\d]{0,12}[？?！!。：:—]*$|(?:发生|有|迎来|取得|办成|完成)了[^。；！？\d]{0,8}(?:哪些|什么|怎[样么]|多大|多少)[^。；\d]{0,12}[？?！!。：:—]*$/u;

/** The words of a question or an announcement of what is to come, or null. */
export function asksAhead(words: string): string | null {
  if (asksBack.test(words)) return null;
  const asked = ahead.exec(words)?.[0].replace(/^.+(?=今年|明年|新的一年|(?:19|20)\d{2}年)/u, '') ?? null;
  return asked === null || looksBack.test(asked) ? null : asked;
}

/** …会上提出2022年主要任务，…。: a paragraph without figures that tells for which year what follows is set. */
export function announcedYear(
  outline: Outline,
  block: Block,
  reference: DateReference,
): SectionDeadline | null {
  const { text } = outline.clean;
  const next = outline.blocks[block.index + 1];
  const asks = asksAhead(text.slice(block.start, Math.min(block.end, block.start + longest))) !== null;
  if (!(block.kind === 'body' || (block.kind === 'front' && asks))) return null;
  if (outline.meta.kind === 'reply' || block.end - block.start > longest) return null;
  const lists =
    next?.level !== null && next !== undefined && listing.test(text.slice(block.start, block.end));
  if (!asks && !lists && (next?.kind !== 'body' || next.level !== null)) return null;
  const dates = findDates(text, block.headingEnd, block.end, reference);
  const date = dates.findLast(
    (d) =>
      d.role === 'by' &&
      d.date !== null &&
      !d.asOf &&
      /(?<!全)年$/u.test(text.slice(d.start, d.end)) &&
      !isEnclosed(text, block.headingEnd, d.start, '《', '》') &&
      ((planned.test(text.slice(Math.max(block.headingEnd, d.start - 12), d.start)) &&
        plannedWhat.test(text.slice(d.end, d.end + 30))) ||
        asksAhead(text.slice(d.start, block.end)) !== null ||
        (lists && listing.test(text.slice(d.start, block.end)))),
  );
  if (!date) return null;
  let rest = text.slice(block.headingEnd, block.end);
  if (lists) return { mention: date, text: text.slice(date.start, date.end), rule: 'deadline:lead-in' };
  for (const d of [...dates].reverse())
    rest = rest.slice(0, d.start - block.headingEnd) + rest.slice(d.end - block.headingEnd);
  return /\d[\d.]*(?:%|[万亿]|[个家所公平项])/u.test(rest)
    ? null
    : { mention: date, text: text.slice(date.start, date.end), rule: 'deadline:lead-in' };
}
