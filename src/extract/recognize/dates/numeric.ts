import { dayPoint } from './months.js';
import { monthSpan, type Point, point } from './point.js';

const day =
  /(\d{4})([-./·])(\d{1,2})\2(\d{1,2})(?!\d|[./·]\d|-\d{1,2}(?!\d))|(\d{4}) (\d{2}) (\d{2})(?![\d年月日个%])/y;
/** 2015.8-2016.3: one digit does between two months. */
const looseMonth = /(\d{4})[./]([1-9]|1[0-2])(?=[-—–~至到]{1,2}\d{4}[./]\d|(?![\d%./]))/y;
const month = /(\d{4})[-./](0[1-9]|1[0-2])(?![\d%]|[./]\d|-\d{1,2}(?!\d))/y;

const touched = (text: string, at: number): boolean =>
  /[\dA-Za-z.]|\d[-/]/.test(text.slice(Math.max(0, at - 1), at));

/** 2010-01-29, 2019/04/19, 2019.9.6, 2019·2·10, 2022 11 23. A figure that is no day of the calendar is none. */
export function numericDayAt(text: string, at: number): Point | null {
  day.lastIndex = at;
  const match = day.exec(text);
  if (!match || touched(text, at)) return null;
  const [y = 0, m = 0, d = 0] = [match[1] ?? match[5], match[3] ?? match[6], match[4] ?? match[7]].map(
    Number,
  );
  if (y < 1000 || m < 1 || m > 12 || d < 1 || d > 31) return null;
  return dayPoint(text, day.lastIndex, m, d, { year: y, said: true, floating: false });
}

/** 2008.08, 2008-08: a month in figures, where the year is a likely one. */
export function numericMonthAt(text: string, at: number, inRange = false): Point | null {
  const pattern = inRange ? looseMonth : month;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const y = Number(match?.[1]);
  if (!match || touched(text, at) || y < 1900 || y > 2100) return null;
  const m = Number(match[2]);
  return point(pattern.lastIndex, 'month', [monthSpan(y, m)], { year: y, said: true, floating: false }, m);
}
