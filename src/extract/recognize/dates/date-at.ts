import type { Found } from '../measures/found.js';
import { unitAt, unknownCounterAt } from '../units/unit.js';
import { everyAt } from './every.js';
import { holidayAt } from './holidays.js';
import { numericMonthAt } from './numeric.js';
import { anchoredAt, type DatedLength, nthAt, offsetAt, windowAt } from './offsets.js';
import { type Lead, leadBefore, type Tail, tailAt } from './particles.js';
import { type Base, dateValue, type Period, type Point, yearOf } from './point.js';
import { pointAt } from './point-at.js';
import { type DateRange, daysAfterMonth, listedDays, monthsAt, rangeAfter, yearPoint } from './ranges.js';
import { bareYearAt } from './years.js';

const events =
  /(?:主?汛期|采暖季|供暖季|供暖期|入汛|入冬|开学|高考|中考|换届)(?:来临|到来|开始)?(?:之前|前|期间|之后|后)/y;

/** What an expression with its particle means, the likelier reading first. */
function periodsOf({ periods, grain }: Point, tail: Tail | Lead | null): Period[] {
  return periods.flatMap(({ from, to }): Period[] => {
    switch (tail) {
      case 'before':
        // 2025年前 ends before or with the year; 年底前 with it.
        return grain === 'part'
          ? [{ from: null, to }]
          : [
              { from: null, to },
              { from: null, to: from },
            ];
      case 'until':
        return [{ from: null, to }];
      case 'earlier':
        return [{ from: null, to: from }];
      case 'later':
        return [{ from: to, to: null }];
      case 'since':
      case 'from':
        return [{ from, to: null }];
      case 'after':
        return [
          { from: to, to: null },
          { from, to: null },
        ];
      default:
        return [{ from, to }];
    }
  });
}

function add(
  found: Found,
  start: number,
  end: number,
  kind: 'date' | 'daterange',
  periods: readonly Period[],
  floating: boolean,
): void {
  found.add(start, end, { kind, value: dateValue(periods, floating) });
}

const addLength = (found: Found, { start, end, kind, value }: DatedLength): void =>
  found.add(start, end, { kind, value });

/** Words around 24年 or 20日 that make it a length: 近20年, 满15日, 24年以上. */
const lengthBefore =
  /(?:近|过去|未来|今后|用|为期|期限|长达|达|满|第|共|约|至少|不少于|不低于|超过|超|逾|每|再|仅|需|历时|执行|徒刑|缩短[至到]|压减[至到]|压缩[至到]|控制在|时限为?|最长|一|几|前|后|上|下)$/;
const lengthAfter =
  /^(?:以上|以下|左右|多|余|期(?!间)|之久|时间|的?历史|制|零|[一二两三四五六七八九十\d]+个月|半|[0-9]+天)/;

const lunar = /[农阴旧]历$/;
const relativeDay = /^(?:今|明|昨|后|前)[天日]$/;

function isLength(text: string, at: number, point: Point, tail: Tail | null): boolean {
  if (tail === 'within' || tail === 'after') return true;
  const isYear = point.grain === 'year';
  // 连续37年: a year in two digits stands at a pause or after a word of time.
  if (
    isYear &&
    !tail &&
    /[\u4e00-\u9fff]/.test(text.charAt(at - 1)) &&
    !/[在于从自到至是为由]/.test(text.charAt(at - 1))
  )
    return true;
  if (tail === 'before') return isYear && Number(text.slice(at, at + 2)) < 50;
  if (isYear && tail === 'since') return !text.startsWith('起', point.end);
  return (
    lengthBefore.test(text.slice(Math.max(0, at - 4), at)) ||
    lengthAfter.test(text.slice(point.end, point.end + 4))
  );
}

/** A year in four digits that nothing but its size tells for one. */
function bareYear(text: string, at: number): Point | null {
  if (/[\dA-Za-z.,:%/·$¥-]/.test(text.charAt(at - 1))) return null;
  const year = bareYearAt(text, at);
  return year?.year == null ? null : yearPoint(year.end, year.year);
}

/** 2015.8 where another month follows (2015.8-2016.3). */
const monthToMonth = (text: string, at: number): Point | null => {
  const month = numericMonthAt(text, at, true);
  return month && /^[-—–~至到]/.test(text.charAt(month.end)) ? month : null;
};

const isCount = (text: string, at: number): boolean =>
  /[余多来几万亿千百分成半]/.test(text.charAt(at)) ||
  unitAt(text, at) !== null ||
  unknownCounterAt(text, at) !== null;

/** What a date may begin with, by code: most characters are none. */
const begins = new Uint8Array(65_536);
for (const c of '0123456789〇零一二两三四五六七八九十廿卅半每逐最过近这未今往接此上前下后自主汛采供入开高中换公大去本当全明来翌次昨周星礼年月岁首末春秋元国五劳妇植青儿建教第同季中下旬“"')
  begins[c.charCodeAt(0)] = 1;

/**
 * Reads the date, period or recurrence that begins at `at` into `found`.
 * @returns the offset after it; `at` itself where it is a length of time too, which is read next; -1 where none begins
 */
