import type { Comparator } from '../../domain/item.js';
import type { Span } from '../../domain/source-text.js';
import { approximateInfix, type ComparatorWord, prefixComparators, suffixComparators } from './comparator.js';
import { figureAt } from './figure.js';
import { isChineseNumeralCharacter, numeralAt } from './numeral.js';
import { type UnitMatch, unitAt, unknownUnitAt } from './unit.js';

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

interface Parsed {
  end: number;
  value: number;
  valueMax: number | null;
  unit: string;
  unitKnown: boolean;
  chinese: boolean;
  approximate: Comparator | null;
  rules: string[];
}

const rangeMark = /^(?:-|—{1,2}|–|~|至|到)/;

const orders: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 };

/** Words that are values without a plain numeral: 三分之二, 百分之九十, 七成五, 翻一番, 一半, 近百, 数十. */
const wordValues: readonly {
  readonly rule: string;
  readonly regex: RegExp;
  readonly parse: (m: RegExpExecArray) => Partial<Parsed> | null;
}[] = [
  {
    rule: 'fraction',
    regex: /([一二两三四五六七八九十百千万\d]{1,4})分之([零〇一二两三四五六七八九十百点\d.]{1,6})/y,
    parse: (m) => {
      const below = orders[m[1] ?? ''] ?? numeralAt(m[1] ?? '', 0)?.value ?? 0;
      const [whole, point] = (m[2] ?? '').split('点');
      const above =
        (numeralAt(whole ?? '', 0)?.value ?? 0) +
        (point ? Number(`0.${numeralAt(point, 0)?.value ?? 0}`) : 0);
      return below > 0 ? { value: Math.round((above / below) * 10_000) / 100, unit: '%' } : null;
    },
  },
  {
    rule: 'tenths',
    regex: /([一二两三四五六七八九1-9])成([一二三四五六七八九半])?(?=以上|以下|左右|的|，|。|；|、|）|多|$)/y,
    parse: (m) => ({
      value:
        (numeralAt(m[1] ?? '', 0)?.value ?? 0) * 10 +
        (m[2] === '半' ? 5 : m[2] ? (numeralAt(m[2], 0)?.value ?? 0) : 0),
      unit: '%',
    }),
  },
  {
    rule: 'doubling',
    regex: /翻了?(?:([一两二三四])番|倍)/y,
    parse: (m) => ({ value: m[1] ? 2 ** (numeralAt(m[1], 0)?.value ?? 1) : 2, unit: '倍' }),
  },
  {
    rule: 'half',
    regex: /(?:一半|半数)(?=以上|以下|左右|的|，|。|；|、|）|$)/y,
    parse: () => ({ value: 50, unit: '%' }),
  },
];

const vague = /(近|上|数|几|(?<![完建达形变])成)([十百千])(余)?([万亿])?/y;

function vagueNumber(text: string, at: number): Parsed | null {
  vague.lastIndex = at;
  const match = vague.exec(text);
  if (!match) return null;
  const size = match[2] === '十' ? 10 : match[2] === '百' ? 100 : 1000;
  const numberEnd = at + match[0].length - (match[4]?.length ?? 0);
  const unit = unitAt(text, numberEnd);
  if (!unit) return null;
  const approximate: Comparator = match[1] === '近' ? '~' : '>=';
  return {
    end: unit.end,
    value: size,
    valueMax: null,
    unit: unit.unit,
    unitKnown: true,
    chinese: true,
    approximate,
    rules: ['vague-number'],
  };
}

