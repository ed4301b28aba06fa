import { beginsPoint, beginsScaledUnit } from '../units/scaled.js';
import { arabicAt } from './arabic.js';
import { bigScaleOf, digitOf, isDigit, smallScaleOf, tensOf } from './characters.js';
import type { Numeral } from './reading.js';
import { digitRun, digitString, neighboursAt, withFraction } from './runs.js';
import { Total, tidy } from './total.js';

/** Reads one numeral from left to right, an atom a step: a number in digits, a Chinese digit, a scale, 零, 余. */
class Reader {
  private readonly total = new Total();
  private loose = false;
  private mixed = false;
  private scaled = false;
  private paired = false;
  private afterZero = false;
  private tailScale = 1;
  private lastDigitAt: number;

  constructor(
    private readonly text: string,
    private at: number,
    /** Which of two neighbouring digits counts. */
    private readonly which: 0 | 1,
  ) {
    this.lastDigitAt = at;
  }

  private digit(value: number, end: number): true {
    this.lastDigitAt = this.at;
    this.total.digit(value);
    this.tailScale = 1;
    this.at = end;
    return true;
  }

  private arabic(): boolean {
    const { total, text } = this;
    if (total.digitPending || !(total.empty || this.mixed || this.afterZero)) return false;
    const { value, end, decimal } = arabicAt(text, this.at);
    if (!total.empty && !this.goesOn(value, decimal, end)) return false;
    total.zero();
    this.mixed = true;
    this.scaled ||= decimal;
    return this.digit(value, end);
  }

  /** Whether a number in digits after a scale is of the same numeral: 48万5000, 25万6千, 1千零20; not 20万5个, 1万2023年. */
  private goesOn(value: number, decimal: boolean, end: number): boolean {
    const { room } = this.total;
    const next = this.text.charAt(end);
    if (decimal || value >= room || /[年月日号时:]/.test(next)) return false;
    return (
      this.afterZero ||
      value * 10 >= room ||
      smallScaleOf(next) !== undefined ||
      bigScaleOf(next) !== undefined
    );
  }

  /** 零 between scales: 一千零五, 一百零几万. */
  private zero(): boolean {
    const { total, text, at } = this;
    const next = text.charAt(at + 1);
    const after = text.charAt(at + 2);
    const some = next === '几' && (smallScaleOf(after) ?? bigScaleOf(after)) !== undefined;
    const goesOn =
      isDigit(next) || smallScaleOf(next) === 10 || tensOf(next) !== undefined || (digitOf(next) ?? 0) > 0;
    if (total.digitPending || !(goesOn || some)) return false;
    total.zero();
    this.loose ||= some;
    this.at += some ? 2 : 1;
    return true;
  }

  private chineseDigit(digit: number): boolean {
    const { total, text, at } = this;
    if (total.digitPending) return false;
    const pair = this.paired ? null : neighboursAt(text, at);
    if (pair) {
      this.paired = true;
      total.zero();
      return this.digit(pair[this.which], at + 2);
    }
    return digitRun(text, at) === 1 && this.digit(digit, at + 1);
  }

  private small(scale: number): boolean {
    // 20千米: the unit takes the 千. 两千米 is two thousand metres either way.
    const unit = beginsScaledUnit(this.text, this.at);
    if ((this.mixed && unit) || beginsPoint(this.text, this.at)) return false;
    if (!this.total.small(scale)) return unit ? false : this.giveBack();
    this.scaled = true;
    this.tailScale = scale;
    this.at++;
    return true;
  }

  private big(scale: number): boolean {
    // 100兆 is a rate or a size; 一兆零三百万 a number.
    const size = this.mixed && scale === 1e12;
    if (this.total.empty || size || beginsScaledUnit(this.text, this.at)) return false;
    const inner = bigScaleOf(this.text.charAt(this.at - 1)) === undefined ? 1 : this.tailScale;
    if (!this.total.big(scale)) return this.giveBack();
    this.scaled = true;
    this.tailScale = scale * inner;
    this.at++;
    return true;
  }

  /** 一百一百, 1万1万: the last digit begins the next numeral. */
  private giveBack(): false {
    if (this.total.digitPending) {
      this.total.drop();
      this.at = this.lastDigitAt;
    }
    return false;
  }

  private step(): boolean {
    const { text, at, total } = this;
    const c = text.charAt(at);
    if (isDigit(c)) return this.arabic();
    if ((c === '零' || c === '〇') && !total.empty) return this.zero();
    const digit = digitOf(c);
    if (digit !== undefined) return this.chineseDigit(digit);
    const tens = tensOf(c);
    if (tens !== undefined) {
      if (total.digitPending) return false;
      total.digit(tens / 10);
      return this.small(10);
    }
    const small = smallScaleOf(c);
    if (small !== undefined) return this.small(small);
    const big = bigScaleOf(c);
    if (big !== undefined) return this.big(big);
    // 十余万, 二十几万
    if (total.empty || !/[余多几来]/.test(c) || bigScaleOf(text.charAt(at + 1)) === undefined) return false;
    this.loose = true;
    this.at++;
    return true;
  }

  /** The numeral, or null where none begins; `upper` is left for the caller. */
  read(): (Numeral & { readonly paired: boolean }) | null {
    const { text, at: start, total } = this;
    if (digitOf(text.charAt(start)) !== undefined && digitRun(text, start) > 1 && !neighboursAt(text, start))
      return { ...digitString(text, start), paired: false };
    while (this.step()) this.afterZero = /[零〇]/.test(text.charAt(this.at - 1));
    if (total.empty) return null;
    const decimal = withFraction(text, total.value(true), !this.mixed, this.at);
    if (decimal) return { ...decimal, paired: false };
    return {
      end: this.at,
      value: tidy(total.value(true)),
      upper: null,
      loose: this.loose,
      chinese: !this.mixed,
      scaled: this.scaled,
      tailScale: this.tailScale,
      paired: this.paired,
    };
  }
}

function read(text: string, start: number): Numeral | null {
  const lower = new Reader(text, start, 0).read();
  if (!lower?.paired) return lower;
  return { ...lower, upper: new Reader(text, start, 1).read()?.value ?? null };
}

/** The last numeral read: several readers ask for the same one in turn. */
let last: { readonly text: string; readonly start: number; readonly numeral: Numeral | null } | null = null;

/** The numeral that begins at `start`, or null. Cost: its length, once. */
export function numeralAt(text: string, start: number): Numeral | null {
  if (last?.start !== start || last.text !== text) last = { text, start, numeral: read(text, start) };
  return last.numeral;
}
