import { halfReading, type NumberReading, numberAt } from '../numbers/number.js';
import { numeralAt } from '../numbers/numeral.js';
import { vagueAt } from '../numbers/vague.js';
import { currencyPrefixes } from '../units/currencies.js';
import { dimensionUnits } from '../units/dimensions.js';
import type { Found } from './found.js';
import { unitAfter } from './units-after.js';
import { between, type Measured, single } from './value.js';

/** 第九十一, 第3万: an ordinal; the offset after it, or -1. */
export function ordinalAt(text: string, at: number, found: Found): number {
  if (text.charAt(at) !== '第') return -1;
  const numeral = numeralAt(text, at + 1);
  if (!numeral || !Number.isFinite(numeral.value)) return -1;
  found.spans.push({ kind: 'ordinal', start: at, end: numeral.end, value: numeral.value });
  return numeral.end;
}

/** ¥300, 人民币负壹元整, 新台币177.1亿元: an amount behind its currency; the offset after it, or -1. */
export function moneyBehindCurrencyAt(text: string, at: number, found: Found): number {
  for (const [word, code] of currencyPrefixes) {
    if (!text.startsWith(word, at)) continue;
    const number = numberAt(text, at + word.length);
    if (!number) return -1;
    const unit = unitAfter(text, number);
    const isMoney = unit?.measured.meaning.sort === 'currency';
    const end = isMoney ? unit.end : number.end;
    const measured: Measured = { word: '', meaning: { sort: 'currency', code }, per: null };
    found.add(at, end, single(measured, isMoney ? unit.number : number.value));
    found.number(number.start, number.end, number.value);
    return end;
  }
  return -1;
}

const temperature = /(摄氏|华氏)(?:温度|气温)?|零下/y;

/** 摄氏37度, 华氏温度98.6度, 零下5摄氏度; the offset after it, or -1. */
export function temperatureAt(text: string, at: number, found: Found): number {
  temperature.lastIndex = at;
  const match = temperature.exec(text);
  const number = match && numberAt(text, temperature.lastIndex);
  if (!match || !number) return -1;
  const rest = /^(?:摄氏度|华氏度|℃|℉|°[CF]?|度)/.exec(text.slice(number.end, number.end + 3))?.[0];
  if (!rest) return -1;
  const name = match[1] === '华氏' || /[F℉华]/.test(rest) ? 'degF' : 'Cel';
  const unit = dimensionUnits.get(name === 'degF' ? '℉' : '℃');
  if (!unit) return -1;
  const value = match[0] === '零下' ? -Math.abs(number.value) : number.value;
  const end = number.end + rest.length;
  found.add(at, end, single({ word: rest, meaning: { sort: 'dimension', unit }, per: null }, value));
  found.number(number.start, number.end, number.value);
  return end;
}

/** 几十家, 数百万元, 上千人, 近百项; the offset after it, or -1. */
export function vagueMeasureAt(text: string, at: number, found: Found): number {
  const vague = vagueAt(text, at);
  if (!vague) return -1;
  const number: NumberReading = {
    start: at,
    end: vague.end,
    value: vague.lo,
    upper: null,
    loose: true,
    chinese: true,
    scaled: true,
    tailScale: 1,
    signed: false,
  };
  const unit = unitAfter(text, number);
  if (!unit) return -1;
  if (vague.mod === '~') {
    found.add(at, unit.end, single(unit.measured, vague.lo, '~'));
    return unit.end;
  }
  found.add(at, unit.end, between(unit.measured, vague.lo, vague.hi));
  found.range(at, vague.end, {
    lo: vague.lo,
    loInc: true,
    hi: vague.hi,
    hiInc: vague.hi === null ? null : false,
  });
  return unit.end;
}

/** 半年, 半公升, 半个: half of a unit; 半岛 and 半径 are words. The offset after it, or -1. */
export function halfAt(text: string, at: number, found: Found): number {
  const fraction = /^(?:一半|半数)(?![导岛径])/.exec(text.slice(at, at + 3))?.[0];
  if (fraction) {
    found.number(at, at + 2, 0.5);
    return at + 2;
  }
  if (text.charAt(at) !== '半' || /[一多过年月]/.test(text.charAt(at - 1))) return -1;
  if (text.charAt(at + 1) === '成') return -1;
  const unit = unitAfter(text, halfReading(at));
  const sort = unit?.measured.meaning.sort;
  if (
    !unit ||
    !(sort === 'length' || sort === 'dimension' || sort === 'currency' || unit.measured.word === '个')
  )
    return -1;
  found.add(at, unit.end, single(unit.measured, unit.number));
  found.number(at, at + 1, 0.5);
  return unit.end;
}

/** 翻一番, 翻两番, 翻倍: times. */
export function doublingAt(text: string, at: number, found: Found): number {
  const match = /^翻了?(?:([一两二三四])番|(倍))/.exec(text.slice(at, at + 4));
  if (!match) return -1;
  const times = match[1] ? 2 ** (numeralAt(match[1], 0)?.value ?? 1) : 2;
  const measured: Measured = { word: '倍', meaning: { sort: 'counter' }, per: null };
  found.add(at, at + match[0].length, single(measured, times));
  return at + match[0].length;
}
