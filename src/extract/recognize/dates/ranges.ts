import { isNumeralCharacter } from '../numbers/characters.js';
import { neighboursAt } from '../numbers/runs.js';
import { dayOf, isDay } from './calendar.js';
import { dayOfMonthAt, monthAt } from './months.js';
import { numericMonthAt } from './numeric.js';
import { connectorAt } from './particles.js';
import { type Base, type KnownYear, monthSpan, type Point, point, yearOf } from './point.js';
import { pointAt } from './point-at.js';
import { smallAt } from './small.js';
import { bareYearAt } from './years.js';

/** From one day or period to another. */
export interface DateRange {
  readonly end: number;
  readonly first: Point;
  readonly second: Point;
  /** The words between are a pair (和), which wants 之间 after it. */
  readonly pairs: boolean;
  /** 起 stands before the connector. */
  readonly tailed: boolean;
}

/** The end of a range in what it leaves out takes after its beginning; a year later where it would lie before it. */
export function rangeAfter(text: string, first: Point, base: Base): DateRange | null {
  const mark = connectorAt(text, first.end);
  if (!mark) return null;
  const inherited: Base = {
    ref: base.ref,
    year: first.year,
    month: first.grain === 'day' || first.grain === 'part' ? first.month : null,
  };
  let second = pointAt(text, mark.end, inherited) ?? bareEnd(text, mark.end, first);
  if (!second) return null;
  const from = first.periods[0]?.from;
  const ends = () => second?.periods[0]?.to;
  if (from !== undefined && ends() !== undefined && (ends() ?? 0) <= from) {
    if (second.yearSaid || first.grain === 'year' || inherited.month !== null) return null;
    second = pointAt(text, mark.end, { ...inherited, year: (first.year ?? yearOf(base).year) + 1 });
    if (!second || (ends() ?? 0) <= from) return null;
    if (first.floating) second = { ...second, floating: true };
  }
  return { end: second.end, first, second, pairs: mark.pairs, tailed: mark.tailed };
}

/** 2009 of 2008.03-2009. */
function bareEnd(text: string, at: number, first: Point): Point | null {
  if (!first.yearSaid || first.grain === 'day') return null;
  const month = first.grain === 'month' ? numericMonthAt(text, at, true) : null;
  if (month) return month;
  const year = bareYearAt(text, at);
  return year?.year == null || /[年万亿元人个%]/.test(text.charAt(year.end))
    ? null
    : yearPoint(year.end, year.year);
}

export const yearPoint = (end: number, year: number): Point =>
  point(end, 'year', [monthSpan(year, 1, 12)], { year, said: true, floating: false });

const between = /(?:[到至]|[-—–~]{1,2}|(、))/y;

function partnerAt(text: string, at: number): { end: number; listed: boolean } | null {
  between.lastIndex = at;
  const match = between.exec(text);
  return match && { end: between.lastIndex, listed: match[1] !== undefined };
}

const quarters = /第?([一二三1-3])(?:季度)?([到至、]|[-—–~]{1,2})第?([二三四2-4])季度/y;

/** 1—3月, 7、8月, 一至三季度: several months or quarters of one year. */
export function monthsAt(text: string, at: number, known: KnownYear): Point | null {
  if (isNumeralCharacter(text.charAt(at - 1)) || /[第.,]/.test(text.charAt(at - 1))) return null;
  quarters.lastIndex = at;
  const match = quarters.exec(text);
  if (match) {
    const [first = 1, last = 1] = [match[1], match[3]].map((c) => smallAt(c ?? '', 0)?.value ?? 1);
    if (last <= first || (match[2] === '、' && last !== first + 1)) return null;
    return point(
      quarters.lastIndex,
      'part',
      [monthSpan(known.year, first * 3 - 2, (last - first + 1) * 3)],
      known,
    );
  }
  // 七八月
  const pair = neighboursAt(text, at);
  const second = pair && pair[1] < 10 && text.charAt(at) !== '两' ? monthAt(text, at + 1) : null;
  if (pair && second) return point(second.end, 'part', [monthSpan(known.year, pair[0], 2)], known);
  const first = smallAt(text, at);
  const mark = first && partnerAt(text, first.end);
  const last = mark && monthAt(text, mark.end);
  if (!first || !mark || !last || first.value < 1 || first.value > 12) return null;
  const count = last.month - first.value + 1;
  if (count < 2 || (mark.listed && count !== 2)) return null;
  return point(last.end, 'part', [monthSpan(known.year, first.value, count)], known);
}

/** 12-19日 after a month: days of it. */
export function daysAfterMonth(text: string, of: Point): Point | null {
  if (of.grain !== 'month' || of.month === null || of.year === null) return null;
  const first = smallAt(text, of.end);
  const mark = first && partnerAt(text, first.end);
  const last = mark && dayOfMonthAt(text, mark.end);
  if (!first || !mark || !last || last.day <= first.value) return null;
  if (!isDay(of.year, of.month, last.day) || (mark.listed && last.day !== first.value + 1)) return null;
  const span: [number, number] = [
    dayOf(of.year, of.month, first.value),
    dayOf(of.year, of.month, last.day) + 1,
  ];
  return point(
    last.end,
    'part',
    [span],
    { year: of.year, said: of.yearSaid, floating: of.floating },
    of.month,
  );
}

/** Days one after another in a list: 9月10号，11号，12号. */
export function listedDays(text: string, first: Point): Point | null {
  const from = first.periods[0]?.from;
  if (
    first.grain !== 'day' ||
    first.dayPart ||
    from === undefined ||
    first.year === null ||
    first.month === null
  )
    return null;
  let end = first.end;
  let to = from + 1;
  while (/[、,，]/.test(text.charAt(end))) {
    const next = dayOfMonthAt(text, end + 1);
    if (!next || !isDay(first.year, first.month, next.day) || dayOf(first.year, first.month, next.day) !== to)
      break;
    to++;
    end = next.end;
  }
  const known = { year: first.year, said: first.yearSaid, floating: first.floating };
  return end === first.end ? null : point(end, 'part', [[from, to]], known, first.month);
}
