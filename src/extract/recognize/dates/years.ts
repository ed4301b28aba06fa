import { numeralAt } from '../numbers/numeral.js';
import { partsOf } from './calendar.js';
import type { Base } from './point.js';

export interface YearWords {
  readonly end: number;
  /** Null for a relative year without a reference. */
  readonly year: number | null;
  /** 24年: two Arabic digits, which may be a length. */
  readonly twoDigits: boolean;
}

const absolute =
  /(?:公元)?(?:(?<four>\d{4})|(?<two>\d{2})|(?<spelled>[一二][〇零一二三四五六七八九]{3})|(?<thousands>[一二两]千零?(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]))|(?<short>[〇零一二三四五六七八九]{2}))年(?![级均限龄代])(?:度(?!假)|份)?/y;
const spelledDigits = '零一二三四五六七八九';
const read = (text: string): number =>
  Number([...text.replaceAll('〇', '零')].map((c) => spelledDigits.indexOf(c)).join(''));

/** Words for a year counted from the reference; longer before shorter. */
const relative =
  /(?:大前年|大后年|前年|去年|上年度?|上一年度?|今年|本年度?|当年|这一年|这年|年内|全年|本年内|明年|来年|翌年|次年|下年度?|下一年度?|后年)/y;
const offsets: Readonly<Record<string, number>> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年: -1,
  上年度: -1,
  上一年: -1,
  上一年度: -1,
  明年: 1,
  来年: 1,
  翌年: 1,
  次年: 1,
  下年: 1,
  下年度: 1,
  下一年: 1,
  下一年度: 1,
  后年: 2,
  大后年: 3,
};
/** 三年内, 以上年轻人, 今后年均, 每次年检: the first character belongs to what stands before. */
const tailOfWord: Readonly<Record<string, RegExp>> = {
  年: /[\d一二三四五六七八九十百几多每半两整]$/,
  上: /[以之]$/,
  下: /[以之]$/,
  前: /[之以\d年月日天大目]$/,
  后: /[之以今\d年月日天大此其]$/,
  次: /[\d一二三四五六七八九十每]$/,
  全: /[安健周完]$/,
  当: /[相适应]$/,
  来: /[以起]$/,
  本: /[\d一二三四五六七八九十基根]$/,
};

/** Two digits stand for the year nearest before ten years after the reference. */
export function fullYear(twoDigits: number, base: Base): number {
  if (base.year !== null) {
    const near = base.year - (base.year % 100) + twoDigits;
    return near < base.year ? near + 100 : near;
  }
  const now = base.ref === null ? 2025 : partsOf(base.ref).year;
  const year = now - (now % 100) + twoDigits;
  return year > now + 10 ? year - 100 : year;
}

const isPair = (word: string): boolean => {
  const value = read(word);
  return (Math.floor(value / 10) + 1 === value % 10 && value >= 12) || value === 35;
};

/** A year in figures or words that begins at `at`, 年 or 年度 included. */
export function yearAt(text: string, at: number, base: Base): YearWords | null {
  absolute.lastIndex = at;
  const groups = absolute.exec(text)?.groups;
  if (groups) {
    const end = absolute.lastIndex;
    const { four, two, spelled, thousands, short } = groups;
    if (four) return Number(four) < 1000 ? null : { end, year: Number(four), twoDigits: false };
    if (two) return { end, year: fullYear(Number(two), base), twoDigits: !two.startsWith('0') };
    if (spelled) return { end, year: read(spelled), twoDigits: false };
    if (thousands) return { end, year: numeralAt(thousands, 0)?.value ?? null, twoDigits: false };
    // 五六年 is five or six years; 八五年 is 1985.
    if (short && (!isPair(short) || /^[\d一二三四五六七八九十]{1,2}月/.test(text.slice(end, end + 3))))
      return { end, year: fullYear(read(short), base), twoDigits: false };
    return null;
  }
  relative.lastIndex = at;
  const word = relative.exec(text)?.[0];
  if (!word || tailOfWord[word.charAt(0)]?.test(text.charAt(at - 1))) return null;
  const end = relative.lastIndex;
  if (
    /[级均轻龄]/.test(text.charAt(end)) ||
    (word.endsWith('年') && /^[度]假/.test(text.slice(end, end + 2)))
  )
    return null;
  const year = base.ref === null ? base.year : partsOf(base.ref).year;
  return { end, year: year === null ? null : year + (offsets[word] ?? 0), twoDigits: false };
}

const bare = /(?:19\d\d|20\d\d|2100)(?![\dA-Za-z.,:%/])/y;

/** A year without 年: 2016到2018, 〔2024〕. What stands before it is the caller's to look at. */
export function bareYearAt(text: string, at: number): YearWords | null {
  bare.lastIndex = at;
  return bare.test(text) ? { end: at + 4, year: Number(text.slice(at, at + 4)), twoDigits: false } : null;
}
