import type { Item } from '../../domain/item.js';
import type { Comparable } from '../compare/comparable.js';
import type { Report, Target } from '../fact/document-view.js';

const verbs: Readonly<Record<'increase' | 'decrease', string>> = { increase: '增加', decrease: '减少' };

/** The figure in the words of the source: 增长5%左右, 92%以上. */
export function figureWords(fact: Target | Report): string {
  const { item } = fact;
  const text = (item.valueText ?? '').replace(/\s+/gu, '');
  if (fact.nature === 'growth' || fact.nature === 'points' || fact.nature === 'added') {
    const verb =
      fact.nature === 'growth'
        ? fact.value < 0
          ? '下降'
          : '增长'
        : fact.value < 0
          ? verbs.decrease
          : fact.nature === 'added'
            ? '新增'
            : '提高';
    return `${verb}${text}`;
  }
  return item.per === null ? text : `${item.per}${text}`;
}

const rounded = (value: number): string => String(Math.round(value * 10_000) / 10_000);

/** How much a figure falls short, in the target's own unit. */
export function gapWords(target: Target, comparable: Comparable): string {
  const gap = Math.abs(target.value - comparable.value) / target.measure.factor;
  const unit = target.item.unit === '%' ? '个百分点' : (target.item.unit ?? '');
  return gap > 0 ? `${rounded(gap)}${unit}` : '';
}

/** A value of the base unit in the item's unit. */
export function inUnit(value: number, target: Target): string {
  return `${rounded(value / target.measure.factor)}${target.item.unit ?? ''}`;
}

/** When a figure holds, in Chinese words that English readers take as dates too. */
export function timeWords(report: Report): string {
  const { kind, to, from } = report.window;
  if (to === null) return '（时间未说明）';
  if (kind === 'year') return `${to.slice(0, 4)}年`;
  if (kind === 'sum' && from !== null) return `${from.slice(0, 4)}—${to.slice(0, 4)}年累计`;
  if (kind === 'sum') return `至${to}累计`;
  return to;
}

export const flat = (text: string): string => text.replace(/\s+/gu, '');
export const indicatorWords = (item: Item): string => flat(item.indicator);
