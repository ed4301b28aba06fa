import type { Outline } from '../text/outline/block.js';
import { isEnclosed } from '../text/sentence/sentences.js';
import type { DateReference } from './values/date.js';

/** 时间：2021-07-15 11:36 above a document that nobody dated: the year in which it was put up. */
function publishedYear({ blocks, clean }: Outline): number | null {
  for (const block of blocks.slice(0, 12)) {
    const line = clean.text.slice(block.start, block.end);
    const year =
      line.length <= 120 &&
      /(?:(?:发布|发表|更新|编稿|生成|成文)?(?:时间|日期)[：:|\s]*|^(?=\d{4}-\d{1,2}-\d{1,2})|^(?:信息|稿件|文章)?来源[：:][^\d，。]{1,30}(?=\d{4}-\d{1,2}-\d{1,2}))((?:19|20)\d{2})[-年/.]\d{1,2}/.exec(
        line,
      )?.[1];
    if (year) return Number(year);
  }
  return null;
}

/**
 * The year that relative words (今年, 年底) count from: the signature's, else the document number's, else the title's,
 * else the latest year that the text speaks of outside titles and goals (ruling 8).
 */
export function dateReference(outline: Outline): DateReference {
  const { meta, clean } = outline;
  if (meta.date) return { year: Number(meta.date.slice(0, 4)), day: meta.date };
  const numbered = /[〔[（【]((?:19|20)\d{2})[〕\]）】]/.exec(meta.docNumber ?? '')?.[1];
  if (numbered) return { year: Number(numbered), day: null };
  if (meta.period) return { year: meta.period.start, day: null };
  const titled = /(20\d\d)(?:年|政府工作报告)/.exec(meta.title ?? '')?.[1];
  if (titled) return { year: Number(titled), day: null };
  const put = publishedYear(outline);
  if (put !== null && meta.kind === 'reply') return { year: put, day: null };
  let latest: number | null = null;
  let goal: number | null = null;
  for (const match of clean.text.matchAll(/(.{0,3})(20\d\d)年(.)?/gu)) {
    const at = match.index ?? 0;
    if (isEnclosed(clean.text, Math.max(0, at - 80), at, '《', '》')) continue;
    if (/[到至—\-~]$/.test(match[1] ?? '') || /[—\-~至]/.test(match[3] ?? '')) continue;
    const year = Number(match[2]);
    // 2025年底前: a goal's year tells of no present.
    if (/^(?:底|末)?以?前/u.test(clean.text.slice(at + (match[1]?.length ?? 0) + 5, at + 16))) {
      goal = Math.min(goal ?? year, year);
      continue;
    }
    if (latest === null || year > latest) latest = year;
  }
  latest ??= goal;
  // （沈政发〔2020〕13号）: the text is no older than a paper that it names.
  for (const match of clean.text.matchAll(/〔(20\d\d)〕/gu)) {
    const year = Number(match[1]);
    if (latest === null || year > latest) latest = year;
  }
  // 截至去年底，2016年的实事全部完成: the year before the text's own.
  for (const match of clean.text.matchAll(/(?:去年|上年)[^。；]{0,20}?(20\d\d)年/gu)) {
    const year = Number(match[1]);
    if (latest === year) latest = year + 1;
  }
  // 4月22日电：…2013年夏秋之际发生洪水: a later part of that year, told in April, lies in the year before.
  const dateline = Number(/(?<![\d年])(\d{1,2})月\d{1,2}日电/.exec(clean.text.slice(0, 200))?.[1] ?? 13);
  for (const match of clean.text.matchAll(
    /(20\d\d)年(夏|秋|冬|下半年)[^。；]{0,30}?(?:发生|遭受|遭遇|导致|爆发)/gu,
  ))
    if (latest === Number(match[1]) && dateline < (match[2] === '夏' ? 6 : 7)) latest += 1;
  // Put up again years later, on another page: the text's own years stand.
  if (put !== null && (latest === null || latest >= put - 1)) return { year: put, day: null };
  // 力争2017年建成, without a day: the text is no younger than the first year that it strives for.
  for (const match of clean.text.matchAll(/(?:力争|确保|争取|计划|拟)(?:于|在)?(20\d\d)年/gu)) {
    const year = Number(match[1]);
    if (latest !== null && year < latest) latest = year;
  }
  // 自2021年起，利用3年时间: what is to begin then.
  for (const match of clean.text.matchAll(
    /[自从](20\d\d)年(?:\d{1,2}月)?(?:起|开始)，?(?:计划|力争)?(?:利用|用|通过)[^，。；]{1,6}年/gu,
  )) {
    const year = Number(match[1]);
    if (latest !== null && year < latest) latest = year;
  }
  return { year: latest ?? yearInTitles(clean.text), day: null };
}

/** 印发《2023年治理工作方案》 and no other year: the plan's own. */
function yearInTitles(text: string): number | null {
  const years = [...text.matchAll(/《[^》]{0,40}?((?:19|20)\d{2})年(?!.?(?:19|20)\d\d)[^》]{0,60}》/gu)];
  const year = Math.max(...years.map((match) => Number(match[1])));
  return Number.isFinite(year) ? year : null;
}
