/** A number without a sign, in digits, Chinese or both mixed (3亿2000万). */
export interface Numeral {
  readonly end: number;
  readonly value: number;
  /** 三五百, 二三十: the upper bound of two neighbouring digits, of which `value` has the lower. */
  readonly upper: number | null;
  /** 余, 多, 几 inside it (十余万): at least that many. */
  readonly loose: boolean;
  /** No Arabic digit in it. */
  readonly chinese: boolean;
  /** A scale or a decimal point in it: no mere run of digits. */
  readonly scaled: boolean;
  /** What the scales at its end multiply by, 1 where none ends it: 1e4 of 3万, 100 of 3百. */
  readonly tailScale: number;
}
