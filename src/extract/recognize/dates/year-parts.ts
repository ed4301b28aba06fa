import { dayOf, mondayOf } from './calendar.js';
import { holidayAt } from './holidays.js';
import { afterMonth, dayOfMonthAt, monthAt } from './months.js';
import { type KnownYear, monthSpan, type Point, point, unresolved } from './point.js';
import { smallAt } from './small.js';

const count = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})';
const parts = new RegExp(
  [
    '(?<half>[上下前后]半年)',
    '(?:第?(?<quarter>[一二三四1-4])|(?<edgeQuarter>首|末)个?)季度(?<quarterPart>初|末|底)?',
    `(?<which>前|头|后|最后)(?<n>${count})(?<unit>个?季度|个?月(?!份)|周|个星期|天|日)`,
    '(?<edgeMonth>首|末)月',
    `第(?<week>${count})个?(?:周|星期)(?![的]?[一二三四五六日])`,
    '(?:年)?(?<edge>初(?![级中步次心期等试一二三四五六七八九十d])|底|末|终|中(?=[,，。;；、)）旬前后至到-]|$))',
    '(?<edgeWord>岁末|岁尾|年尾)',
    '(?<term>春季|秋季)学期',
    '(?<season>[春夏秋冬])(?:季(?!节)|天)',
  ].join('|'),
  'y',
);

const quarterSpan = (year: number, quarter: number): [number, number] => monthSpan(year, quarter * 3 - 2, 3);

function edgeOfYear(end: number, edge: string, known: KnownYear): Point {
  const { year } = known;
  if (edge === '初') return point(end, 'part', [monthSpan(year, 1), monthSpan(year, 1, 2)], known);
  if (edge === '中') return point(end, 'part', [monthSpan(year, 6), monthSpan(year, 6, 2)], known);
  return point(end, 'part', [monthSpan(year, 12), monthSpan(year, 11, 2)], known, 12);
}

/** 前三季度, 前五个月, 最后3周 of a year. */
function firstOrLast(
  end: number,
  groups: Record<string, string | undefined>,
  known: KnownYear,
): Point | null {
  const { year } = known;
  const n = smallAt(groups.n ?? '', 0)?.value ?? 1;
  const unit = groups.unit ?? '';
  const first = groups.which === '前' || groups.which === '头';
  const [from, to] = monthSpan(year, 1, 12);
  if (unit.endsWith('季度') || unit.endsWith('月')) {
    const months = n * (unit.endsWith('季度') ? 3 : 1);
    if (months > 12) return null;
    return point(
      end,
      'part',
      [first ? monthSpan(year, 1, months) : monthSpan(year, 13 - months, months)],
      known,
    );
  }
  const length = n * (unit === '天' || unit === '日' ? 1 : 7);
  return point(end, 'part', [first ? [from, from + length] : [to - length, to]], known);
}

/** A half, quarter, beginning, end or week of a year; null where none begins at `at`. */
export function yearPartAt(text: string, at: number, known: KnownYear): Point | null {
  parts.lastIndex = at;
  const groups = parts.exec(text)?.groups;
  if (!groups) return null;
  const end = parts.lastIndex;
  const { year } = known;
  if (groups.half) {
    const first = groups.half === '上半年' || groups.half === '前半年';
    return point(end, 'half', [monthSpan(year, first ? 1 : 7, 6)], known);
  }
  if (groups.quarter ?? groups.edgeQuarter) {
    const quarter = groups.quarter
      ? (smallAt(groups.quarter, 0)?.value ?? 1)
      : groups.edgeQuarter === '首'
        ? 1
        : 4;
    const edge = groups.quarterPart;
    if (!edge) return point(end, 'quarter', [quarterSpan(year, quarter)], known);
    return point(end, 'part', [monthSpan(year, edge === '初' ? quarter * 3 - 2 : quarter * 3)], known);
  }
  if (groups.which) return firstOrLast(end, groups, known);
  if (groups.edgeMonth) {
    const month = groups.edgeMonth === '首' ? 1 : 12;
    return point(end, 'month', [monthSpan(year, month)], known, month);
  }
  if (groups.week) {
    const monday = mondayOf(dayOf(year, 1, 4)) + 7 * ((smallAt(groups.week, 0)?.value ?? 1) - 1);
    return point(end, 'week', [[monday, monday + 7]], known);
  }
  if (groups.term) {
    const [month, months] = groups.term === '秋季' ? [9, 5] : [2, 6];
    return point(end, 'part', [monthSpan(year, month, months)], known);
  }
  if (groups.season) {
    const month = '春夏秋冬'.indexOf(groups.season) * 3 + 3;
    return point(end, 'part', [monthSpan(year, month, 3)], known);
  }
  return edgeOfYear(end, groups.edge ?? '底', known);
}

/** What follows a year that ends at `end`: month, day, part, holiday; the whole year where nothing does. */
export function afterYear(text: string, end: number, known: KnownYear): Point {
  const { year } = known;
  const of = text.charAt(end) === '的' ? end + 1 : end;
  const part = yearPartAt(text, of, known);
  if (part) return part;
  const month = monthAt(text, of);
  if (month) return afterMonth(text, month.end, month.month, known);
  // 二零一六年，九月三号
  if (/[,，]/.test(text.charAt(end))) {
    const later = monthAt(text, end + 1);
    const day = later && dayOfMonthAt(text, later.end);
    if (later && day) return afterMonth(text, later.end, later.month, known);
  }
  const holiday = holidayAt(text, of);
  if (holiday) {
    const day = holiday.on(year);
    return day === null ? unresolved(holiday.end, 'day') : point(holiday.end, 'day', [[day, day + 1]], known);
  }
  return point(end, 'year', [monthSpan(year, 1, 12)], known);
}
