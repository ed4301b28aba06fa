import { dayOf, partsOf } from './calendar.js';
import { type Base, monthSpan, type Point, point, unresolved, yearOf } from './point.js';
import { smallAt } from './small.js';

const plan =
  /[“"]?(?<ordinal>十[一二三四五六])五[”"]?(?:规划)?(?:(?<edge>期末|末年|末期|末|收官之年|初期|初|开局之年|中期)|期间|时期)?/y;
const count = /^[”"]?[个名项人家件种位年月日天所座条倍万亿]/;

/** 十四五, “十四五”期间, 十四五末: a five-year plan. 十四五个 is a count. */
function planAt(text: string, at: number): Point | null {
  plan.lastIndex = at;
  const match = plan.exec(text);
  if (!match?.groups?.ordinal) return null;
  const end = plan.lastIndex;
  if (/[一二三四五六七八九十百千万\d第]/.test(text.charAt(at - 1)) || count.test(text.slice(end, end + 2)))
    return null;
  const { edge } = match.groups;
  const number = smallAt(match.groups.ordinal, 0)?.value ?? 11;
  const last = 2010 + (number - 11) * 5;
  const known = { year: last, said: true, floating: false };
  const year = (y: number): [number, number] => monthSpan(y, 1, 12);
  if (!edge) return point(end, 'longer', [monthSpan(last - 4, 1, 60)], known);
  if (edge.startsWith('初') || edge === '开局之年') return point(end, 'year', [year(last - 4)], known);
  return point(end, 'year', [year(edge === '中期' ? last - 2 : last)], known);
}

const decade =
  /(?:(?<century>上|本|这|20|21|19|二十|二十一|十九)(?:个)?世纪)?(?<tens>(?:1[5-9]|20)\d0|[1-9]0|[一二三四五六七八九]十)年代(?:初期?|中期?|末期?|后期)?/y;
const century = /(?<century>上|本|这|1[5-9]|2[01]|十[五六七八九]|二十一?)个?世纪(?<edge>初期?|末期?)?/y;

const centuryStart = (word: string, base: Base): number => {
  const now = Math.floor((base.ref === null ? 2025 : partsOf(base.ref).year) / 100) * 100;
  if (word === '上') return now - 100;
  if (word === '本' || word === '这') return now;
  return ((smallAt(word, 0)?.value ?? 21) - 1) * 100;
};

/** 90年代, 上世纪九十年代, 21世纪. Without a century both that the words may mean are given. */
function decadeAt(text: string, at: number, base: Base): Point | null {
  if (/[\d一二三四五六七八九十]/.test(text.charAt(at - 1))) return null;
  decade.lastIndex = at;
  const groups = decade.exec(text)?.groups;
  const known = { year: 0, said: true, floating: false };
  if (groups?.tens) {
    if (groups.tens.length === 4)
      return point(decade.lastIndex, 'longer', [monthSpan(Number(groups.tens), 1, 120)], known);
    const tens = smallAt(groups.tens, 0)?.value ?? 0;
    const now = Math.floor((base.ref === null ? 2025 : partsOf(base.ref).year) / 100) * 100;
    const starts = groups.century ? [centuryStart(groups.century, base)] : [now - 100, now];
    const spans = starts.map((start) => monthSpan(start + tens, 1, 120));
    return point(decade.lastIndex, 'longer', spans, known);
  }
  century.lastIndex = at;
  const found = century.exec(text)?.groups;
  if (!found?.century) return null;
  const start = centuryStart(found.century, base);
  const [from, years] = found.edge ? [found.edge.startsWith('初') ? start : start + 90, 10] : [start, 100];
  return point(century.lastIndex, 'longer', [monthSpan(from, 1, years * 12)], known);
}

const schoolYear =
  /(?<first>(?:19|20)\d\d)年?(?:[-—–~/至])(?<second>(?:19|20)\d\d)年?学年度?|(?<one>(?:19|20)\d\d)学年度?/y;
const relativeSchoolYear = /(?<which>本|上|下)(?:一|个)?学年/y;

/** 2024—2025学年, 本学年: September to August. */
function schoolYearAt(text: string, at: number, base: Base): Point | null {
  schoolYear.lastIndex = at;
  const groups = schoolYear.exec(text)?.groups;
  if (groups) {
    const year = Number(groups.first ?? groups.one);
    if (groups.second && Number(groups.second) !== year + 1) return null;
    return point(schoolYear.lastIndex, 'year', [monthSpan(year, 9, 12)], {
      year,
      said: true,
      floating: false,
    });
  }
  relativeSchoolYear.lastIndex = at;
  const which = relativeSchoolYear.exec(text)?.groups?.which;
  if (!which) return null;
  const end = relativeSchoolYear.lastIndex;
  if (base.ref === null) return unresolved(end, 'year');
  const { year: y, month } = partsOf(base.ref);
  const year = (month >= 9 ? y : y - 1) + (which === '上' ? -1 : which === '下' ? 1 : 0);
  return point(end, 'year', [monthSpan(year, 9, 12)], { year, said: true, floating: false });
}

const pairOfYears = /(?<first>[去今明])(?<second>[今明后])(?:这)?(?:两|2|二)年/y;
const yearOffset: Readonly<Record<string, number>> = { 去: -1, 今: 0, 明: 1, 后: 2 };

/** 今明两年. */
function pairOfYearsAt(text: string, at: number, base: Base): Point | null {
  pairOfYears.lastIndex = at;
  const groups = pairOfYears.exec(text)?.groups;
  const first = yearOffset[groups?.first ?? ''];
  const second = yearOffset[groups?.second ?? ''];
  if (first === undefined || second !== first + 1) return null;
  const known = yearOf(base);
  if (known.floating) return unresolved(pairOfYears.lastIndex);
  const from = dayOf(known.year + first, 1, 1);
  return point(pairOfYears.lastIndex, 'longer', [[from, dayOf(known.year + second + 1, 1, 1)]], known);
}

/** Periods longer than a year or not of the calendar year. */
export function longerAt(text: string, at: number, base: Base): Point | null {
  return (
    planAt(text, at) ??
    schoolYearAt(text, at, base) ??
    decadeAt(text, at, base) ??
    pairOfYearsAt(text, at, base)
  );
}
