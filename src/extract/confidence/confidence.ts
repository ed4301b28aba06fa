import type { Confidence } from '../../domain/item.js';
import { around, namedSigns, sayFields, type Told } from './signs.js';
import { offsets, weights } from './weights.js';

type Table = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/** Weights by what a sign is told by (`deadline<`, `kind=`, nothing) and by what that says: no name is put together for each item. */
const table: Table = (() => {
  const groups = new Map<string, Map<string, readonly number[]>>();
  for (const [name, each] of Object.entries(weights)) {
    const end = name.search(/[<=]/) + 1;
    const group = groups.get(name.slice(0, end)) ?? new Map<string, readonly number[]>();
    groups.set(name.slice(0, end), group.set(name.slice(end), each));
  }
  return groups;
})();

/** Named signs with their weights: one that weighs nothing need not be looked for. */
const weighed = namedSigns.flatMap(([name, holds]) => {
  const each = weights[name];
  return each ? [{ holds, each }] : [];
});

/** Two digits: the calibration bears no more. */
const likelihood = (sum: number | undefined): number => Math.round(100 / (1 + Math.exp(-(sum ?? 0)))) / 100;

/**
 * How likely an auditor agrees: with the row whole (`row`), with its being an item at all (`item`), and with each field that
 * is read wrong often enough to tell. Logistic in the signs that hold (signs.ts), weighed on rows whose documents the rules
 * of the day had not seen (bench/confidence.ts).
 */
export function confidenceOf(told: Told): Confidence {
  const sums = [...offsets];
  const count = (each: readonly number[]): void => {
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (each[i] ?? 0);
  };
  const seen = around(told);
  for (const { holds, each } of weighed) if (holds(seen)) count(each);
  const counted: (readonly number[])[] = [];
  sayFields(told, (group, value) => {
    const each = table.get(group)?.get(value);
    if (each === undefined || counted.includes(each)) return;
    counted.push(each);
    count(each);
  });
  const [row, item, stance, deadline, indicator] = sums.map(likelihood);
  return { row, item, stance, deadline, indicator } as Confidence;
}
