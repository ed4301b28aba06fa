import {
  type DateMention,
  type DateReference,
  type DateRole,
  endOf,
  lastDay,
  relativeOffset,
} from './date-mention.js';
import { numeralAt } from './numeral.js';
import { nextMonth, season } from './season.js';

export type { DateMention, DateReference } from './date-mention.js';

const fiveYearEnd: Readonly<Record<string, number>> = {
  十一五: 2010,
  十二五: 2015,
  十三五: 2020,
  十四五: 2025,
  十五五: 2030,
  十六五: 2035,
};

const lead = '(?<lead>截至|截止到?|截止|到|至|于|在|力争到|自|从|以|用|利用|每)?';
const year = '(?<year>(?:19|20)\\d{2}|[二一][〇零○一二三四五六七八九]{3})年';
const relativeYear =
  '(?<rel>过去一年|一年来|次年|下一年度?|今年|本年度?|当年|去年|上年度?|上一年度?|明年|后年|前年|年内|全年)';
const month = '(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?';
const day = '(?<day>3[01]|[12]\\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]';
const part = '(?<part>上半年|下半年|第?[一二三四1-4]季度|年底|年末|岁末|年中|年初|上旬|中旬|下旬|底|末|初)';
const tail = '(?<tail>以前|之前|前|以内|之内|内|期间|起|开始|以来|来|以后|之后|后|止|为止)?';

const pattern = (body: string): RegExp => new RegExp(`${lead}${body}${tail}`, 'uy');

/** Longest forms first; the first that matches at a place wins. */
const forms: readonly { readonly rule: string; readonly regex: RegExp }[] = [
  {
    rule: 'next-month',
    regex: /(?<month>下个?月|本月|次月)(?<part>底|末|初|上旬|中旬|下旬)?(?:以前|之前|前|内)?/uy,
  },
  {
    rule: 'season',
    regex: new RegExp(
      `(?:在|于|到)?(?:(?<year>(?:19|20)\\d{2})年|${relativeYear})?[“"]?(?<season>国庆节?|春节|“?五一”?(?:劳动节)?|劳动节|元旦|汛期|秋季开学|秋季学期开学|秋季学期|春季开学|春季学期开学|暑期|暑假|寒假|供暖季|供暖期|采暖季|采暖期|冬季供暖)[”"]?(?:来临|到来|结束)?(?<tail>以前|之前|前|后|期间)?`,
      'uy',
    ),
  },
  {
    rule: 'year-range',
    regex: new RegExp(
      `${lead}(?<from>(?:19|20)\\d{2})年?\\s?[-—–~至到]{1,2}\\s?${year}(?<part>底|末)?${tail}`,
      'uy',
    ),
  },
  {
    rule: 'iso-day',
    regex: new RegExp(
      `${lead}(?<isoYear>(?:19|20)\\d{2})[-./](?<isoMonth>1[0-2]|0?[1-9])[-./](?<isoDay>3[01]|[12]\\d|0?[1-9])(?!\\d)${tail}`,
      'uy',
    ),
  },
  { rule: 'year-month-day', regex: pattern(`${year}${month}${day}`) },
  { rule: 'year-month', regex: pattern(`${year}${month}${part}?`) },
  { rule: 'year-part', regex: pattern(`${year}(?:的)?${part}`) },
  { rule: 'year', regex: pattern(year) },
  { rule: 'relative-month-day', regex: pattern(`${relativeYear}${month}${day}`) },
  { rule: 'relative-month', regex: pattern(`${relativeYear}${month}${part}?`) },
  { rule: 'relative-part', regex: pattern(`${relativeYear}(?:的)?${part}`) },
  { rule: 'relative-year', regex: pattern(relativeYear) },
  {
    rule: 'five-year',
    regex: pattern('[“"]?(?<plan>十[一二三四五六]五)[”"]?(?<part>期末|末|收官之年|期间|时期)?'),
  },
  { rule: 'month-day', regex: pattern(`${month}${day}`) },
  { rule: 'month-part', regex: pattern(`${month}${part}`) },
  { rule: 'month', regex: pattern(month) },
  { rule: 'part', regex: pattern('(?<part>上半年|下半年|年底|年末|岁末|第?[一二三四]季度)') },
  {
    rule: 'length',
    regex:
      /(?:用|利用|力争用|计划用|再用|未来|今后|在)?(?<count>\d{1,3}|[一二两三四五六七八九十百]{1,6}|半)(?:(?:至|到|[-—~])(?:\d{1,2}|[一二三四五六七八九十]))?(?:年|个月|个季度|天|日|周)(?:左右)?(?:的)?(?:以内|之内|内|时间)/uy,
  },
  // 本届政府任期内: a day that the words do not give.
  { rule: 'term', regex: /本届(?:[党委政府市省县区人大常会]{0,8})(?:任期)?内|任期内/uy },
  { rule: 'every', regex: /每(?:半|个)?(?:年度?|季度?|月|周|学期|学年|旬|日|天)/uy },
];

