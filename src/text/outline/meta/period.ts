import type { DocumentKind, DocumentMeta } from '../../../domain/document.js';

const range = /((?:19|20)\d{2})年?\s?[-—–~至到]{1,2}\s?((?:19|20)\d{2})年?/;
const fiveYear = /[“"']?(十[二三四五六]五)[”"']?/;
const fiveYearStart: Readonly<Record<string, number>> = {
  十二五: 2011,
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
  十六五: 2031,
};

/** 市政府办公厅印发《2021年重点民生实事任务》: the plan that the opening tells of; not 根据…印发的《…》. */
const sentOut =
  /(?<!(?:根据|按照|依据|贯彻|落实|对照|关于)[^。，]{0,30})(?:印发|公布|发布|出台)了?《([^》]{4,60})》/;

/** 《2018年公共服务行动计划》近日已编制印发: the same, the other way round. */
const sentOutAfter =
  /(?<!(?:根据|按照|依据|贯彻|落实|对照|关于)[^。，]{0,30})《([^》]{4,60})》(?:（[^）]{0,16}）)?(?:近日|日前|已|正式|对外|经[^，。]{0,16}|完成|编制|审议通过|同意|，)*(?:现)?(?:印发|公布|发布|出台|下发|实施)/;
/** 做好2017年政府工作, 2014年市政府民生实事项目共有42项. */
const workOf =
  /((?:19|20)\d{2})年(?:度)?(?:(?:全?[省市县区州])?(?:人民)?(?:政府)?(?:的)?(?:重点|各项|主要)?(?:工作(?!报告|回顾|总结)|任务|目标任务|民生实事|为民办实事)|[^，。《》]{0,10}《政府工作报告》(?:确定的?|提出的?)?(?:重点|各项|主要|量化)*(?:目标|任务|工作))/g;

const chineseYear = /[二一][〇零○Οo0一二三四五六七八九]{3}(?=年)/gu;
const digits = '〇一二三四五六七八九';
/** 二〇一三年, 二0一三年: the year in digits, in words of the same length. */
export const yearsInDigits = (words: string): string =>
  /[二一][〇零○Οo0一二三四五六七八九]/u.test(words)
    ? words.replace(chineseYear, (year) =>
        [...year.replace(/[零○Οo0]/gu, '〇')].map((c) => digits.indexOf(c)).join(''),
      )
    : words;

const chapter =
  /[“"]?(十[二三四五六]五)[”"]?(?:时期|期间)?[^，。；“”]{0,20}(?:目标|任务|指标|工程|项目|举措|布局|蓝图)/gu;
const looksBack = /回顾|成效|成就|总结|评估|基础|现状|完成情况/u;

/** 第二章 “十四五”发展目标: a chapter of a plan without its title page. Two plans named side by side give no period. */
export function chapterPeriod(headings: readonly string[], kind: DocumentKind): DocumentMeta['period'] {
  if (kind !== 'action_plan') return null;
  const named = new Set(
    headings
      .filter((words) => words.includes('五') && words.length <= longestHeading && !looksBack.test(words))
      .flatMap((words) => [...words.matchAll(chapter)].map((match) => match[1] ?? '')),
  );
  const [plan = ''] = named;
  const start = named.size === 1 ? fiveYearStart[plan] : undefined;
  return start === undefined ? null : { start, end: start + 4 };
}
const longestHeading = 40;
/** The years that an opening gives where the document has no title of its own, or one without a year. */
export function openingPeriod(words: readonly string[], kind: DocumentKind): DocumentMeta['period'] {
  const opening = words.slice(0, 6).join('\n');
  const named = (sentOut.exec(opening) ?? sentOutAfter.exec(opening))?.[1];
  if (named && /实事|计划|要点|任务|方案|清单|目标|行动|规划/.test(named)) return findPeriod(named, kind);
  if (kind !== 'action_plan') return null;
  const years = [...new Set([...opening.matchAll(workOf)].map((match) => match[1]))];
  const year = Number(years[0]);
  return years.length === 1 ? { start: year, end: year } : null;
}

/** 附：某县三年行动计划（2025—2027年）: a plan that is named at its end. */
export function closingPeriod(words: readonly string[], kind: DocumentKind): DocumentMeta['period'] {
  if (kind !== 'action_plan') return null;
  const named = words
    .slice(-closingLines)
    .findLast(
      (line) =>
        line.length <= 70 && /^[^，。；]{4,60}(?:方案|计划|规划|要点|清单)(?:（[^）]{2,24}）)?$/.test(line),
    );
  return named ? findPeriod(named.replace(/^附件?\d{0,2}[：:、.]?/, ''), kind) : null;
}
const closingLines = 4;

/** The years that a plan's title gives: （2017—2018年）, 2025年…要点, “十四五”规划. The last range counts: an older one is an amended plan's. */
export function findPeriod(name: string | null, kind: DocumentKind): DocumentMeta['period'] {
  if (name === null || (kind !== 'action_plan' && kind !== 'work_report' && kind !== 'other')) return null;
  const title = yearsInDigits(name);
  const ranges = [...title.matchAll(new RegExp(range, 'g'))].at(-1);
  if (ranges) {
    const [start, end] = [Number(ranges[1]), Number(ranges[2])];
    if (end >= start && end - start <= 30) return { start, end };
  }
  const plan = fiveYear.exec(title)?.[1];
  const start = plan === undefined ? undefined : fiveYearStart[plan];
  if (start !== undefined) return { start, end: start + 4 };
  const single = /((?:19|20)\d{2})(?:年|[：:])/.exec(title);
  return single ? { start: Number(single[1]), end: Number(single[1]) } : null;
}

const numerals = '一二三四五六七八九十';
/** 2012年起5年内, 从2023年开始，用三年左右时间: a beginning and how long from it. */
const startAndLength =
  /(?<![《\d])((?:19|20)\d{2})年(?:1月)?(?:起|开始)[，、]?(?:力争|计划|拟)?(?:再|利用|用|经过|通过)?(?:约|大约)?([2-9]|[二两三四五六七八九十])年(?:左右)?(?:以内|之内|内|(?:的)?时间|(?:的)?努力)/;
/** 用3年时间（2021—2023年）: how long, and which years these are. */
const lengthAndYears =
  /(?:用|经过|通过|利用)(?:约|大约)?([2-9]|[二两三四五六七八九十])年(?:左右)?(?:的)?(?:时间|努力)(?:（|，即)((?:19|20)\d{2})年?[-—–~至到]{1,2}((?:19|20)\d{2})年?/;
/** Aims stand in the first part of a plan. */
const aimsWithin = 16;

const yearsOf = (words: string | undefined): number =>
  words === '两' ? 2 : numerals.indexOf(words ?? '?') + 1 || Number(words);

/** The years that a plan's aims set for it, where neither its title nor its opening gives them. */
export function aimedPeriod(words: readonly string[], kind: DocumentKind): DocumentMeta['period'] {
  if (kind !== 'action_plan') return null;
  for (const line of words.slice(0, aimsWithin)) {
    const begun = startAndLength.exec(line);
    if (begun) {
      const start = Number(begun[1]);
      return { start, end: start + yearsOf(begun[2]) - 1 };
    }
    const told = lengthAndYears.exec(line);
    if (told) {
      const [start, end] = [Number(told[2]), Number(told[3])];
      if (end - start + 1 === yearsOf(told[1])) return { start, end };
    }
  }
  return null;
}
