import { numeralAt as wholeNumeralAt } from '../recognize/numbers/numeral.js';
import { isChineseNumeralCharacter, numeralAt } from './numeral.js';

/** A number with the scales that belong to it; a last 万 or 亿 is left to the unit (8.2 亿元). */
export interface Figure {
  readonly end: number;
  readonly value: number;
  /** 五六个 means five to six. */
  readonly valueMax: number | null;
  readonly chinese: boolean;
  /** The scale that the value counts in and that the unit is to begin with; its characters are consumed. */
  readonly scale: '' | '万' | '亿';
}

const scaleOf: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const small: Readonly<Record<string, number>> = { 千: 1000, 百: 100 };
/** 千 and 百 that begin a unit or another word. */
const unitOfThousand = /^(?:千[米瓦克伏卡帕赫字安兆焦]|百分|百[姓货]|千[万亿]|百[万亿])/;

const neighbours = /^([一二两三四五六七八])([二三四五六七八九])$/;

function approximatePair(text: string, start: number, end: number): [number, number] | null {
  const match = neighbours.exec(text.slice(start, end));
  if (!match) return null;
  const low = numeralAt(match[1] ?? '', 0)?.value ?? 0;
  const high = numeralAt(match[2] ?? '', 0)?.value ?? 0;
  return high === low + 1 || (low === 3 && high === 5) ? [low, high] : null;
}

/** 1亿5000万, 48万5000, 三万五千, 两万零三十: a smaller part right after a scale. A last scale is left to the unit. */
function compound(text: string, start: number, first: { end: number; chinese: boolean }): Figure | null {
  if (scaleOf[text.charAt(first.end)] === undefined) return null;
  const { end, value, upper, loose } = wholeNumeralAt(text, start) ?? {
    end: 0,
    value: 0,
    upper: null,
    loose: true,
  };
  // 万亿 and 十余万 are the unit's and the infix's.
  if (end <= first.end + 1 || upper !== null || loose || /^[万亿]+$/.test(text.slice(first.end, end)))
    return null;
  const figure = { end, valueMax: null, chinese: first.chinese } as const;
  const last = text.charAt(end - 1);
  if (last === '万' || last === '亿') return { ...figure, value: value / (scaleOf[last] ?? 1), scale: last };
  return value % 100 === 0 ? { ...figure, value: value / 1e4, scale: '万' } : { ...figure, value, scale: '' };
}

/** The figure that begins at `start`, or null: no numeral, a code (080), or a run of three and more Chinese digits. */
export function figureAt(text: string, start: number): Figure | null {
  const first = numeralAt(text, start);
  if (!first) return null;
  const whole = compound(text, start, first);
  if (whole) return whole;
  const plain: Figure = {
    end: first.end,
    value: first.value,
    valueMax: null,
    chinese: first.chinese,
    scale: '',
  };
  if (!first.chinese) {
    if (/^0\d/.test(text.slice(start, start + 2))) return null;
    const factor = small[text.charAt(first.end)];
    if (factor === undefined || unitOfThousand.test(text.slice(first.end, first.end + 2))) return plain;
    return { ...plain, end: first.end + 1, value: first.value * factor };
  }
  const written = text.slice(start, first.end);
  const pair = approximatePair(text, start, first.end);
  if (pair) return { ...plain, value: pair[0], valueMax: pair[1] };
  const digitsOnly = [...written].every((c) => isChineseNumeralCharacter(c) && !/[十百千拾佰仟]/.test(c));
  return digitsOnly && written.length > 1 ? null : plain;
}
