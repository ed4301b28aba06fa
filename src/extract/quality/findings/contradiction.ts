import type { Item } from '../../../domain/item.js';
import { type Phrase, phrase } from '../../../domain/phrase.js';
import { aboutItem, type FindingRule } from './draft-text.js';

/** A rate is one thing in a place; so many schools may be these here and those there. */
const rate = /%|‰|百分点|倍|\//u;
const shortestOfRate = 4;
/** From this length on an indicator names one thing that has one count. */
const shortestOfCount = 7;
/** Indicators that were put together from a neighbour's words may be another's. */
const borrowed = /^indicator:(?:inherited|part-of-whole|share-of-previous|distributed)$/u;
/** 每年、其中, or a part of the whole, has its own figure. */
const ofAPart = /其中|分别|各|每/u;

const words = (item: Item): string =>
  item.indicator.replace(/[\s“”"]/gu, '').replace(/^(?:全[市县区省州]|我[市县区省州]|[市县区省])/u, '');

/** What two figures must share to speak of the same thing; null where that cannot be told. */
function subject(item: Item): string | null {
  const name = words(item);
  const { unit, per, deadline, change, stance, kind, rules } = item;
  if (kind !== 'quantity' || item.value === null || deadline?.date == null) return null;
  if (rules.indicator?.some((rule) => borrowed.test(rule)) || ofAPart.test(name)) return null;
  if (name.length < (rate.test(unit ?? '') || per !== null ? shortestOfRate : shortestOfCount)) return null;
  return JSON.stringify([stance, name, unit, per, change, deadline.date]);
}

const lowest = ({ value }: Item): number => value ?? 0;
const highest = ({ value, valueMax }: Item): number => valueMax ?? value ?? 0;
const differ = (a: Item, b: Item): boolean => lowest(a) > highest(b) || lowest(b) > highest(a);

const isCell = ({ rules }: Item): boolean => rules.item?.includes('table:indicator-row') ?? false;
const where = (item: Item): Phrase => {
  const page = item.page;
  const zh = page === null ? `原文第 ${item.start} 字` : `第 ${page} 页`;
  const en = page === null ? `offset ${item.start}` : `page ${page}`;
  return isCell(item) ? phrase(`${zh}，表格`, `${en}, table`) : phrase(zh, en);
};
const figure = ({ valueText }: Item): string => (valueText ?? '').replace(/\s+/gu, '');

/** The same indicator, denominator, unit and day with two values: text against text, text against table. */
export const contradictionFindings: FindingRule = ({ items }) => {
  const first = new Map<string, Item>();
  return items.flatMap((item) => {
    const key = subject(item);
    if (key === null) return [];
    const before = first.get(key);
    if (!before) first.set(key, item);
    if (!before || !differ(before, item)) return [];
    return aboutItem('figures-contradict', item, {
      one: figure(before),
      other: figure(item),
      whereOne: where(before),
      whereOther: where(item),
    });
  });
};
