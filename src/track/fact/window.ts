import { inYear } from '../../domain/day.js';
import type { Item } from '../../domain/item.js';
import type { LeadingWords } from './nature.js';
import type { Scope } from './timeline.js';

/**
 * The time that a figure covers. year: one calendar year · part: less of one · moment: the state at a day ·
 * sum: 累计, from a known or unknown beginning · years: several years together · average: 年均 · unknown
 */
export interface Window {
  readonly kind: 'year' | 'part' | 'moment' | 'sum' | 'years' | 'average' | 'unknown';
  /** ISO days; null where not known. */
  readonly from: string | null;
  readonly to: string | null;
}

const counts: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 十: 10 };
const yearWindow = (year: number): Window => ({ kind: 'year', from: `${year}-01-01`, to: `${year}-12-31` });
const averaged = /年均(?!浓度|值)|年平均(?!浓度|值)|平均每年/u;
const summed = /累计|历年|先后|共计完成/u;
const lengthWords = /(?:近|过去|这)?([两二三四五六十])年(?:来|间|累计|共|合计|完成|计划|内)/u;
const ownYear =
  /(?<!比|较|以|与|相比|同)(20\d\d)年(?:度|全年)?(?!以来|起|底|末|初|中|上半|下半|前|第|\d|[一二三四]季度|[—\-–~至到]|的)/gu;
/** “十四五”期间新建118个: the years of a plan together. */
/** 从1795亿元增加到5260亿元: where several years have led to. */
const endpoint = /(?:提高|提升|增加|增长|扩大|上升|下降|降低|缩小|减少)(?:到|至)|[增升降]至/u;
const planPeriod = /“?十[一二三四五六]五”?(?:时期|期间|以来)/u;
const eachYear = /每年(?:均|都)?(?:稳定|保持)?(?:在|达到?|超过?|突破|不低于)?$/u;
const halves = /上半年|前三季度|前[一二三四五六七八九十]+个?月|[一二三]季度|1[—\-–~至]\d{1,2}月/u;

/** 1至9月份，累计完成投资: a sum since the year began; no other figure stands between, which the sum could be told apart from. */
const sinceJanuary =
  /(?:(?:1|一|元)月?份?[—\-–~至到]\d{1,2}月份?|前三季度|上半年|前[一二三四五六七八九十\d]+个?月|今年以来)[^，；。\d]*(?:，[^，；。\d]*)?$/u;
/** How far back a beginning is looked for: the words that stand between are few. */
const sinceWithin = 80;

/** Of when a report is. */
export interface ReportTime {
  /** Its own day. */
  readonly day: string | null;
  /** It is on a part of a year, by its title. */
  readonly partial: boolean;
}

/** What the report's figure speaks of. */
export function reportWindow(item: Item, words: LeadingWords, scope: Scope, time: ReportTime): Window {
  const { day } = time;
  const near = words.clause;
  if (averaged.test(words.own) || averaged.test(item.indicator))
    return { kind: 'average', from: null, to: null };
  const { year } = scope;
  const date = dateOf(item, words, year, time);
  // 其中2024年新增1.26万个: the clause's own year, whatever the sentence began with.
  const stated = [...words.clause.matchAll(ownYear)].at(-1)?.[1];
  if (stated && !summed.test(words.own)) return yearWindow(Number(stated));
  const since = /(?:自|从)?(20\d\d)年(?:\d{1,2}月)?(?:以来|起)/u.exec(words.sentence)?.[1];
  const length = lengthWords.exec(words.sentence)?.[1];
  const end = date?.to ?? endOf(year, day);
  // 每年超过90万人: so many in each of the years, the last one too.
  const inYears = scope.kind === 'years' || length !== undefined || planPeriod.test(words.sentence);
  if (inYears && eachYear.test(words.own) && year !== null) return yearWindow(year);
  if (since) return { kind: 'sum', from: `${since}-01-01`, to: end };
  if (length) {
    const to = end ?? day;
    const last = to === null ? null : Number(to.slice(0, 4));
    const from = last === null ? null : `${last - (counts[length] ?? 1) + 1}-01-01`;
    return { kind: summed.test(near) || /年累计/u.test(words.sentence) ? 'sum' : 'years', from, to };
  }
  if (planPeriod.test(words.sentence))
    return { kind: summed.test(near) ? 'sum' : 'years', from: null, to: end };
  if (summed.test(near)) {
    const began =
      scope.kind === 'year' && end !== null && sinceJanuary.test(words.sentence.slice(-sinceWithin));
    return { kind: 'sum', from: began ? `${end.slice(0, 4)}-01-01` : null, to: end };
  }
  if (date) return date;
  if (halves.test(words.sentence) && year !== null) return { kind: 'part', from: `${year}-01-01`, to: end };
  if (scope.kind === 'years') {
    if (endpoint.test(words.own)) return { kind: 'moment', from: null, to: end };
    return aYears(words) && year !== null ? yearWindow(year) : { kind: 'years', from: null, to: end };
  }
  return year === null ? { kind: 'unknown', from: null, to: day } : { ...yearWindow(year), to: end };
}