function plainNumber(text: string, at: number): Parsed | null {
  const first = figureAt(text, at);
  if (!first) return null;
  const withScale = (found: UnitMatch | null): UnitMatch | null =>
    found && first.scale ? { ...found, unit: first.scale + found.unit } : found;
  const rules: string[] = [first.chinese ? 'chinese-numeral' : 'arabic-numeral'];
  let end = first.end;
  let approximate: Comparator | null = null;
  const infix = approximateInfix.exec(text.slice(end, end + 1));
  if (infix && (unitAt(text, end + 1) || /^[万亿]/.test(text.charAt(end + 1)))) {
    approximate = '~';
    end++;
    rules.push('approximate-infix');
  }
  // 80%~90%, 4-5人, 三至五年: a second number right after the mark.
  const bare: UnitMatch | null = first.scale ? { end, unit: first.scale, known: true } : null;
  const firstUnit = withScale(unitAt(text, end)) ?? bare;
  for (const from of firstUnit ? [end, firstUnit.end] : [end]) {
    const mark = rangeMark.exec(text.slice(from, from + 2))?.[0];
    if (!mark) continue;
    const second = numeralAt(text, from + mark.length);
    if (!second || second.chinese !== first.chinese) continue;
    const unit = unitAt(text, second.end) ?? unknownUnitAt(text, second.end);
    if (!unit || second.value <= first.value) continue;
    return {
      end: unit.end,
      value: first.value,
      valueMax: second.value,
      unit: unit.unit,
      unitKnown: unit.known,
      chinese: first.chinese,
      approximate: null,
      rules: [...rules, 'range'],
    };
  }
  let unit = firstUnit ?? (first.chinese ? null : unknownUnitAt(text, end));
  if (!unit) return null;
  if (first.valueMax !== null)
    return {
      end: unit.end,
      value: first.value,
      valueMax: first.valueMax,
      unit: unit.unit,
      unitKnown: unit.known,
      chinese: true,
      approximate: null,
      rules: [...rules, 'range'],
    };
  // 2.3万余户, 1万多人: the approximation after the scale.
  const late =
    /^[万亿](?=余|多)/.test(unit.unit) || /^[万亿]$/.test(unit.unit)
      ? approximateInfix.exec(text.slice(unit.end, unit.end + 1))
      : null;
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
    value: first.value,
    valueMax: null,
    unit: unit.unit,
    unitKnown: unit.known,
    chinese: first.chinese,
    approximate,
    rules,
  };
}

function wordNumber(text: string, at: number): Parsed | null {
  for (const { rule, regex, parse } of wordValues) {
    regex.lastIndex = at;
    const match = regex.exec(text);
    if (!match) continue;
    const parsed = parse(match);
    if (!parsed || parsed.value === undefined || parsed.unit === undefined) continue;
    return {
      end: at + match[0].length,
      value: parsed.value,
      valueMax: null,
      unit: parsed.unit,
      unitKnown: true,
      chinese: true,
      approximate: null,
      rules: [rule],
    };
  }
  return null;
}

const couldBegin = (c: string): boolean =>
  (c >= '0' && c <= '9') ||
  isChineseNumeralCharacter(c) ||
  c === '近' ||
  c === '上' ||
  c === '数' ||
  c === '几' ||
  c === '成' ||
  c === '翻' ||
  c === '百' ||
  c === '千' ||
  c === '万' ||
  c === '半';

function prefixBefore(text: string, at: number, from: number): ComparatorWord | null {
  const found = prefixComparators.find(
    ({ word }) => at - word.length >= from && text.startsWith(word, at - word.length),
  );
  // 签约152人, 附近3家, 赶超: the last character of another word.
  if (found?.word.length === 1 && /[签节合预违契公条邀大附最邻接临远赶高]/.test(text.charAt(at - 2)))
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
    const c = text.charAt(at);
    if (!couldBegin(c)) {
      at++;
      continue;
    }
    const parsed = wordNumber(text, at) ?? vagueNumber(text, at) ?? plainNumber(text, at);
    if (!parsed || parsed.end > to) {
      at = parsed ? at + 1 : (numeralAt(text, at)?.end ?? at + 1);
      continue;
    }
    const prefix = prefixBefore(text, at, from);
    const suffix =
      suffixComparators.find(
        ({ word }) => text.startsWith(word, parsed.end) && parsed.end + word.length <= to,
      ) ?? null;
    // 2025年内 is a date; 30日内 a limit; 圈内 no comparator.
    const comparatorWord = suffix ?? prefix;
    const range = parsed.valueMax !== null;
    found.push({
      start: prefix ? at - prefix.word.length : at,
      end: suffix ? parsed.end + suffix.word.length : parsed.end,
      numberStart: at,
      numberEnd: figureAt(text, at)?.end ?? numeralAt(text, at)?.end ?? parsed.end,
      value: parsed.value,
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
    at = Math.max(at + 1, suffix ? parsed.end + suffix.word.length : parsed.end);
  }
  return found;
}

/** Whether the character before a number binds it to a word: IPv6, CD4, 第5. */
export function boundToWordBefore(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return /[A-Za-z第#.．_·]/.test(before) || isDigit(text, at - 1);
}
