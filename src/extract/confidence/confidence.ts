import type { Confidence } from '../../domain/item.js';
import { signsOf, type Told } from './signs.js';
import { offsets, weights } from './weights.js';

const parts = ['row', 'item', 'stance', 'deadline', 'indicator'] as const;

/** Two digits: the calibration bears no more. */
const likelihood = (sum: number): number => Math.round(100 / (1 + Math.exp(-sum))) / 100;

/**
 * How likely an auditor agrees: with the row whole (`row`), with its being an item at all (`item`), and with each field that
 * is read wrong often enough to tell. Logistic in the signs that hold (signs.ts), weighed on rows whose documents the rules
 * of the day had not seen (bench/confidence.ts).
 */
export function confidenceOf(told: Told): Confidence {
  const sums = [...offsets];
  for (const sign of signsOf(told))
    weights[sign]?.forEach((weight, i) => {
      sums[i] = (sums[i] ?? 0) + weight;
    });
  return Object.fromEntries(parts.map((part, i) => [part, likelihood(sums[i] ?? 0)])) as Confidence;
}
