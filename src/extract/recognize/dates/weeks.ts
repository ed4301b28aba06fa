import { mondayOf } from './calendar.js';
import { type Base, type Point, point, unresolved, yearOf } from './point.js';
import { timeAt } from './time.js';

const offsets: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 这一: 0, 下: 1, 下下: 2 };
const week =
  /(?<which>上上|下下|这一|上|下|本|这)个?(?:周(?![边围期密末年岁转])|星期|礼拜)(?<day>[一二三四五六日天](?![次个期年月天]))?/y;
const half = /(?<half>[上下])半周/y;
const weekday = /(?:星期|礼拜|周)(?<day>[一二三四五六日天](?![次个期年月天周]))/y;
const relative = /(?:大前天|大后天|前天|后天|昨天|今天|明天|昨日|今日|明日)(?![之头])/y;
const dayOffsets: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  明: 1,
  后: 2,
  大后: 3,
};
const weekdays = '一二三四五六日';
const numberOf = (c: string): number => weekdays.indexOf(c === '天' ? '日' : c);

/** 上周, 本周五, 下半周; 昨天. Counted from the reference, the week from Monday. */
export function weekOrDayAt(text: string, at: number, base: Base): Point | null {
  const before = text.charAt(at - 1);
  const known = yearOf(base);
  const { ref } = base;
  relative.lastIndex = at;
  const day = relative.exec(text)?.[0];
  if (day) {
    if (/[\d一二三四五六七八九十两几百之以此其目]/.test(before)) return null;
    const time = timeAt(text, relative.lastIndex);
    const end = time?.end ?? relative.lastIndex;
    if (ref === null) return unresolved(end, 'day');
    const on = ref + (dayOffsets[day.slice(0, -1)] ?? 0);
    return { ...point(end, 'day', [[on, on + 1]], { ...known, said: true }), dayPart: time?.part ?? false };
  }
  half.lastIndex = at;
  const part = half.exec(text)?.groups?.half;
  if (part) {
    if (ref === null) return unresolved(half.lastIndex, 'part');
    const monday = mondayOf(ref);
    const span: [number, number] = part === '上' ? [monday, monday + 3] : [monday + 3, monday + 7];
    return point(half.lastIndex, 'part', [span], known);
  }
  week.lastIndex = at;
  const groups = week.exec(text)?.groups;
  if (groups && !/[以之]/.test(before)) {
    const end = week.lastIndex;
    if (ref === null) return unresolved(end, 'week');
    const monday = mondayOf(ref) + 7 * (offsets[groups.which ?? ''] ?? 0);
    if (!groups.day) return point(end, 'week', [[monday, monday + 7]], known);
    const on = monday + numberOf(groups.day);
    return point(end, 'day', [[on, on + 1]], known);
  }
  weekday.lastIndex = at;
  const named = weekday.exec(text)?.groups?.day;
  if (!named || /[\d一二三四五六七八九十两几半每逢上下本这个四]/.test(before)) return null;
  if (ref === null) return unresolved(weekday.lastIndex, 'day');
  const on = mondayOf(ref) + numberOf(named);
  return point(
    weekday.lastIndex,
    'day',
    [
      [on, on + 1],
      [on + 7, on + 8],
    ],
    known,
  );
}