export function dateAt(text: string, at: number, base: Base, found: Found): number {
  if (!begins[text.charCodeAt(at)]) return -1;
  const every = everyAt(text, at);
  if (every) {
    found.add(at, every.end, { kind: 'daterange', value: { ranges: [], every: every.every } });
    return every.end;
  }
  const window = windowAt(text, at, base) ?? anchoredAt(text, at, base);
  if (window) {
    addLength(found, window);
    return window.number;
  }
  events.lastIndex = at;
  if (events.test(text)) {
    add(found, at, events.lastIndex, 'daterange', [], false);
    return events.lastIndex;
  }
  const solar = monthsAt(text, at, yearOf(base)) ?? pointAt(text, at, base) ?? monthToMonth(text, at);
  // 农历八月十五: a day of another calendar stays unresolved.
  const point = solar && lunar.test(text.slice(Math.max(0, at - 2), at)) ? { ...solar, periods: [] } : solar;
  if (point) {
    const end = expressionAt(text, at, point, base, found);
    if (end >= 0) return end;
  }
  const year = point ? null : bareYear(text, at);
  if (year) {
    const range = rangeAfter(text, year, base);
    if (range && !range.pairs) return addRange(text, at, range, found);
    if (!isCount(text, year.end)) {
      // A number as well: 2000 may be either.
      add(found, at, year.end, 'daterange', year.periods, false);
      return at;
    }
  }
  const length = nthAt(text, at, base) ?? offsetAt(text, at, base);
  if (!length) return -1;
  addLength(found, length);
  return at;
}

/** A day or period with its particles, or a range that begins with it; -1 where it is a length of time after all. */
function expressionAt(text: string, at: number, point: Point, base: Base, found: Found): number {
  const known = { year: point.year ?? yearOf(base).year, said: point.yearSaid, floating: point.floating };
  const wider =
    (point.grain === 'year' ? monthsAt(text, point.end, known) : null) ??
    daysAfterMonth(text, point) ??
    listedDays(text, point);
  const whole = wider ?? point;
  const range = rangeAfter(text, whole, base);
  if (range) {
    const tail = tailAt(text, range.end);
    if (!range.pairs || tail?.tail === 'within' || text.startsWith('之间', range.end))
      return addRange(text, at, range, found);
  }
  const tail = tailAt(text, whole.end);
  if (whole.maybeLength && isLength(text, at, whole, tail?.tail ?? null)) return -1;
  const lead = leadBefore(text, at);
  const kind = whole.grain === 'day' && !whole.dayPart ? 'date' : 'daterange';
  const { floating } = whole;
  // 明天元旦节: two names of one day, of which the holiday is read next.
  const named = relativeDay.test(text.slice(at, whole.end)) ? holidayAt(text, whole.end) : null;
  if (named) {
    add(found, at, named.end, 'date', periodsOf(whole, null), floating);
    return whole.end;
  }
  if (!tail) {
    add(found, at, whole.end, kind, periodsOf(whole, null), floating);
    if (lead && lead.lead !== 'in')
      add(found, lead.start, whole.end, 'daterange', periodsOf(whole, lead.lead), floating);
    return whole.maybeLength && !lead ? at : whole.end;
  }
  if (tail.tail === 'within') add(found, at, whole.end, kind, periodsOf(whole, null), floating);
  const periods = periodsOf(whole, tail.tail);
  add(found, at, tail.end, 'daterange', periods, floating);
  if (lead && lead.lead !== 'in') add(found, lead.start, tail.end, 'daterange', periods, floating);
  return tail.end;
}

const between = /(?:之间|间(?![隔接断])|期间|止|为止|内(?![部外容]))/y;

/** A range with what stands around it; where its ends bear particles of their own, they are listed too. */
function addRange(text: string, at: number, range: DateRange, found: Found): number {
  const { first, second } = range;
  const lead = leadBefore(text, at);
  between.lastIndex = range.end;
  const closed = between.test(text);
  const tail = closed ? null : tailAt(text, range.end);
  const end = closed ? between.lastIndex : (tail?.end ?? range.end);
  const takesLead = lead && (lead.lead === 'from' || (lead.lead === 'in' && closed && range.pairs));
  const from = first.periods[0]?.from;
  const to = second.periods[0]?.to;
  const floating = first.floating || second.floating;
  const periods = from === undefined || to === undefined ? [] : [{ from, to }];
  add(found, takesLead ? lead.start : at, end, 'daterange', periods, floating);
  if (range.tailed) {
    const start = text.startsWith('开始', first.end) ? first.end + 2 : first.end + 1;
    add(found, at, start, 'daterange', periodsOf(first, 'since'), floating);
  }
  if (tail?.tail === 'before') {
    const secondStart =
      text.lastIndexOf('到', second.end) > first.end
        ? text.lastIndexOf('到', second.end) + 1
        : text.lastIndexOf('至', second.end) + 1;
    if (secondStart > first.end)
      add(found, secondStart, tail.end, 'daterange', periodsOf(second, 'before'), floating);
  }
  return end;
}
