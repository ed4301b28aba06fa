import { measureUnits, slashUnit } from '../lexicon/units.js';

const byFirst = new Map<number, string[]>();
for (const unit of [...new Set(measureUnits)].sort((a, b) => b.length - a.length)) {
  const list = byFirst.get(unit.charCodeAt(0)) ?? [];
  list.push(unit);
  byFirst.set(unit.charCodeAt(0), list);
}

export interface UnitMatch {
  readonly end: number;
  /** As written, scale (万, 亿) included. */
  readonly unit: string;
  /** Found in the lexicon; an unknown classifier is taken as the one character after the number. */
  readonly known: boolean;
}

const scale = /^(?:[十百千]?万亿|[十百千]?[万亿])/;

const beginsScale = new Uint8Array(65_536);
for (const c of '十百千万亿萬億') beginsScale[c.charCodeAt(0)] = 1;

/** The unit after a number that ends at `at`: scale, measure word, a slash unit, a twin in brackets (台(套)). */
export function unitAt(text: string, at: number): UnitMatch | null {
  // 12/10万: a rate to so many.
  const rate =
    text.charCodeAt(at) === 0x2f
      ? /^\/(?:10|百|十|1)?[百十]?万(?![元人])/.exec(text.slice(at, at + 5))
      : null;
  if (rate) return { end: at + rate[0].length, unit: rate[0], known: true };
  let end = at;
  const scaled = beginsScale[text.charCodeAt(end)] ? (scale.exec(text.slice(end, end + 3))?.[0] ?? '') : '';
  end += scaled.length;
  let measure = byFirst.get(text.charCodeAt(end))?.find((unit) => text.startsWith(unit, end)) ?? '';
  // 100条次干道: roads of the second rank.
  if (measure.endsWith('次') && measure.length > 1 && text.startsWith('干', end + measure.length))
    measure = measure.slice(0, -1);
  // 2万余家庭, 500家长: people, no firms.
  if (measure === '家' && /^家[庭长属]/.test(text.slice(end, end + 2))) measure = '';
  // 3分之一, 5点30: no unit; 分 as a score needs an end after it.
  if (measure === '分' && !/^分(?:以上|以下|左右)?(?:[，。；、）]|$)/.test(text.slice(end, end + 5)))
    measure = '';
  // 成立60周年, 周边, 周岁: no weeks.
  if (measure === '周' && /^周[年边期]/.test(text.slice(end, end + 2))) measure = '';
  if (measure === '方' && /^方[案面式向法便]/.test(text.slice(end, end + 2))) measure = '';
  if (measure === '成' && /^成[立为效果功员品本熟]/.test(text.slice(end, end + 2))) measure = '';
  // 平均受教育年限10.9年: with a fraction, or after 年限, a length and no date.
  if (
    !measure &&
    !scaled &&
    text.charCodeAt(end) === 0x5e74 &&
    /\d\.\d+$|年限[^，。；\d]{0,6}\d{1,2}$/u.test(text.slice(Math.max(0, end - 16), end))
  )
    measure = '年';
  // 迈上千亿台阶: a stage, no machine.
  if (measure === '台' && text.startsWith('台阶', end)) return null;
  end += measure.length;
  if (!measure && !scaled) return null;
  // 4000万棒: after a scale one unknown character that ends the words is the unit.
  if (
    !measure &&
    /^[\u4e00-\u9fff](?:[，。；、）]|以[上下内]|左右|$)/.test(text.slice(end, end + 2)) &&
    !/^[的和与及至到或以左余多]/.test(text.charAt(end))
  )
    end++;
  const twin =
    text.charCodeAt(end) === 0xff08 &&
    /^（[套个件台人项家所处名次间座辆张条户村社区、/]{1,4}）/.exec(text.slice(end, end + 6));
  if (twin && measure) end += twin[0].length;
  const slash = measure && text.charCodeAt(end) === 0x2f ? slashUnit.exec(text.slice(end, end + 12)) : null;
  if (slash) end += slash[0].length;
  return { end, unit: text.slice(at, end), known: true };
}

/** A classifier that the lexicon lacks: one Han character right after the number, with more Han after it. */
export function unknownUnitAt(text: string, at: number): UnitMatch | null {
  const c = text.charAt(at);
  if (!/[\u4e00-\u9fff]/.test(c) || /[年月日时点号级届岁第的和与及至到或是为在以之将已了其个]/.test(c))
    return null;
  return { end: at + 1, unit: c, known: false };
}
