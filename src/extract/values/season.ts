import type { Span } from '../../domain/source-text.js';
import { type Feast, feastIn } from '../recognize/dates/lunar.js';
import { type DateMention, type DateReference, endOf, relativeOffset } from './date-mention.js';

/** 下月底前, counted from the signature's month; no day without one. */
export function nextMonth(
  groups: Record<string, string | undefined>,
  span: Span,
  reference: DateReference,
): DateMention | null {
  if (!groups.part && !/前|内/.test(groups.month ?? '')) return null;
  const base = {
    ...span,
    role: 'by' as const,
    inferred: ['year', 'month'] as const,
    rule: 'next-month',
    asOf: false,
  };
  if (reference.day === null) return { ...base, date: null, year: reference.year };
  const [y = 0, m = 0] = reference.day.split('-').map(Number);
  const months = y * 12 + (m - 1) + (groups.month === '本月' ? 0 : 1);
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const day = groups.part === '初' || groups.part === '上旬' ? 10 : groups.part === '中旬' ? 20 : undefined;
  return { ...base, date: endOf(year, month, day), year };
}

/** Last day that counts before what offices date by: holidays, school terms, the flood and heating seasons. */
const seasonEnds: readonly (readonly [RegExp, number, number])[] = [
  [/国庆/, 9, 30],
  [/五一|劳动节/, 4, 30],
  [/元旦/, 12, 31],
  [/汛/, 5, 31],
  // 雨季来临之前: by when is said, but no office's calendar gives the day.
  [/雨季/, 0, 0],
  [/秋收/, 9, 30],
  [/秋季/, 8, 31],
  [/春季/, 2, 28],
  [/暑/, 8, 31],
  [/寒假/, 2, 28],
  [/供暖|采暖/, 11, 14],
];

const holidays: readonly (readonly [RegExp, number])[] = [
  [/国庆/, 10],
  [/五一|劳动节/, 5],
  [/元旦/, 1],
];
const feastNames: readonly Feast[] = ['春节', '清明', '端午', '中秋', '重阳'];

/** 春节前, 中秋节前: the next one after the signature, or that of the year named; its eve counts, of 重阳节前后 the day itself. */
function byFeast(
  feast: Feast,
  groups: Record<string, string | undefined>,
  span: Span,
  reference: DateReference,
): DateMention {
  const base = { ...span, role: 'by' as const, rule: 'season', asOf: false };
  const around = groups.tail === '前后';
  const dayOf = (year: number): string | null => {
    const found = feastIn(feast, year);
    if (!found) return null;
    return new Date(Date.UTC(year, found.month - 1, found.day - (around ? 0 : 1))).toISOString().slice(0, 10);
  };
  if (groups.year)
    return { ...base, date: dayOf(Number(groups.year)), year: Number(groups.year), inferred: [] };
  if (reference.year === null) return { ...base, date: null, year: null, inferred: ['year'] };
  const first = reference.year + (groups.rel ? (relativeOffset[groups.rel] ?? 0) : 0);
  const day = dayOf(first);
  const over = !groups.rel && !around && reference.day !== null && day !== null && day < reference.day;
  const year = over ? first + 1 : first;
  return { ...base, date: dayOf(year), year, inferred: ['year'] };
}

/** 国庆前, 秋季开学前, 暑期: a day by the calendar of offices; null for a season that ends nothing. */
export function season(
  groups: Record<string, string | undefined>,
  span: Span,
  reference: DateReference,
): DateMention | null {
  const name = groups.season ?? '';
  const inferred = groups.year ? [] : (['year'] as const);
  const year = groups.year
    ? Number(groups.year)
    : reference.year === null
      ? null
      : reference.year + (groups.rel ? (relativeOffset[groups.rel] ?? 0) : 0);
  // 秋季投入使用: by when is said, no day; 2026年秋季投入使用: within the year at least.
  if (/^[夏秋冬]季$/u.test(name) || (name === '春季' && groups.opens !== undefined)) {
    const ofYear = groups.year !== undefined || groups.rel !== undefined;
    return {
      ...span,
      role: 'by',
      date: ofYear && year !== null ? endOf(year) : null,
      year,
      inferred: ofYear ? inferred : ['month', 'day'],
      rule: 'season',
      asOf: false,
    };
  }
  // 2025年春季, 今冬明春: till spring is over.
  if (name === '春季' || name === '今春' || name === '今冬明春') {
    const of = year === null ? null : year + (name === '今冬明春' ? 1 : 0);
    return {
      ...span,
      role: 'by',
      date: of === null ? null : endOf(of, 5),
      year: of,
      inferred,
      rule: 'season',
      asOf: false,
    };
  }
  const before = /前/.test(groups.tail ?? '');
  // A season that is not over, or that something begins in, is no deadline; 暑期 and a term's opening are.
  // “五一”正式开放: on the day.
  const holiday = before || groups.tail ? undefined : holidays.find(([words]) => words.test(name));
  if (holiday && groups.onDay !== undefined)
    return {
      ...span,
      role: 'by',
      date: year === null ? null : endOf(year, holiday[1], 1),
      year,
      inferred,
      rule: 'season',
      asOf: false,
    };
  if (!before && !(/暑/.test(name) || (/开学|学期/.test(name) && (groups.year || groups.rel)))) return null;
  if (groups.tail === '后') return null;
  const feast = feastNames.find((each) => name.startsWith(each));
  if (feast) return byFeast(feast, groups, span, reference);
  const end = seasonEnds.find(([words]) => words.test(name));
  if (!end) return null;
  return {
    ...span,
    role: 'by',
    date: year === null || end[1] === 0 ? null : endOf(year, end[1], end[2]),
    year,
    inferred,
    rule: 'season',
    asOf: false,
  };
}
