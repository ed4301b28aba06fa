import { digitOf } from '../numbers/characters.js';
import { type NumberReading, numberAt } from '../numbers/number.js';
import { numeralAt } from '../numbers/numeral.js';
import { tidy } from '../numbers/total.js';
import { subunits } from '../units/currencies.js';
import { dimensionUnits } from '../units/dimensions.js';
import { lengthUnits } from '../units/lengths.js';
import { denominatorAt, type UnitMeaning, unitAt, unknownCounterAt } from '../units/unit.js';
import { isSmaller, type LengthPart } from './length.js';
import type { Measured } from './value.js';

/** A number's unit with all that belongs to it: 个半, 角 and 分 after 元, 两 after 斤, a slash. */
export interface UnitAfter {
  readonly end: number;
  /** The number in the unit, parts added: 3.5 of 3斤5两. */
  readonly number: number;
  readonly measured: Measured;
  /** 余 or 多 stood between (300余户). */
  readonly loose: boolean;
}

const measured = (word: string, meaning: UnitMeaning, per: string | null = null): Measured => ({
  word,
  meaning,
  per,
});

/** 角 or 分 as money, not a corner, a score or a share: 五角星, 三分之一, 95分. */
function jiaoOrFenAt(
  text: string,
  number: NumberReading,
): { hundredths: number; code: string; end: number } | null {
  const at = number.end;
  for (const length of [2, 1]) {
    const word = text.slice(at, at + length);
    const unit = subunits.get(word);
    if (!unit) continue;
    const end = at + length;
    const next = text.charAt(end);
    if (word === '角' || word === '毛') {
      const ends =
        next === '' || /[\d,，。;；、)）的整正钱零的以\n]/.test(next) || digitOf(next) !== undefined;
      // 长三角 is a place.
      if (!ends || (text.charAt(at - 1) === '三' && !/[\d整正钱]/.test(next))) return null;
    } else if (word === '分' || word === '厘') {
      // 分 by itself is money where the words say so or it counts less than ten and no score or time is near.
      const small =
        number.value < 10 &&
        !/[得扣加减评计满均打每第级]$|\d[:时点]$/.test(
          text.slice(Math.max(0, number.start - 1), number.start),
        );
      const ends = next === '' || /[,，。;；、)）整正\n]/.test(next);
      if (next !== '钱' && !(small && ends)) return null;
    }
    return { ...unit, end };
  }
  return null;
}

/** 钱, 整, 正, 人民币 at the end of an amount. */
function moneyEnd(text: string, at: number): number {
  return at + (/^(?:钱|人民币)?(?:整|正(?![式常确在当]))?/.exec(text.slice(at, at + 5))?.[0].length ?? 0);
}

/** 角 and 分 after yuan, 美分 after dollars: 123元1角1分, 两美元又三美分, 壹元零壹分. */
function smallMoney(text: string, from: number, code: string, yuan: number): { end: number; number: number } {
  let end = from;
  let hundredths = 0;
  for (let k = 0; k < 3; k++) {
    const at =
      /[零又余]/.test(text.charAt(end)) &&
      text.charAt(end + 1) !== '角' &&
      text.charAt(end + 1) !== '分' &&
      text.charAt(end + 1) !== '厘'
        ? end + 1
        : end;
    const part = numberAt(text, at);
    if (!part || part.signed) break;
    const word = [2, 1]
      .map((n) => text.slice(part.end, part.end + n))
      .find((w) => subunits.get(w)?.code === code);
    const unit = word === undefined ? undefined : subunits.get(word);
    if (!unit || word === undefined) break;
    hundredths += part.value * unit.hundredths;
    end = part.end + word.length;
  }
  if (end === from) return { end, number: yuan };
  return { end, number: (Math.round((Math.abs(yuan) * 100 + hundredths) * 10) / 1000) * (yuan < 0 ? -1 : 1) };
}

