import type { Comparator } from '../../domain/item.js';
import type { Span } from '../../domain/source-text.js';
import { type ComparatorWord, prefixComparators, suffixComparators } from './comparator.js';
import { figureAt } from './figure.js';
import { numeralAt } from './numeral.js';
import { type UnitMatch, unitAt, unknownUnitAt } from './unit.js';
import { type ParsedValue, vagueNumber, wordNumber } from './word-values.js';

/** A measured value in clean text: comparator, number, unit, all adjacent. */
export interface QuantityMention extends Span {
  /** Where the digits begin; `start` may be earlier, at the comparator. */
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly unitKnown: boolean;
  readonly chinese: boolean;
  /** Adjacent comparator words, or null. */
  readonly comparator: { readonly goal: Comparator; readonly fact: Comparator } | null;
  readonly rules: readonly string[];
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

const sharedPoints = /^[和、与]\d[\d.]*个百分点/;
/** What stands between the two numbers of a range, by its length: -, –, ~, 至, 到, — or ——. */
function rangeMarkLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x2014) return text.charCodeAt(at + 1) === 0x2014 ? 2 : 1;
  return code === 0x2d || code === 0x2013 || code === 0x7e || code === 0x81f3 || code === 0x5230 ? 1 : 0;
}
/** 余, 多, 来 */
const isInfix = (code: number): boolean => code === 0x4f59 || code === 0x591a || code === 0x6765;

function plainNumber(text: string, at: number): ParsedValue | null {
  const first = figureAt(text, at);
  if (!first) return null;
  const withScale = (found: UnitMatch | null): UnitMatch | null =>
    found && first.scale ? { ...found, unit: first.scale + found.unit } : found;
  const numberEnd = first.end;
  const rules: string[] = [first.chinese ? 'chinese-numeral' : 'arabic-numeral'];
  let end = first.end;
  let approximate: Comparator | null = null;
  if (isInfix(text.charCodeAt(end)) && (unitAt(text, end + 1) || /^[万亿]/.test(text.charAt(end + 1)))) {
    approximate = '~';
    end++;
    rules.push('approximate-infix');
  }
  // 80%~90%, 4-5人, 三至五年: a second number right after the mark.
  const bare: UnitMatch | null = first.scale ? { end, unit: first.scale, known: true } : null;
  const firstUnit = withScale(unitAt(text, end)) ?? bare;
  // 提高14.1个和16.5个百分点: the unit stands whole on the last alone.
  const afterNumber = firstUnit?.unit === '个' ? firstUnit.end : firstUnit ? null : end;
  const points = afterNumber === null ? null : sharedPoints.exec(text.slice(afterNumber, afterNumber + 12));
  if (points && afterNumber !== null)
    return {
      end: afterNumber,
      numberEnd,
      value: first.value,
      valueMax: null,
      unit: '个百分点',
      unitKnown: true,
      chinese: first.chinese,
      approximate,
      rules: [...rules, 'shared-unit'],
    };
  for (const from of firstUnit ? [end, firstUnit.end] : [end]) {
    const mark = rangeMarkLength(text, from);
    if (mark === 0) continue;
    const second = numeralAt(text, from + mark);
    if (!second || second.chinese !== first.chinese) continue;
    const unit = unitAt(text, second.end) ?? unknownUnitAt(text, second.end);
    if (!unit || second.value <= first.value) continue;
    return {
      end: unit.end,
      numberEnd,
      value: first.value,
      valueMax: second.value,
      unit: unit.unit,
      unitKnown: unit.known,
      chinese: first.chinese,
      approximate: null,
      rules: [...rules, 'range'],
    };
  }
  let unit = firstUnit ?? (first.chinese ? null : (unknownUnitAt(text, end) ?? indexAt(text, at, end)));
  if (!unit) return null;
  if (first.valueMax !== null)
    return {
      end: unit.end,
      numberEnd,
      value: first.value,
      valueMax: first.valueMax,
      unit: unit.unit,
      unitKnown: unit.known,
      chinese: true,
      approximate: null,
      rules: [...rules, 'range'],
    };
  // 2.3万余户, 1万多人: the approximation after the scale.
  const late = isInfix(text.charCodeAt(unit.end)) && /^[万亿](?:$|(?=余|多))/.test(unit.unit);
  if (late) {
    const rest = unitAt(text, unit.end + 1);
    approximate = '~';
    rules.push('approximate-infix');
    unit = rest
      ? { end: rest.end, unit: unit.unit + rest.unit, known: true }
      : { ...unit, end: unit.end + 1 };
  }
  return {
    end: unit.end,
    numberEnd,
    value: first.value,
    valueMax: null,
    unit: unit.unit,
    unitKnown: unit.known,
    chinese: first.chinese,
    approximate,
    rules,
  };
}

const indexBefore =
  /(?:指数|系数|得分|评分|容积率|(?:死亡|受伤|伤亡|事故)人数|(?:死亡|发生|发案|逾期|失业|不良|超标)率|师生比|生师比|医护比|床护比)(?:[\u4e00-\u9fff]{0,4}?)(?:达到?|为|[高升增降缩]到|[高升增降缩]至|[在于过]|[>≥<≤])?$/;

/** 发展指数达到85, 利用系数提高到0.67: indices and coefficients bear no unit. */
function indexAt(text: string, at: number, end: number): UnitMatch | null {
  return /^(?:及?以[上下内]|左右)?(?:[，。；、）\n]|$)/.test(text.slice(end, end + 4)) &&
    indexBefore.test(text.slice(Math.max(0, at - 16), at))
    ? { end, unit: '', known: true }
    : null;
}