const leads = '截到至于在力自从以用利每';
const years = '12二一';
const relatives = '过一次下今本当去上明后前年全';
const months = '0123456789十一二三四五六七八九';
const parts = '上下年岁第一二三四';
/** What each form may begin with: a form is tried nowhere else. */
const firstOf: Readonly<Record<string, string>> = {
  'next-month': '下本次',
  season: `在于到${relatives}${years}“"国春五劳元汛秋暑寒供采冬`,
  'year-range': `${leads}12`,
  'iso-day': `${leads}12`,
  'year-month-day': leads + years,
  'year-month': leads + years,
  'year-part': leads + years,
  year: leads + years,
  'relative-month-day': leads + relatives,
  'relative-month': leads + relatives,
  'relative-part': leads + relatives,
  'relative-year': leads + relatives,
  'five-year': `${leads}“"十`,
  'month-day': leads + months,
  'month-part': leads + months,
  month: leads + months,
  part: leads + parts,
  length: '用利力计再未今在0123456789一二两三四五六七八九十百半',
  term: '本任',
  every: '每',
};
/** The forms that may begin with a character, in their order. */
const formsFrom = new Map<number, typeof forms>();
for (const c of new Set(Object.values(firstOf).join('')))
  formsFrom.set(
    c.charCodeAt(0),
    forms.filter(({ rule }) => firstOf[rule]?.includes(c)),
  );

/** 1 a digit, 2 a Chinese numeral, 4 what may follow a figure that is a date's. */
const figure = new Uint8Array(65_536);
for (const c of '0123456789') figure[c.charCodeAt(0)] = 1;
for (const c of '〇零○一二两三四五六七八九十百半') figure[c.charCodeAt(0)] = 2;
for (const c of '年月日号个天周季至到-—–~./ \t\n\r\f\v\u00a0\u3000\u2028\u2029\ufeff')
  figure[c.charCodeAt(0)] = 4;

/** Whether a figure that begins at a place is one that counts no years, months or days: 92%, 3所. Most are, and are passed over. */
function countsOtherwise(text: string, at: number): boolean {
  const kind = figure[text.charCodeAt(at)];
  if (kind !== 1 && kind !== 2) return false;
  let end = at + 1;
  while (figure[text.charCodeAt(end)] === kind) end++;
  if (figure[text.charCodeAt(end)] === 4) return false;
  // 一次, 十四五, 二上: words that begin like a numeral.
  return kind === 1 || !wordsOfNumerals.test(text.slice(at, at + 3));
}
const wordsOfNumerals = /^(?:十.五|五一|一年)/u;

const digitsOf = '〇一二三四五六七八九';
function yearNumber(text: string): number {
  return /^\d/.test(text)
    ? Number(text)
    : Number([...text.replace(/[零○]/g, '〇')].map((c) => digitsOf.indexOf(c)).join(''));
}
const small = (text: string): number => numeralAt(text, 0)?.value ?? 0;

const partMonth: Readonly<Record<string, number>> = {
  上半年: 6,
  下半年: 12,
  年底: 12,
  年末: 12,
  岁末: 12,
  年中: 6,
  年初: 1,
  底: 12,
  末: 12,
  初: 1,
};
function monthOfPart(word: string): number | undefined {
  const quarter = /^第?([一二三四1-4])季度$/.exec(word)?.[1];
  return quarter ? small(quarter) * 3 : partMonth[word];
}

function roleOf(groups: Record<string, string | undefined>): DateRole {
  const { tail: after, lead: before } = groups;
  if (
    after === '起' ||
    after === '开始' ||
    after === '以来' ||
    after === '来' ||
    after === '以后' ||
    after === '之后' ||
    after === '后'
  )
    return 'since';
  if (before === '自' || before === '从') return after === undefined ? 'since' : 'by';
  return 'by';
}

