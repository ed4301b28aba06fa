import { generalNumber, roundedDigits } from './decimal.js';
import type { Section, Token } from './format-code.js';
import { withNumerals } from './numerals.js';

const isDigit = (token: Token | undefined) => token?.kind === 'digit';

interface Layout {
  readonly whole: readonly Token[];
  readonly fraction: readonly Token[];
  readonly exponent: readonly Token[];
  readonly places: number;
  readonly grouped: boolean;
  /** Thousands that commas after the last digit take off. */
  readonly scale: number;
}

function layOut(tokens: readonly Token[]): Layout {
  const power = tokens.findIndex(({ kind }) => kind === 'exponent');
  const mantissa = power < 0 ? tokens : tokens.slice(0, power);
  const point = mantissa.findIndex(({ kind }) => kind === 'point');
  const before = point < 0 ? mantissa : mantissa.slice(0, point);
  const fraction = point < 0 ? [] : mantissa.slice(point + 1);
  const lastDigit = mantissa.findLastIndex(isDigit);
  const commas = (from: number, to: number) =>
    mantissa.slice(Math.max(from, 0), to).filter(({ kind }) => kind === 'comma').length;
  const lastWhole = before.findLastIndex(isDigit);
  const firstWhole = before.findIndex(isDigit);
  let scale = commas(lastDigit + 1, mantissa.length);
  if (point >= 0 && lastDigit > point) scale += commas(lastWhole + 1, point);
  return {
    whole: before,
    fraction,
    exponent: power < 0 ? [] : tokens.slice(power),
    places: fraction.filter(isDigit).length,
    grouped: firstWhole >= 0 && commas(firstWhole, lastWhole) > 0,
    scale,
  };
}

/** Puts digits into the places before the point, from the right; what does not fit stands before the first. */
function fillWhole(tokens: readonly Token[], digits: string, grouped: boolean): string {
  let rest = digits === '0' ? '' : digits;
  let taken = 0;
  const first = tokens.findIndex(isDigit);
  const pieces: string[] = [];
  const put = (digit: string) => {
    if (grouped && taken > 0 && taken % 3 === 0) pieces.push(',');
    pieces.push(digit);
    taken++;
  };
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token?.kind === 'literal') pieces.push(token.text);
    else if (token?.kind === 'percent') pieces.push('%');
    else if (token?.kind === 'digit') {
      const digit = rest.slice(-1);
      rest = rest.slice(0, -1);
      if (digit !== '') put(digit);
      else if (token.sign === '0') put('0');
      if (i === first) for (const more of [...rest].reverse()) put(more);
    }
  }
  return pieces.reverse().join('');
}

/** Puts digits into the places after the point; `#` and `?` drop zeros at the end. */
function fillFraction(tokens: readonly Token[], digits: string): string {
  let last = digits.length;
  const signs = tokens.flatMap((token) => (token.kind === 'digit' ? [token.sign] : []));
  while (last > 0 && signs[last - 1] !== '0' && digits[last - 1] === '0') last--;
  let text = '';
  let at = 0;
  for (const token of tokens) {
    if (token.kind === 'literal') text += token.text;
    else if (token.kind === 'percent') text += '%';
    else if (token.kind === 'digit' && at++ < last) text += digits[at - 1];
  }
  const firstDigit = tokens.findIndex(isDigit);
  return last > 0 && firstDigit >= 0 ? `.${text}` : text;
}

function scientific(value: number, layout: Layout): string {
  const places = Math.max(layout.whole.filter(isDigit).length, 1);
  let power = value === 0 ? 0 : Math.floor(Math.log10(value));
  power -= ((power % places) + places) % places;
  const [whole, fraction] = roundedDigits(value / 10 ** power, layout.places);
  const mark = layout.exponent[0];
  const sign = power < 0 ? '-' : mark?.kind === 'exponent' && mark.plus ? '+' : '';
  const digits = String(Math.abs(power)).padStart(layout.exponent.filter(isDigit).length, '0');
  return `${fillWhole(layout.whole, whole, false)}${fillFraction(layout.fraction, fraction)}E${sign}${digits}`;
}

/** The nearest fraction whose denominator has at most so many digits, or the one asked for. */
function fractionOf(value: number, largest: number, fixed: number | null): [number, number] {
  if (fixed) return [Math.round(value * fixed), fixed];
  let best: [number, number] = [Math.round(value), 1];
  for (let d = 1; d <= largest; d++) {
    const n = Math.round(value * d);
    if (Math.abs(value - n / d) < Math.abs(value - best[0] / best[1]) - 1e-12) best = [n, d];
  }
  return best;
}

/** `# ?/?`: a whole number and a fraction beside it. */
function asFraction(value: number, tokens: readonly Token[], slash: number): string {
  let start = slash;
  while (start > 0 && isDigit(tokens[start - 1])) start--;
  let end = slash + 1;
  while (end < tokens.length && (isDigit(tokens[end]) || /^\d$/.test(literalOf(tokens[end])))) end++;
  const below = tokens.slice(slash + 1, end);
  const fixed =
    Number(below.map((token) => (token.kind === 'digit' ? '' : literalOf(token))).join('')) || null;
  const before = tokens.slice(0, start);
  const hasWhole = before.some(isDigit);
  const whole = hasWhole ? Math.floor(value) : 0;
  let [n, d] = fractionOf(value - whole, Math.min(10 ** Math.max(below.length, 1) - 1, 999), fixed);
  let carried = whole;
  if (hasWhole && n === d) {
    carried++;
    n = 0;
    d = 1;
  }
  const head = fillWhole(before, String(carried), false);
  const part = n === 0 && hasWhole ? '' : `${n}/${d}`;
  const blank = head !== '' && part !== '' && !head.endsWith(' ') ? ' ' : '';
  return (head + blank + part).trim() + tokens.slice(end).map(literalOf).join('');
}

const literalOf = (token: Token | undefined) => (token?.kind === 'literal' ? token.text : '');

/** A number in a section that is no date; `value` is not negative. */
export function formatNumberSection(value: number, section: Section): string {
  const { tokens } = section;
  if (tokens.some(({ kind }) => kind === 'general' || kind === 'text')) {
    const shown = withNumerals(generalNumber(value), section.numerals);
    return tokens
      .map((token) => (token.kind === 'general' || token.kind === 'text' ? shown : literalOf(token)))
      .join('');
  }
  if (!tokens.some(isDigit))
    return tokens.map((token) => (token.kind === 'percent' ? '%' : literalOf(token))).join('');
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const slash = tokens.findIndex(({ kind }) => kind === 'slash');
  if (slash > 0 && isDigit(tokens[slash - 1])) return asFraction(value, tokens, slash);
  const layout = layOut(tokens);
  const scaled = (value * 100 ** percents) / 1000 ** layout.scale;
  if (layout.exponent.length > 0) return scientific(scaled, layout);
  const [whole, fraction] = roundedDigits(scaled, layout.places);
  const digits = fillWhole(layout.whole, whole, layout.grouped);
  return withNumerals(digits + fillFraction(layout.fraction, fraction), section.numerals);
}