/** 年度产量首次突破, 年营收超过: the amount of one year, though the account is of five. */
const aYears = ({ own }: LeadingWords): boolean =>
  /年度(?!目标|任务|计划)|年(?:产量|产值|营业?收入?|营收|销售额|接待|吞吐量|交易额)/u.test(own);

/** The end of the year that a report is about, or the report's own day if that comes first. */
function endOf(year: number | null, day: string | null): string | null {
  if (year === null) return day;
  const end = `${year}-12-31`;
  return day !== null && day < end && day.slice(0, 4) === String(year) ? day : end;
}

function dateOf(
  item: Item,
  words: LeadingWords,
  year: number | null,
  { day, partial }: ReportTime,
): Window | null {
  const stated = item.deadline;
  // A heading's year is the account's, which the scope knows better: it may turn to five years further down.
  if (!stated?.date || stated.scope !== 'clause') return null;
  const text = stated.text.replace(/\s/g, '');
  // 去年 in an undated review of a year, or in one that came out in the next: that year.
  const next = day === null ? !partial : year !== null && Number(day.slice(0, 4)) === year + 1;
  const last = text === '全年' && stated.inferred.includes('year') && /去年|上年/u.test(words.sentence);
  if (next && year !== null && (last || /^(?:去年|上年|过去一年)(?:全年)?$/u.test(text)))
    return yearWindow(year);
  // 全年 in a review of last year, read as this year: the account's year counts.
  const late = day !== null && stated.date > day && stated.inferred.includes('year');
  const shifted = late && year !== null ? inYear(stated.date, year) : stated.date;
  const whole = Number(shifted.slice(0, 4));
  if (/^(?:在)?(?:20\d\d年度?|全年|今年|去年|当年|上年|过去一年|一年来|本年度?)$/u.test(text))
    return yearWindow(whole);
  return { kind: 'moment', from: null, to: shifted };
}

/** The time that a promise is for. */
export interface TargetWindow {
  readonly from: string | null;
  readonly to: string | null;
  /** One calendar year and no other: 2024年新建6万亩, or a plan of one year. */
  readonly year: number | null;
  /** 每年: the same again each year. */
  readonly yearly: boolean;
  /** 三年累计: a sum over the plan. */
  readonly sum: boolean;
  /** 年均: a mean over several years. */
  readonly average: boolean;
}

const pureYear = /^(?:在)?(?:20\d\d年度?|今年|全年|当年|本年度?|年内|20\d\d年全年)$/u;

/** @param plan the years that the plan runs over */
export function targetWindow(
  item: Item,
  words: LeadingWords,
  plan: { from: number; to: number } | null,
): TargetWindow {
  const date = item.deadline?.date ?? null;
  const text = (item.deadline?.text ?? '').replace(/\s/g, '');
  const average = averaged.test(words.clause) || averaged.test(item.indicator);
  const yearly = /^每(?:个)?年/u.test(item.per ?? '') || /(?<!每[生人户名亩家村])每年/u.test(words.clause);
  const sum = summed.test(words.clause) || lengthWords.test(words.clause);
  const last = date === null ? null : Number(date.slice(0, 4));
  const oneYear = plan !== null && plan.from === plan.to;
  const exact = last !== null && !sum && (pureYear.test(text) || (oneYear && last === plan.from));
  const start = exact || plan === null ? last : Math.min(plan.from, last ?? plan.from);
  return {
    from: start === null ? null : `${start}-01-01`,
    to: date,
    year: exact ? last : null,
    yearly,
    sum,
    average,
  };
}
