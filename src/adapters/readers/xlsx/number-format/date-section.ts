import type { Section, Token } from './format-code.js';
import { digitByDigit, withNumerals } from './numerals.js';

const dayMs = 86_400_000;
/** Days from Excel's day 0 to 1970-01-01, and its other epoch. */
const epoch1900 = 25_569;
const epochShift1904 = 1_462;
/** 9999-12-31: later days are no dates for Excel. */
const lastDay = 2_958_466;

/** The moment that a serial number of days means; null for none. Excel counts 1900-02-29, which never was. */
function momentOf(serial: number, date1904: boolean): Date | null {
  const days = date1904 ? serial + epochShift1904 : serial < 60 ? serial + 1 : serial;
  if (!(serial >= 0) || days >= lastDay) return null;
  return new Date(Math.round((days - epoch1900) * dayMs));
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekdays = '日一二三四五六';
const englishDays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const isTime = (token: Token | undefined) =>
  (token?.kind === 'date' && /^[hs]/.test(token.letters)) || token?.kind === 'elapsed';

/** Whether the `m` at `i` means minutes: an hour stands before it or a second after it. */
function isMinute(tokens: readonly Token[], i: number): boolean {
  const near = (token: Token) => token.kind === 'date' || token.kind === 'elapsed';
  const before = tokens.slice(0, i).findLast(near);
  const after = tokens.slice(i + 1).find(near);
  const startsWith = (token: Token | undefined, letter: string) =>
    isTime(token) && token !== undefined && 'letters' in token && token.letters.startsWith(letter);
  return startsWith(before, 'h') || startsWith(after, 's');
}

interface Moment {
  readonly date: Date;
  readonly serial: number;
  readonly twelve: boolean;
  readonly numerals: number;
}

const padded = (value: number, letters: string) => String(value).padStart(Math.min(letters.length, 2), '0');

function part(letters: string, moment: Moment, minute: boolean): string {
  const { date, numerals } = moment;
  const count = (value: number) =>
    numerals > 0 ? withNumerals(String(value), numerals) : padded(value, letters);
  switch (letters[0]) {
    case 'y':
    case 'e': {
      const year = String(date.getUTCFullYear());
      return digitByDigit(letters.length <= 2 && letters[0] === 'y' ? year.slice(2) : year, numerals);
    }
    case 'm':
      if (minute) return count(date.getUTCMinutes());
      if (letters.length >= 3) return months[date.getUTCMonth()] ?? '';
      return count(date.getUTCMonth() + 1);
    case 'd':
      if (letters.length >= 3)
        return (englishDays[date.getUTCDay()] ?? '').slice(0, letters.length > 3 ? 9 : 3);
      return count(date.getUTCDate());
    case 'a':
      return `${letters.length === 4 ? '星期' : ''}${weekdays[date.getUTCDay()] ?? ''}`;
    case 'h': {
      const hours = date.getUTCHours();
      return count(moment.twelve ? ((hours + 11) % 12) + 1 : hours);
    }
    case 's':
      return count(date.getUTCSeconds());
    default:
      return '';
  }
}

function elapsed(letters: string, serial: number): string {
  const perDay = { h: 24, m: 1_440, s: 86_400 }[letters[0] ?? 'h'] ?? 24;
  return padded(Math.floor(serial * perDay + 1e-6), letters);
}

export function isDateSection(section: Section): boolean {
  return section.tokens.some(({ kind }) => kind === 'date' || kind === 'elapsed' || kind === 'half');
}

/** A serial number as a date or a time; null for numbers that are no date. */
export function formatDateSection(serial: number, section: Section, date1904: boolean): string | null {
  const { tokens, numerals } = section;
  const hasSubSeconds = tokens.some(
    ({ kind }, i) => kind === 'point' && tokens[i - 1]?.kind === 'date' && tokens[i + 1]?.kind === 'digit',
  );
  // Without fractions the second that is shown is the nearest one.
  const exact = momentOf(serial, date1904);
  if (!exact) return null;
  const date = hasSubSeconds ? exact : new Date(Math.round(exact.getTime() / 1000) * 1000);
  const twelve = tokens.some(({ kind }) => kind === 'half');
  const moment = { date, serial, twelve, numerals };
  let fraction = String(date.getUTCMilliseconds()).padStart(3, '0');
  return tokens
    .map((token, i) => {
      if (token.kind === 'literal') return token.text;
      if (token.kind === 'date')
        return part(token.letters, moment, token.letters[0] === 'm' && isMinute(tokens, i));
      if (token.kind === 'elapsed') return elapsed(token.letters, serial);
      if (token.kind === 'half') return date.getUTCHours() < 12 ? token.am : token.pm;
      if (token.kind === 'slash') return '/';
      if (token.kind === 'comma') return ',';
      if (token.kind === 'point') return '.';
      if (token.kind !== 'digit' || !hasSubSeconds) return '';
      const digit = fraction.charAt(0) || '0';
      fraction = fraction.slice(1);
      return digit;
    })
    .join('');
}
