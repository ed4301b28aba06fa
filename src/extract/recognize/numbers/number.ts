import { arabicAt } from './arabic.js';
import { isDigit, isNumeralCharacter } from './characters.js';
import { numeralAt } from './numeral.js';
import type { Numeral } from './reading.js';
import { tidy } from './total.js';

/** A number with its sign; fractions are worked out (三分之二, 1又1/2) and count as scaled. */
export interface NumberReading extends Numeral {
  readonly start: number;
  readonly signed: boolean;
}

/** 半 at a place: half of what comes after it. */
export const halfReading = (at: number): NumberReading => ({
  start: at,
  end: at + 1,
  value: 0.5,
  upper: null,
  loose: false,
  chinese: true,
  scaled: true,
  tailScale: 1,
  signed: false,
});

/** Length of a sign at `at`: 负, or a minus that no number, letter or unit of time stands before. */
function signAt(text: string, at: number): number {
  const c = text.charAt(at);
  if (c === '负') return 1;
  return c === '-' && !/[\dA-Za-z%)年月日号时〇零-]/.test(text.charAt(at - 1)) ? 1 : 0;
}

interface Part {
  readonly end: number;
  readonly value: number;
}

function signedNumeral(text: string, at: number): Part | null {
  const sign = signAt(text, at);
  const numeral = numeralAt(text, at + sign);
  return numeral && { end: numeral.end, value: sign ? -numeral.value : numeral.value };
}

/** 分之 and what stands over the denominator. */
function overDenominator(text: string, at: number, below: number): Part | null {
  if (below === 0 || !text.startsWith('分之', at)) return null;
  const above = signedNumeral(text, at + 2);
  return above && { end: above.end, value: above.value / below };
}

/** /5 of 3/5; dates and chains (1/2/3) have none. */
function slashed(text: string, at: number, above: number): Part | null {
  if (text.charAt(at) !== '/' || !isDigit(text.charAt(at + 1))) return null;
  const below = arabicAt(text, at + 1);
  if (below.value === 0 || /[/\d]/.test(text.charAt(below.end))) return null;
  return { end: below.end, value: above / below.value };
}

function fractionAfter(text: string, whole: Part, start: number): Part | null {
  const plain = overDenominator(text, whole.end, whole.value);
  if (plain) return plain;
  if (text.charAt(whole.end) === '又') {
    const below = numeralAt(text, whole.end + 1);
    const rest = below && overDenominator(text, below.end, below.value);
    return rest && { end: rest.end, value: whole.value + rest.value };
  }
  if (!isDigit(text.charAt(whole.end - 1)) || text.charAt(start - 1) === '/') return null;
  const over = slashed(text, whole.end, whole.value);
  if (over) return over;
  // 1 3/5
  if (text.charAt(whole.end) !== ' ' || !isDigit(text.charAt(whole.end + 1))) return null;
  const above = arabicAt(text, whole.end + 1);
  const part = above.decimal ? null : slashed(text, above.end, above.value);
  return part && { end: part.end, value: whole.value + part.value };
}

/** The number that begins at `start`, sign and all, or null. */
export function numberAt(text: string, start: number): NumberReading | null {
  const sign = signAt(text, start);
  const from = start + sign;
  const c = text.charAt(from);
  const pointed = c === '.' && isDigit(text.charAt(from + 1)) && !/[\dA-Za-z.]/.test(text.charAt(from - 1));
  if (!pointed && !isNumeralCharacter(c)) return null;
  const numeral = pointed ? pointedNumeral(text, from) : numeralAt(text, from);
  if (!numeral || !Number.isFinite(numeral.value)) return null;
  const fraction = fractionAfter(text, numeral, from);
  const value = fraction ? fraction.value : numeral.value;
  return {
    start,
    end: fraction?.end ?? numeral.end,
    value: tidy(sign ? -value : value),
    upper: fraction ? null : numeral.upper,
    loose: numeral.loose,
    chinese: numeral.chinese,
    scaled: numeral.scaled || fraction !== null,
    tailScale: fraction ? 1 : numeral.tailScale,
    signed: sign > 0,
  };
}

function pointedNumeral(text: string, at: number) {
  const { end, value } = arabicAt(text, at);
  return { end, value, upper: null, loose: false, chinese: false, scaled: true, tailScale: 1 };
}
