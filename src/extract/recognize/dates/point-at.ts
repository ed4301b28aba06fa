import { isNumeralCharacter } from '../numbers/characters.js';
import { partsOf } from './calendar.js';
import { holidayAt } from './holidays.js';
import { longerAt } from './longer.js';
import { afterMonth, dayOfMonthAt, dayPoint, monthAt } from './months.js';
import { numericDayAt, numericMonthAt } from './numeric.js';
import { type Base, type KnownYear, monthSpan, type Point, point, unresolved, yearOf } from './point.js';
import { weekOrDayAt } from './weeks.js';
import { afterYear, yearPartAt } from './year-parts.js';
import { yearAt } from './years.js';

const relativeMonth =
  /(?<which>上上个?|上一?1?个?|下下个?|下一?个?|本|当|次|这个?|同)月(?:份)?(?![球刊报均薪度票])/y;
const monthOffset = (which: string): number => {
  if (which.startsWith('上')) return which.startsWith('上上') ? -2 : -1;
  if (which.startsWith('下')) return which.startsWith('下下') ? 2 : 1;
  return which === '次' ? 1 : 0;
};
const relativeQuarter = /(?<which>上一?个?|下一?个?|本|这个?|当)?季度?(?<edge>初|末|底)?/y;
const relativeHalf = /(?<which>上|下|这)个?半年/y;
/** Parts of a year that stand without one. */
const standing =
  /[上下前后]半年|第?[一二三四1-4]季度|[首末]个?季度|前[二两三23]个?季度|年[初底末终]|年中(?=[,，。;；、前后]|$)|岁末|岁尾|[春秋]季学期/y;
const monthEdge = /月(?=[初底末])|(?=[上下]半月|[上中下]旬)/y;
/** 每年底, 20年底: another word's year. */
const otherYear = /[\d一二三四五六七八九十百每历近多往同几半]/;

function byYear(text: string, at: number, base: Base): Point | null {
  const year = yearAt(text, at, base);
  if (!year) return null;
  if (year.year === null) return unresolved(afterYear(text, year.end, yearOf(base)).end, 'year');
  const known = { year: year.year, said: true, floating: false };
  const found = afterYear(text, year.end, known);
  return { ...found, maybeLength: year.twoDigits && found.end === year.end };
}

/** 上个月15号, 本月初, 上季度末, 上个半年: months, quarters and halves counted from the reference. */
function byRelativeMonth(text: string, at: number, base: Base): Point | null {
  const before = text.charAt(at - 1);
  if (text.charAt(at) === '季' && /[\d一二三四首末前每春夏秋冬换旺淡雨旱个]/.test(before)) return null;
  if (/[以之每年]/.test(before) && !(before === '年' && text.charAt(at) === '当')) return null;
  const { ref } = base;
  relativeMonth.lastIndex = at;
  const which = relativeMonth.exec(text)?.groups?.which;
  if (which) {
    const end = relativeMonth.lastIndex;
    if (ref === null) return unresolved(afterMonth(text, end, 1, yearOf(base)).end, 'month');
    const { year, month } = partsOf(ref);
    const index = year * 12 + month - 1 + monthOffset(which);
    const y = Math.floor(index / 12);
    return afterMonth(text, end, index - y * 12 + 1, { year: y, said: true, floating: false });
  }
  relativeQuarter.lastIndex = at;
  const quarter = relativeQuarter.exec(text);
  const word = quarter?.[0] ?? '';
  const named = quarter?.groups?.which ? word.includes('季度') : false;
  if (quarter?.groups && (named || quarter.groups.edge)) {
    const end = relativeQuarter.lastIndex;
    if (ref === null) return unresolved(end, 'quarter');
    const { year, month } = partsOf(ref);
    const first = year * 12 + Math.floor((month - 1) / 3) * 3 + 3 * monthOffset(quarter.groups.which ?? '');
    const { edge } = quarter.groups;
    const index = first + (edge === '末' || edge === '底' ? 2 : 0);
    const y = Math.floor(index / 12);
    const known = { year: y, said: true, floating: false };
    return point(end, edge ? 'part' : 'quarter', [monthSpan(y, index - y * 12 + 1, edge ? 1 : 3)], known);
  }
  relativeHalf.lastIndex = at;
  const half = text.charAt(at + 1) === '个' ? relativeHalf.exec(text)?.groups?.which : undefined;
  if (!half) return null;
  if (ref === null) return unresolved(relativeHalf.lastIndex, 'half');
  const { year, month } = partsOf(ref);
  const index = year * 2 + (month > 6 ? 1 : 0) + monthOffset(half);
  const known = { year: Math.floor(index / 2), said: true, floating: false };
  return point(relativeHalf.lastIndex, 'half', [monthSpan(known.year, index % 2 === 0 ? 1 : 7, 6)], known);
}

