import { numeralAt } from '../../extract/values/numeral.js';

/** 每千人口: a thousand of 人口. 每年 is no denominator but a rhythm. */
export interface Denominator {
  readonly size: number;
  readonly of: string;
}

const sizes: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 十万: 100_000 };
const people = /^(?:名|位)?(?:常住|户籍|服务)?(?:人口|居民|人|老年人口)$/u;

function sizeOf(text: string): { size: number; rest: string } {
  const scale = /^(十万|[十百千万])(?!万)/u.exec(text)?.[1];
  if (scale) return { size: sizes[scale] ?? 1, rest: text.slice(scale.length) };
  const numeral = numeralAt(text, 0);
  if (!numeral) return { size: 1, rest: text };
  const after = text.slice(numeral.end);
  const unit = /^[万千百]/u.exec(after)?.[0];
  return { size: numeral.value * (unit ? (sizes[unit] ?? 1) : 1), rest: unit ? after.slice(1) : after };
}

/** @param per the item's denominator as written; null for none, for 人均 (it stays in the indicator) and for 每年. */
export function denominatorOf(per: string | null): Denominator | null {
  if (per === null || !per.startsWith('每') || isRhythm(per)) return null;
  const { size, rest } = sizeOf(per.slice(1));
  const of = rest.replace(/^(?:个|名|位|家|所|处|座|户|亩)(?=.{2})/u, '');
  return { size, of: people.test(rest) || rest === '' ? '人口' : of };
}

/** 每年, 每季度: how often, not of what. */
export function isRhythm(per: string | null): boolean {
  return per !== null && /^(?:每|年)(?:半|个)?(?:年度?|季度?|月|周|学期|学年|旬|日|天|均)$/u.test(per);
}

/** By how much to multiply a figure over `from` to have it over `to`; null where they are not of the same thing. */
export function denominatorFactor(from: Denominator | null, to: Denominator | null): number | null {
  if (from === null || to === null) return from === to ? 1 : null;
  return from.of === to.of ? to.size / from.size : null;
}