/** What a value may begin with, by code. */
const couldBegin = new Uint8Array(65_536);
for (const c of '0123456789零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟近上数几成翻半')
  couldBegin[c.charCodeAt(0)] = 1;

/** Words by the code of the character that `at` picks of them, in their order. */
function byCode(
  words: readonly ComparatorWord[],
  at: number,
): ReadonlyMap<number, readonly ComparatorWord[]> {
  const codes = new Map<number, ComparatorWord[]>();
  for (const entry of words) {
    const code = entry.word.charCodeAt(at < 0 ? entry.word.length - 1 : at);
    codes.set(code, [...(codes.get(code) ?? []), entry]);
  }
  return codes;
}
const prefixesByLast = byCode(prefixComparators, -1);
const suffixesByFirst = byCode(suffixComparators, 0);

function prefixBefore(text: string, at: number, from: number): ComparatorWord | null {
  const found = prefixesByLast
    .get(text.charCodeAt(at - 1))
    ?.find(({ word }) => at - word.length >= from && text.startsWith(word, at - word.length));
  // 签约152人, 附近3家, 赶超: the last character of another word.
  if (
    found?.word.length === 1 &&
    (/[签节合预违契公条邀大附最邻接临远赶履制集]/.test(text.charAt(at - 2)) ||
      (found.word === '超' && text.charAt(at - 2) === '高'))
  )
    return null;
  return found ?? null;
}

/** 200个（标准桩）以上: where the comparator stands behind a remark on the unit; where the unit ends otherwise. */
function remarked(text: string, at: number, to: number): number {
  if (text.charCodeAt(at) !== 0xff08) return at;
  const remark = /^（[\u4e00-\u9fff]{1,6}）(?=以[上下内]|左右)/u.exec(text.slice(at, Math.min(to, at + 12)));
  return at + (remark?.[0].length ?? 0);
}

function suffixAfter(text: string, at: number, to: number): ComparatorWord | null {
  const found = suffixesByFirst
    .get(text.charCodeAt(at))
    ?.find(({ word }) => text.startsWith(word, at) && at + word.length <= to);
  // 60条内街小巷, 12个内设机构, 3台内镜: the first character of another word; within is said of time, ways and shares.
  if (
    found?.word === '内' &&
    !/[天日周月年时分秒里米度%％公季]/u.test(text.charAt(at - 1)) &&
    !/^(?:[，。；、）的]|$)/u.test(text.charAt(at + 1))
  )
    return null;
  return found ?? null;
}

/**
 * The quantities of a stretch of clean text, left to right. Numbers inside `skip` spans (dates) are left out.
 * @param from,to offsets between which to look
 */
export function findQuantities(
  text: string,
  from: number,
  to: number,
  skip: readonly Span[],
): QuantityMention[] {
  const found: QuantityMention[] = [];
  let skipIndex = 0;
  let at = from;
  while (at < to) {
    while (skipIndex < skip.length && (skip[skipIndex]?.end ?? 0) <= at) skipIndex++;
    const skipped = skip[skipIndex];
    if (skipped && skipped.start <= at) {
      at = skipped.end;
      continue;
    }
    if (!couldBegin[text.charCodeAt(at)]) {
      at++;
      continue;
    }
    const parsed = wordNumber(text, at) ?? vagueNumber(text, at) ?? plainNumber(text, at);
    // 1.2022年: the figure would run into a date.
    const ahead = skip[skipIndex];
    if (
      parsed &&
      ahead &&
      ahead.start < parsed.end &&
      ahead.start > at &&
      text.charAt(ahead.start - 1) === '.'
    ) {
      at = ahead.end;
      continue;
    }
    if (!parsed || parsed.end > to) {
      at = parsed ? at + 1 : (numeralAt(text, at)?.end ?? at + 1);
      continue;
    }
    // 增长-6.9%: a sign after words of change, no hyphen.
    const negative =
      text.charAt(at - 1) === '-' &&
      /(?:增长|增速|增幅|涨幅|同比|为|是)-$/.test(text.slice(Math.max(from, at - 3), at));
    const numberStart = negative ? at - 1 : at;
    const prefix = prefixBefore(text, numberStart, from);
    const after = remarked(text, parsed.end, to);
    const suffix = suffixAfter(text, after, to);
    // 2025年内 is a date; 30日内 a limit; 圈内 no comparator.
    const comparatorWord = suffix ?? prefix;
    const range = parsed.valueMax !== null;
    found.push({
      start: prefix ? numberStart - prefix.word.length : numberStart,
      end: suffix ? after + suffix.word.length : parsed.end,
      numberStart,
      numberEnd: parsed.numberEnd ?? figureAt(text, at)?.end ?? numeralAt(text, at)?.end ?? parsed.end,
      value: negative ? -parsed.value : parsed.value,
      valueMax: parsed.valueMax,
      unit: parsed.unit,
      unitKnown: parsed.unitKnown,
      chinese: parsed.chinese,
      comparator: range
        ? { goal: 'range', fact: 'range' }
        : comparatorWord && !(comparatorWord.goal === '~' && parsed.approximate === '>=')
          ? { goal: comparatorWord.goal, fact: comparatorWord.fact }
          : parsed.approximate
            ? { goal: parsed.approximate, fact: parsed.approximate }
            : null,
      rules: [
        ...parsed.rules,
        ...(prefix ? [`comparator-before:${prefix.word}`] : []),
        ...(suffix ? [`comparator-after:${suffix.word}`] : []),
      ],
    });
    at = Math.max(at + 1, suffix ? after + suffix.word.length : parsed.end);
  }
  return found;
}

/** Whether the character before a number binds it to a word: IPv6, CD4, 第5. */
export function boundToWordBefore(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return /[A-Za-z第#.．_·]/.test(before) || isDigit(text, at - 1);
}