/** Further parts of a length: 6个月 after 4年, 30分 after 5小时. */
function restOfLength(text: string, from: number, first: LengthPart): { end: number; rest: LengthPart[] } {
  const rest: LengthPart[] = [];
  let end = from;
  let last = first.unit;
  for (let k = 0; k < 4; k++) {
    const at = /[零又]/.test(text.charAt(end)) ? end + 1 : end;
    const part = numberAt(text, at);
    if (!part || part.signed) break;
    const found = unitAt(text, part.end);
    const bare = { 分: '分钟', 时: '小时', 秒: '秒' }[text.charAt(part.end)];
    const unit =
      found?.meaning.sort === 'length' ? found.meaning.unit : bare ? lengthUnits.get(bare) : undefined;
    if (!unit || !isSmaller(last, unit)) break;
    rest.push({ number: part.value, unit });
    last = unit;
    end = found?.meaning.sort === 'length' ? found.end : part.end + 1;
  }
  return { end, rest };
}

/** 半 after a unit: 两年半, 一吨半. */
const halfAt = (text: string, at: number): boolean =>
  text.charAt(at) === '半' && !/[价径数导成岛路山壁决]/.test(text.charAt(at + 1));

const metreTail = /^(\d{1,2}|[一二三四五六七八九])(?=[,，。;；、)）的以高宽长深]|$)/;

/** 两 after 斤, 米 after 公里: smaller parts of the same dimension. */
function restOfDimension(
  text: string,
  from: number,
  number: number,
  meaning: UnitMeaning,
): { end: number; number: number } {
  if (meaning.sort !== 'dimension') return { end: from, number };
  let end = from;
  let total = number;
  let factor = meaning.unit.factor;
  // 1米8, 一米二: tenths, or hundredths in two digits.
  const tail = meaning.unit.name === 'm' ? metreTail.exec(text.slice(end, end + 3))?.[1] : undefined;
  if (tail) {
    const part = numeralAt(tail, 0)?.value ?? 0;
    return { end: end + tail.length, number: tidy(number + part / (part < 10 ? 10 : 100)) };
  }
  for (let k = 0; k < 3; k++) {
    const part = numberAt(text, end);
    const unit = part && !part.signed ? unitAt(text, part.end) : null;
    if (!part || unit?.meaning.sort !== 'dimension') break;
    const next = unit.meaning.unit;
    if (next.base !== meaning.unit.base || next.factor >= factor) break;
    total += (part.value * next.factor) / meaning.unit.factor;
    factor = next.factor;
    end = unit.end;
  }
  return { end, number: tidy(total) };
}

const places = /^(?:人口|行政村|社区|街道|乡镇|企业|机构|学校|[村镇乡县区市省校班院站])/;

/** What 每 says before a number: 每千人口拥有3张, 每所5人. */
function denominatorBefore(text: string, at: number): string | null {
  const words = /每([^每,，。;；:：、)）\s\d]{1,10})$/.exec(text.slice(Math.max(0, at - 11), at))?.[1];
  if (!words) return null;
  const scale = /^[百千万]*/.exec(words)?.[0].length ?? 0;
  const place = places.exec(words.slice(scale))?.[0].length ?? 0;
  const end = place > 0 ? scale + place : (unitAt(words, scale)?.end ?? 0);
  return end > scale ? words.slice(0, end) : null;
}

/** 3年多, 10公里多: more than that. */
const moreAt = (text: string, at: number): boolean =>
  /^[多余](?:[,，。;；、的来以时前后]|$)/.test(text.slice(at, at + 2));

/** Ages end in 大 only before a pause or 的: 3天大暴雨 is weather. */
const ageEnds = (text: string, at: number): boolean =>
  /^(?:[的了时,，。;；、)）]|$)/.test(text.slice(at, at + 1));