/** Resolves one match to a mention; null where the words are no date after all. */
function resolve(rule: string, match: RegExpExecArray, reference: DateReference): DateMention | null {
  const groups = (match.groups ?? {}) as Record<string, string | undefined>;
  const span = { start: match.index, end: match.index + match[0].length };
  const asOf = /^截/.test(groups.lead ?? '');
  if (rule === 'every') return { ...span, role: 'every', date: null, year: null, inferred: [], rule, asOf };
  if (rule === 'length') return { ...span, role: 'length', date: null, year: null, inferred: [], rule, asOf };
  if (rule === 'term') return { ...span, role: 'by', date: null, year: null, inferred: [], rule, asOf };
  if (rule === 'next-month') return nextMonth(groups, span, reference);
  if (rule === 'season') return season(groups, span, reference);
  if (groups.lead === '每') return null;
  const inferred: ('year' | 'month' | 'day')[] = [];
  let y: number | null = null;
  if (groups.isoYear) y = Number(groups.isoYear);
  else if (groups.year) y = yearNumber(groups.year);
  else if (groups.plan) y = fiveYearEnd[groups.plan] ?? null;
  else if (reference.year !== null) {
    y = reference.year + (groups.rel ? (relativeOffset[groups.rel] ?? 0) : 0);
    inferred.push('year');
  }
  const role = roleOf(groups);
  if (y === null) return { ...span, role, date: null, year: null, inferred, rule, asOf };
  let date: string;
  if (groups.isoMonth) date = endOf(y, Number(groups.isoMonth), Number(groups.isoDay));
  else if (groups.month) {
    const m = small(groups.month);
    if (groups.day) date = endOf(y, m, small(groups.day));
    else if (groups.part === '上旬' || groups.part === '初') date = endOf(y, m, 10);
    else if (groups.part === '中旬') date = endOf(y, m, 20);
    else date = endOf(y, m);
  } else {
    const m = groups.part ? monthOfPart(groups.part) : undefined;
    date = groups.part === '年初' || groups.part === '初' ? endOf(y, 1) : endOf(y, m ?? 12);
  }
  // 2月30日: no such day; the words stay, unresolved.
  const real = Number(date.slice(8)) <= lastDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return { ...span, role, date: real ? date : null, year: y, inferred, rule, asOf };
}

/** What a date may begin with, and what may follow a lead-in (到, 在): tables by code, since most characters are neither. */
const begins = new Uint8Array(65_536);
const follows = new Uint8Array(65_536);
for (const c of '0123456789〇零一二三四五六七八九十两半百今本任当国五劳元汛秋春暑寒供采冬去上明次后前年全第未再下岁过“"每计力')
  begins[c.charCodeAt(0)] = follows[c.charCodeAt(0)] = 1;
for (const c of '截到至于在自从以用利力') begins[c.charCodeAt(0)] = 2;
for (const c of '止至到用争划来后') follows[c.charCodeAt(0)] = 1;

/**
 * All date expressions of a stretch of clean text, left to right, none inside another.
 * @param from,to offsets between which to look
 */
export function findDates(text: string, from: number, to: number, reference: DateReference): DateMention[] {
  const found: DateMention[] = [];
  let at = from;
  while (at < to) {
    const kind = begins[text.charCodeAt(at)];
    if (!kind || (kind === 2 && !follows[text.charCodeAt(at + 1)])) {
      at++;
      continue;
    }
    if (countsOtherwise(text, at)) {
      at++;
      continue;
    }
    let next = at + 1;
    for (const { rule, regex } of formsFrom.get(text.charCodeAt(at)) ?? []) {
      regex.lastIndex = at;
      const match = regex.exec(text);
      if (!match || at + match[0].length > to) continue;
      // 第三十二次, 二十日内: a date never begins inside a longer numeral.
      const before = text.charAt(at - 1);
      if (
        /^[\d一二三四五六七八九十]/.test(match[0]) &&
        /[\d一二三四五六七八九十百.第]/.test(before) &&
        at > from
      )
        continue;
      // 1月 in 11个月 and 年 in 年均, 年级 are no dates.
      if (/^(?:级|均|度(?!内)|限|龄)/.test(text.slice(at + match[0].length, at + match[0].length + 1)))
        continue;
      // 控制在15个工作日以内: a measure of service, no deadline.
      if (
        rule === 'length' &&
        /(?:控制在|压缩[至到]|缩短[至到]|压减[至到]|不超过|不得超过|少于|平均|[压缩]短|时限为?|时间为?|年限(?:达到?|为|到)?)$/u.test(
          text.slice(Math.max(from, at - 5), at) + (match[0].startsWith('在') ? '在' : ''),
        )
      )
        continue;
      const mention = resolve(rule, match, reference);
      if (mention) found.push(mention);
      next = at + match[0].length;
      break;
    }
    at = next;
  }
  return withLengths(text, found);
}

/** 从2016年起…用三年时间: the length gets its last day from the start before it (2016 + 3 - 1). */
function withLengths(text: string, found: DateMention[]): DateMention[] {
  if (!found.some(({ role }) => role === 'length')) return found;
  return found.map((mention, i) => {
    if (mention.role !== 'length') return mention;
    const start = found[i - 1];
    const years = /(\d{1,2}|[一二两三四五六七八九十]{1,2})年/.exec(text.slice(mention.start, mention.end));
    if (start?.role !== 'since' || start.year === null || !years?.[1]) return mention;
    const count = numeralAt(years[1], 0)?.value ?? 0;
    return count > 0
      ? {
          ...mention,
          role: 'by',
          date: endOf(start.year + count - 1),
          year: start.year + count - 1,
          start: start.start,
        }
      : mention;
  });
}
