import { dayOf, daysInMonth, isDay, weekdayOf } from './calendar.js';
import { type KnownYear, monthSpan, type Point, point, unresolved } from './point.js';
import { smallAt } from './small.js';
import { timeAt } from './time.js';

/** 月 of a month of the year, and no count (个月) or word (月度, 月均). */
export function monthAt(text: string, at: number): { end: number; month: number } | null {
  const small = smallAt(text, at);
  if (!small || small.value < 1 || small.value > 12 || text.charAt(small.end) !== '月') return null;
  if (text.charAt(at) === '两') return null;
  const end = small.end + 1;
  if (/[度均薪供租台刊报球亮饼季嫂票]/.test(text.charAt(end))) return null;
  return { end: text.charAt(end) === '份' ? end + 1 : end, month: small.value };
}

const afterNumberOfDay = /[楼线院令文机井门车厂馆桌路厅店床公议提建案项工台地住课站会选种客队员坝桥洞栋幢码]/;
const afterDay = /[均常照游化用程托间]/;

/** 15日, 十五号. One that stands alone is no count (日均), house (3号楼) or document (5号文). */
export function dayOfMonthAt(text: string, at: number, alone = false): { end: number; day: number } | null {
  const small = smallAt(text, at);
  if (!small || small.value < 1 || small.value > 31 || text.charAt(at) === '两') return null;
  const unit = text.charAt(small.end);
  const next = text.charAt(small.end + 1);
  if (unit !== '日' && unit !== '号') return null;
  if (alone && (unit === '日' ? afterDay : afterNumberOfDay).test(next)) return null;
  return { end: small.end + 1, day: small.value };
}

/** A day of a month with the time of day that may follow it. */
export function dayPoint(text: string, end: number, month: number, day: number, known: KnownYear): Point {
  const time = timeAt(text, end);
  const stop = time?.end ?? end;
  const dayPart = time?.part ?? false;
  if (!isDay(known.year, month, day)) {
    const years = known.said
      ? []
      : [known.year - 1, known.year + 1, known.year - 2, known.year + 2, known.year - 3, known.year + 3];
    // 2月29日 without a year: the leap years next to it.
    const leap = years.filter((year) => isDay(year, month, day)).map((year) => dayOf(year, month, day));
    if (leap.length === 0) return { ...unresolved(stop, 'day'), dayPart };
    return {
      ...point(
        stop,
        'day',
        leap.map((from) => [from, from + 1] as const),
        known,
        month,
      ),
      dayPart,
    };
  }
  const from = dayOf(known.year, month, day);
  return { ...point(stop, 'day', [[from, from + 1]], known, month), dayPart };
}

const parts =
  /(?:的)?(?:(?<ten>上旬|中旬|下旬|中上旬|上中旬|中下旬)|(?<half>[上下]半月)|(?:月)?(?<edge>初(?![级中步次心期等试一二三四五六七八九十\d])|中(?=[,，。;；、旬前后至到-]|$)|底|末)|(?<week>第[一二三四五1-5]|最后一)个?(?:周|星期)(?<day>[一二三四五六日天](?![到至月年]))?|(?<which>前|头|后|最后)(?<n>\d{1,2}|[一二两三四五六七八九十]{1,3})(?<unit>天|日|周|个星期))/y;

const bareEnds = /^(?:[,，](?!\d)|[。;；、)）\n]|$)/;

const days = (year: number, month: number, from: number, to: number): readonly [number, number] => [
  dayOf(year, month, from),
  dayOf(year, month, to) + 1,
];

const weekdays = '一二三四五六日';

/** 第二周, 第一个星期一, 最后一个星期: the weeks of a month begin with its first Monday. */
function weekOfMonth(
  end: number,
  which: string,
  weekday: string | undefined,
  month: number,
  known: KnownYear,
): Point {
  const { year } = known;
  const offset = weekday === undefined ? 0 : weekdays.indexOf(weekday === '天' ? '日' : weekday);
  const nth = which.startsWith('最后') ? null : (smallAt(which, 1)?.value ?? 1);
  // The last day of that name in the month, or the first one and whole weeks on.
  const seventh = dayOf(year, month, nth === null ? daysInMonth(year, month) : 7);
  const from = seventh - ((weekdayOf(seventh) - offset + 7) % 7) + 7 * ((nth ?? 1) - 1);
  if (weekday !== undefined) return point(end, 'day', [[from, from + 1]], known, month);
  return point(end, 'week', [[from, from + 7]], known, month);
}

/** What narrows a month: a day, ten days, a half, its beginning or end, a week; the month itself where nothing does. */
export function afterMonth(text: string, end: number, month: number, known: KnownYear): Point {
  const { year } = known;
  const of = text.charAt(end) === '的' ? end + 1 : end;
  const day = dayOfMonthAt(text, of);
  if (day) return dayPoint(text, day.end, month, day.day, known);
  // 1月3, 八月十五: the day's own word is missing.
  const bare = smallAt(text, end);
  if (bare && bare.value <= 31 && bareEnds.test(text.slice(bare.end, bare.end + 2)))
    return dayPoint(text, bare.end, month, bare.value, known);
  parts.lastIndex = end;
  const groups = parts.exec(text)?.groups;
  if (!groups) return point(end, 'month', [monthSpan(year, month)], known, month);
  const stop = parts.lastIndex;
  const last = daysInMonth(year, month);
  const part = (...periods: (readonly [number, number])[]): Point =>
    point(stop, 'part', periods, known, month);
  const { ten, half, edge, week, which, n, unit } = groups;
  if (ten) {
    const from = { 上旬: 1, 中上旬: 1, 上中旬: 1, 中旬: 11, 中下旬: 11, 下旬: 21 }[ten] ?? 1;
    const to = { 上旬: 10, 中旬: 20, 中上旬: 20, 上中旬: 20 }[ten] ?? last;
    return part(days(year, month, from, to));
  }
  if (half) return part(half === '上半月' ? days(year, month, 1, 15) : days(year, month, 16, last));
  // How long the beginning or end of a month is the words do not say: ten days, or five and from the 25th on.
  if (edge === '初') return part(days(year, month, 1, 10), days(year, month, 1, 5));
  if (edge === '中') return part(days(year, month, 11, 20));
  if (edge) return part(days(year, month, 21, last), days(year, month, 25, last));
  if (week) return weekOfMonth(stop, week, groups.day, month, known);
  const count = (smallAt(n ?? '', 0)?.value ?? 1) * (unit === '天' || unit === '日' ? 1 : 7);
  const [from, to] = monthSpan(year, month);
  return part(which === '前' || which === '头' ? [from, from + count] : [to - count, to]);
}