/** The month that an expression without one belongs to. */
function monthOf(base: Base): { month: number; known: KnownYear } {
  const known = yearOf(base);
  const month = base.month ?? (base.ref === null ? null : partsOf(base.ref).month);
  return { month: month ?? 1, known: month === null ? { ...known, floating: true } : known };
}

function withoutYear(text: string, at: number, base: Base): Point | null {
  const known = yearOf(base);
  standing.lastIndex = at;
  if (standing.test(text) && !(text.charAt(at) === '年' && otherYear.test(text.charAt(at - 1)))) {
    const part = yearPartAt(text, at, known);
    if (part) return known.floating ? { ...part, floating: true } : part;
  }
  monthEdge.lastIndex = at;
  if (monthEdge.test(text) && !/[\d一二三四五六七八九十个每半正腊冬]/.test(text.charAt(at - 1))) {
    const { month, known: of } = monthOf(base);
    const part = afterMonth(text, at, month, of);
    if (part.grain === 'part')
      return base.ref === null && base.month === null ? unresolved(part.end, 'part') : part;
  }
  const holiday = holidayAt(text, at);
  if (holiday) {
    const day = holiday.on(known.year);
    return day === null || (known.floating && holiday.moves)
      ? unresolved(holiday.end, 'day')
      : point(holiday.end, 'day', [[day, day + 1]], known);
  }
  // A date never begins inside a longer numeral, nor after 第.
  const before = text.charAt(at - 1);
  if ((isNumeralCharacter(before) || /[第.,]/.test(before)) && isNumeralCharacter(text.charAt(at)))
    return null;
  const month = monthAt(text, at);
  if (month) return afterMonth(text, month.end, month.month, known);
  return dayAlone(text, at, base);
}

/** 29日, 12号: a day of the reference's month. */
function dayAlone(text: string, at: number, base: Base): Point | null {
  const day = dayOfMonthAt(text, at, base.month === null);
  if (!day) return null;
  if (base.month !== null) return ofMonth(text, day, base);
  const before = text.charAt(at - 1);
  // 〔2024〕15号 is a document, 3-5日 a length; 祖冲之三号 a name.
  if (/[〔[\]〕）)—/~月-]/.test(before)) return null;
  if (
    text.charAt(day.end - 1) === '号' &&
    /[\u4e00-\u9fffA-Za-z“"]/.test(before) &&
    !/[的在于到至从自是这那每]/.test(before)
  )
    return null;
  return ofMonth(text, day, base);
}

function ofMonth(text: string, day: { end: number; day: number }, base: Base): Point {
  const { month, known } = monthOf(base);
  // 20日 is the twentieth or twenty days.
  const maybeLength = text.charAt(day.end - 1) === '日' && base.month === null;
  if (base.ref === null && base.month === null) return { ...unresolved(day.end, 'day'), maybeLength };
  const found = dayPoint(text, day.end, month, day.day, known);
  // 31日 in a month that has none is of the month after.
  if (found.periods.length > 0 || base.month !== null) return { ...found, maybeLength };
  return { ...dayPoint(text, day.end, (month % 12) + 1, day.day, known), maybeLength };
}

/** The day or period that is named from `at` on, without particles (前, 起) and ranges; null where none is. */
export function pointAt(text: string, at: number, base: Base): Point | null {
  return (
    numericDayAt(text, at) ??
    numericMonthAt(text, at) ??
    longerAt(text, at, base) ??
    byYear(text, at, base) ??
    weekOrDayAt(text, at, base) ??
    byRelativeMonth(text, at, base) ??
    withoutYear(text, at, base)
  );
}
