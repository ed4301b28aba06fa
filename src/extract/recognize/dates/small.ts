import { isDigit } from '../numbers/characters.js';

export interface Small {
  readonly end: number;
  readonly value: number;
}

const digits = '零一二三四五六七八九';
const chinese =
  /(?:([一二三四五六七八九])?(十)([一二三四五六七八九])?|([廿卅])([一二三四五六七八九])?|([一二两三四五六七八九]))/y;
const digit = (c: string | undefined): number => (c === '两' ? 2 : c === undefined ? 0 : digits.indexOf(c));

/** A number below a hundred as dates have it: 05, 12, 十二, 二十九, 廿九, 卅一. */
export function smallAt(text: string, at: number): Small | null {
  if (isDigit(text.charAt(at))) {
    const end = isDigit(text.charAt(at + 1)) ? at + 2 : at + 1;
    return isDigit(text.charAt(end)) ? null : { end, value: Number(text.slice(at, end)) };
  }
  chinese.lastIndex = at;
  const match = chinese.exec(text);
  if (!match) return null;
  const [, tens, ten, ones, joined, after, single] = match;
  const value = single
    ? digit(single)
    : joined
      ? (joined === '廿' ? 20 : 30) + digit(after)
      : (ten ? (tens ? digit(tens) : 1) : 0) * 10 + digit(ones);
  return { end: chinese.lastIndex, value };
}