/** The unit of a number that ends at `number.end`, or null. */
export function unitAfter(text: string, number: NumberReading): UnitAfter | null {
  const { value, end: at } = number;
  const money = jiaoOrFenAt(text, number);
  if (money) {
    const { end, number: total } = smallMoney(text, money.end, money.code, (value * money.hundredths) / 100);
    const meaning: UnitMeaning = { sort: 'currency', code: money.code };
    return { end: moneyEnd(text, end), number: tidy(total), measured: measured('', meaning), loose: false };
  }
  if (value === 0.5 && text.startsWith('月', at)) {
    const unit = lengthUnits.get('个月');
    if (unit)
      return { end: at + 1, number: value, measured: measured('月', { sort: 'length', unit }), loose: false };
  }
  // 一个半月, 两个半小时.
  if (text.startsWith('个半', at)) {
    const unit = text.startsWith('月', at + 2) ? lengthUnits.get('个月') : undefined;
    const found = unit
      ? { end: at + 3, meaning: { sort: 'length', unit } as const, word: '个月' }
      : unitAt(text, at + 2);
    if (found?.meaning.sort === 'length')
      return {
        end: found.end,
        number: value + 0.5,
        measured: measured(found.word, found.meaning),
        loose: false,
      };
  }
  const loose = /[余多来几]/.test(text.charAt(at)) && unitAt(text, at + 1) !== null;
  const from = loose ? at + 1 : at;
  let unit = unitAt(text, from);
  if (unit?.word.endsWith('大') && !ageEnds(text, unit.end))
    unit = unitAt(text, from) && withoutAge(text, from);
  // 四个多星期
  if (unit?.word === '个' && /[多]/.test(text.charAt(unit.end))) {
    const length = lengthUnits.get(`个${text.slice(unit.end + 1, unit.end + 3)}`) ? 2 : 1;
    const word = `个${text.slice(unit.end + 1, unit.end + 1 + length)}`;
    const time = lengthUnits.get(word);
    if (time)
      return {
        end: unit.end + 1 + length,
        number: value,
        measured: measured(word, { sort: 'length', unit: time }),
        loose: true,
      };
  }
  unit ??= number.chinese && !number.scaled ? null : unknownCounterAt(text, from);
  if (!unit) return null;
  const { meaning, word } = unit;
  if (meaning.sort === 'currency') {
    const { end, number: total } = smallMoney(text, unit.end, meaning.code, value);
    const per = denominatorAt(text, end) || null;
    return { end: moneyEnd(text, end), number: total, measured: measured(word, meaning, per), loose };
  }
  if (meaning.sort === 'length') {
    if (halfAt(text, unit.end))
      return { end: unit.end + 1, number: value + 0.5, measured: measured(word, meaning), loose };
    if (moreAt(text, unit.end))
      return { end: unit.end + 1, number: value, measured: measured(word, meaning), loose: true };
    const { end, rest } = restOfLength(text, unit.end, { number: value, unit: meaning.unit });
    return { end, number: value, measured: { ...measured(word, meaning), rest }, loose };
  }
  // 1000亿度 is electricity.
  const kilowattHours = word === '度' && number.tailScale >= 1e4 ? dimensionUnits.get('千瓦时') : undefined;
  if (kilowattHours)
    return {
      end: unit.end,
      number: value,
      measured: measured(word, { sort: 'dimension', unit: kilowattHours }),
      loose,
    };
  if (meaning.sort === 'dimension') {
    if (halfAt(text, unit.end))
      return { end: unit.end + 1, number: value + 0.5, measured: measured(word, meaning), loose };
    if (moreAt(text, unit.end))
      return { end: unit.end + 1, number: value, measured: measured(word, meaning), loose: true };
    const { end, number: total } = restOfDimension(text, unit.end, value, meaning);
    return { end, number: total, measured: measured(word, meaning), loose };
  }
  const per = meaning.sort === 'counter' ? denominatorAt(text, unit.end) : '';
  const whole = word + per;
  return {
    end: unit.end + per.length,
    number: value,
    measured: measured(whole, meaning, per ? per.slice(1) : denominatorBefore(text, number.start)),
    loose,
  };
}

/** The unit of time where 大 is no part of an age. */
function withoutAge(text: string, at: number) {
  for (const length of [3, 2, 1]) {
    const word = text.slice(at, at + length);
    const unit = lengthUnits.get(word);
    if (unit) return { word, end: at + length, meaning: { sort: 'length', unit } as const };
  }
  return null;
}
