import { inYear } from '../../domain/day.js';
import { behindLead, formsAt } from './date-forms.js';
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

const digitsOf = '〇一二三四五六七八九';
function yearNumber(text: string): number {
  return /^\d/.test(text)
    ? Number(text)
    : Number([...text.replace(/[零○0OoＯ]/g, '〇')].map((c) => digitsOf.indexOf(c)).join(''));
}
const small = (text: string): number => numeralAt(text, 0)?.value ?? 0;

const partMonth: Readonly<Record<string, number>> = {
  上半年: 6,
  下半年: 12,
  年底: 12,
  年末: 12,
  岁末: 12,
  年前: 12,
  年中: 6,
  年初: 1,
  底: 12,
  末: 12,
  初: 1,
};
function monthOfPart(word: string): number | undefined {
  const quarter = /^第?([一二三四1-4])季度[末底]?$/.exec(word)?.[1];
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

const isBefore = /前$/u;
/** 2025年10月前, 2014年前: the last day that counts is that of the month or year before; null where a day or a part is named. */
function dayBefore(rule: string, groups: Record<string, string | undefined>, year: number): string | null {
  if (groups.part || groups.day || groups.isoDay) return null;
  if (rule === 'year' || rule === 'relative-year')
    return groups.rel === '年内' || groups.rel === '全年' ? null : endOf(year - 1);
  if (rule !== 'month' && rule !== 'year-month' && rule !== 'relative-month') return null;
  const month = small(groups.toMonth ?? groups.month ?? '');
  return month > 1 ? endOf(year, month - 1) : endOf(year - 1);
}

/** Resolves one match to a mention; null where the words are no date after all. */
function resolve(rule: string, match: RegExpExecArray, reference: DateReference): DateMention | null {
  const groups = (match.groups ?? {}) as Record<string, string | undefined>;
  const [start, end] = [match.index, match.index + match[0].length];
  const asOf = /^截/.test(groups.lead ?? '');
  if (rule === 'every')
    return { start, end, role: 'every', date: null, year: null, inferred: [], rule, asOf };
  if (rule === 'length')
    return { start, end, role: 'length', date: null, year: null, inferred: [], rule, asOf };
  if (rule === 'term') return { start, end, role: 'by', date: null, year: null, inferred: [], rule, asOf };
  if (rule === 'years-on') {
    const on = reference.year === null ? null : reference.year + small(groups.count ?? '');
    const date = on === null ? null : endOf(on);
    return { start, end, role: 'by', date, year: on, inferred: ['year'], rule, asOf };
  }
  if (rule === 'next-month') return nextMonth(groups, { start, end }, reference);
  if (rule === 'season') return season(groups, { start, end }, reference);
  if (groups.lead === '每') return null;
  const inferred: ('year' | 'month' | 'day')[] = [];
  let y: number | null = null;
  if (groups.isoYear) y = Number(groups.isoYear);
  else if (groups.year) y = yearNumber(groups.year);
  else if (groups.plan) {
    y = fiveYearEnd[groups.plan] ?? null;
    // “十五五”开局之年: its first.
    if (y !== null && /开局|起步/u.test(groups.part ?? '')) y -= 4;
  } else if (reference.year !== null) {
    // A summary of 2024 without a day: 一年来 is that year.
    const own = reference.day === null && /^(?:过去一年|一年来)$/.test(groups.rel ?? '');
    y = reference.year + (groups.rel && !own ? (relativeOffset[groups.rel] ?? 0) : 0);
    inferred.push('year');
  }
  // 自2021年至2023年: from, and till.
  const role = rule === 'year-range' && groups.tail === undefined ? 'by' : roleOf(groups);
  if (y === null) return { start, end, role, date: null, year: null, inferred, rule, asOf };
  const before = groups.tail !== undefined && isBefore.test(groups.tail) ? dayBefore(rule, groups, y) : null;
  if (before !== null)
    return { start, end, role, date: before, year: Number(before.slice(0, 4)), inferred, rule, asOf };
  let date: string;
  if (groups.isoMonth) date = endOf(y, Number(groups.isoMonth), Number(groups.isoDay));
  else if (groups.month) {
    const m = small(groups.toMonth ?? groups.month);
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
  return { start, end, role, date: real ? date : null, year: y, inferred, rule, asOf };
}

/**
 * All date expressions of a stretch of clean text, left to right, none inside another.
 * @param from,to offsets between which to look
 */
export function findDates(text: string, from: number, to: number, reference: DateReference): DateMention[] {
  const found: DateMention[] = [];
  let at = from;
  while (at < to) {
    let next = at + 1;
    for (const { rule, regex, led, fits } of formsAt(text, at)) {
      if (fits && !fits(text, led ? behindLead(text, at) : at)) continue;
      regex.lastIndex = at;
      const match = regex.exec(text);
      if (!match || at + match[0].length > to) continue;
      // 第三十二次, 二十日内: a date never begins inside a longer numeral.
      const before = text.charAt(at - 1);
      if (
        /^[\d一二三四五六七八九十]/.test(match[0]) &&
        /[\d一二三四五六七八九十百.第]/.test(before) &&
        at > from &&
        // ：1.2022年12月底前: a list's number within the line.
        !(
          before === '.' &&
          /^(?:19|20)\d{2}年/.test(match[0]) &&
          /(?:^|[：；。，、（])\d{1,2}\.$/.test(text.slice(Math.max(from, at - 4), at))
        )
      )
        continue;
      // 1月 in 11个月 and 年 in 年均, 年级 are no dates.
      if (
        /^(?:级|均|度(?!内|[，：]|我[局县市区州省]|共|已|累计)|限|龄)/.test(
          text.slice(at + match[0].length, at + match[0].length + 4),
        )
      )
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
  return withLengths(text, withNamedYears(text, found));
}

/** 2017年，全馆开放365天，全年接待3万人: the year is the one that the sentence named; 预计年底完工 goes by the document's own. */
function withNamedYears(text: string, found: DateMention[]): DateMention[] {
  return found.map((mention, i) => {
    if (mention.date === null || mention.inferred.length === 0) return mention;
    const words = text.slice(mention.start, mention.end);
    const whole = /^(?:全年|当年)$/u.test(words);
    if (!whole && !/^年[底末]$/u.test(words)) return mention;
    const named = found
      .slice(0, i)
      .findLast(({ inferred, year, role }) => inferred.length === 0 && year !== null && role === 'by');
    if (!named?.date || named.year === null || named.rule === 'five-year') return mention;
    const between = text.slice(named.end, mention.start);
    if (/[。；]/u.test(between)) return mention;
    if (
      !whole &&
      (/(?:预计|力争|计划|确保|争取|将|拟|[到至于在今明])[^，]{0,4}$/u.test(between) ||
        /^前/u.test(text.slice(mention.end)))
    )
      return mention;
    return { ...mention, year: named.year, date: inYear(mention.date, named.year), inferred: [] };
  });
}

/** 从2012年动手，计划五年改造2万亩: so many years, told by the plan's own verb. */
const plannedYears =
  /^[^，。；\d]{0,10}，(?:计划|拟|预计|打算|准备)(?:用)?([一二两三四五六七八九十]|1?\d)年(?:时间)?(?:改造|建设|新建|完成|建成|实施|整治|治理|投入|培训|培养|打造|更新|铺设|创建)/u;
const plannedReach = 30;

/** 从2016年起…用三年时间: the length gets its last day from the start before it (2016 + 3 - 1). */
function withLengths(text: string, found: DateMention[]): DateMention[] {
  return found.map((mention, i) => {
    if (mention.role === 'since' && mention.year !== null && found[i + 1]?.role !== 'length') {
      const words = plannedYears.exec(text.slice(mention.end, mention.end + plannedReach))?.[1];
      const count = words === undefined ? 0 : (numeralAt(words, 0)?.value ?? 0);
      return count > 0
        ? { ...mention, role: 'by', date: endOf(mention.year + count - 1), year: mention.year + count - 1 }
        : mention;
    }
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
