import type { Place } from './places.js';
import type { Chooser } from './random.js';
import type { Trade } from './trades.js';

/** `text` is how it is written before the figure; empty where the document's own period is meant. */
export interface When {
  readonly text: string;
  readonly date: string;
}

/** A promise before it is put into words. */
export interface Fact {
  readonly sort: 'rate' | 'limit' | 'work' | 'coverage' | 'rule';
  readonly verb: string;
  /** What is measured, without its verb. */
  readonly thing: string;
  readonly value: number;
  readonly unit: string;
  readonly comparator: '=' | '>=' | '<=' | null;
  readonly hedged: boolean;
  readonly when: When;
}

const lastDay = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** A day within the years, as offices write it. */
export function whenOf(chooser: Chooser, years: readonly [from: number, to: number]): When {
  const year = chooser.int(...years);
  const month = chooser.pick([3, 6, 9, 10, 11]);
  return chooser.pick<When>([
    { text: `到${year}年底`, date: `${year}-12-31` },
    { text: `${year}年底前`, date: `${year}-12-31` },
    { text: `到${year}年`, date: `${year}-12-31` },
    { text: `${year}年${month}月底前`, date: lastDay(year, month) },
  ]);
}

/** Two figures of one document are never the same, so that each is known by its value and unit alone. */
export class Values {
  readonly #used = new Set<string>();

  /** The figure that `draw` gives, another where it was given before. */
  take(unit: string, draw: () => number): number {
    for (let tries = 0; tries < 200; tries++) {
      const value = draw();
      if (this.#used.has(`${value}${unit}`)) continue;
      this.#used.add(`${value}${unit}`);
      return value;
    }
    throw new Error(`no other figure in ${unit}`);
  }
}

export const tenth = (value: number): number => Math.round(value * 10) / 10;

function around(chooser: Chooser, about: number): number {
  const value = (about * chooser.int(40, 260)) / 100;
  return about < 30 ? Math.max(2, Math.round(value)) : Math.round(value);
}

export interface Telling {
  readonly place: Place;
  readonly years: readonly [from: number, to: number];
}

/** Promises of one trade, each of another thing. */
export function factsOf(
  chooser: Chooser,
  trade: Trade,
  { place, years }: Telling,
  count: number,
  values: Values,
): Fact[] {
  const each = [
    ...trade.rates.map((thing) => ({ sort: 'rate', thing }) as const),
    ...trade.limits.map((thing) => ({ sort: 'limit', thing }) as const),
    ...trade.works.map((work) => ({ sort: 'work', thing: work[1], work }) as const),
    ...trade.coverages.map((thing) => ({ sort: 'coverage', thing }) as const),
    ...trade.rules.map((thing) => ({ sort: 'rule', thing: `《${place.name}${thing}管理办法》` }) as const),
  ];
  return chooser.some(each, count).map((choice): Fact => {
    const { sort, thing } = choice;
    const when = whenOf(chooser, years);
    const hedged = (sort === 'rate' || sort === 'work') && chooser.chance(0.15);
    const base = { thing, when, hedged };
    if (choice.sort === 'work') {
      const [verb, , unit, about] = choice.work;
      const value = values.take(unit, () => around(chooser, about));
      return { ...base, sort: 'work', verb, value, unit, comparator: chooser.pick(['=', '=', '>=']) };
    }
    const share = (least: number, most: number) =>
      values.take('%', () => tenth(chooser.int(least, most) / 10));
    const told = {
      rate: () => ({
        value: share(620, 995),
        unit: '%',
        comparator: chooser.pick(['>=', '>=', '='] as const),
      }),
      limit: () => ({ value: share(5, 120), unit: '%', comparator: '<=' as const }),
      coverage: () => ({ value: 100, unit: '%', comparator: '=' as const }),
      rule: () => ({ value: 0, unit: '', comparator: null }),
    };
    return { ...base, sort: choice.sort, verb: '', ...told[choice.sort]() };
  });
}
