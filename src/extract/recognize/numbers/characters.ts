import { chineseDigit, chineseScale } from '../../values/numeral.js';

export const digitOf = (c: string): number | undefined => chineseDigit.get(c);
/** 十, 百, 千 and their banker's forms. */
export const smallScaleOf = (c: string): number | undefined => chineseScale.get(c);

const bigScale = new Map([
  ['万', 1e4],
  ['亿', 1e8],
  ['兆', 1e12],
]);
export const bigScaleOf = (c: string): number | undefined => bigScale.get(c);

/** 廿, 卅, 卌: twenty, thirty, forty in one character. */
const joinedTens = new Map([
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
]);
export const tensOf = (c: string): number | undefined => joinedTens.get(c);

const bankers = new Set('壹贰叁肆伍陆柒捌玖拾佰仟');
/** The forms of cheques: parts of other words when they stand alone (陆地, 拾起). */
export const isBankers = (c: string): boolean => bankers.has(c);

export const isDigit = (c: string): boolean => c >= '0' && c <= '9';

/** Whether a numeral could begin with this character. */
export const isNumeralCharacter = (c: string): boolean =>
  isDigit(c) || chineseDigit.has(c) || chineseScale.has(c) || bigScale.has(c) || joinedTens.has(c);
