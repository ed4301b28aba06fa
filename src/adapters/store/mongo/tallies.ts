import type { PipelineStage } from 'mongoose';
import type { LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import type { Dimension, Tally } from '../../../domain/tally.js';
import { askedTerms } from '../shared/asked-terms.js';
import { noDeadlineUp } from '../shared/row-order.js';
import type { Models } from './models.js';
import { rowCondition } from './row-filter.js';
import { statusesOn } from './standing-expression.js';

const month = (day: unknown) => ({
  $cond: [{ $eq: [day, noDeadlineUp] }, null, { $substrBytes: [day, 0, 7] }],
});
const flag = (condition: unknown) => ({ $cond: [condition, 'true', 'false'] });
const lacks = (element: string) => ({ $in: [element, { $ifNull: ['$missing', []] }] });

type Days = { readonly today: string; readonly soonUntil: string };

function expressionOf(dimension: Dimension, days: Days): unknown {
  switch (dimension) {
    case 'document':
      return '$documentId';
    case 'month':
      return month('$deadlineUp');
    case 'unit':
      return '$unitIds';
    case 'statuses':
      return { $cond: [{ $ifNull: ['$state', false] }, statusesOn(days), null] };
    case 'past':
      return flag({ $lte: ['$deadlineUp', days.today] });
    case 'vague':
      return flag({ $or: [{ $eq: ['$state.vague', true] }, lacks('measure'), lacks('deadline')] });
    default:
      return { $ifNull: [`$${dimension}`, null] };
  }
}

const groups = (by: readonly Dimension[], at: number): PipelineStage.FacetPipelineStage[] => [
  ...(by.includes('unit') ? [{ $unwind: { path: '$unit', preserveNullAndEmptyArrays: true } }] : []),
  {
    $group: {
      _id: by.map((dimension) => ({ $ifNull: [`$${dimension}`, null] })),
      rows: { $sum: 1 },
    },
  },
  { $sort: { rows: -1 } },
  { $project: { _id: 0, at: { $literal: at }, values: '$_id', rows: 1 } },
];

/** One record a tally: all of them in one document would be refused beyond 16 MiB. */
const oneByOne = (groupings: number): PipelineStage[] => [
  { $project: { told: { $concatArrays: Array.from({ length: groupings }, (_, at) => `$g${at}`) } } },
  { $unwind: '$told' },
  { $replaceWith: '$told' },
];

export function tallyMethods(
  models: Models,
  tokenize: Tokenize,
): Pick<LedgerStore, 'tallies' | 'searchWords'> {
  return {
    async tallies(tenant, filter, by, { cap, promisesOnly, ...days }) {
      const terms = await askedTerms(filter, tokenize);
      const shown = [...new Set(by.flat())].map((dimension) => [dimension, expressionOf(dimension, days)]);
      const told = await models.items
        .aggregate<Tally & { at: number }>([
          { $match: await rowCondition(models, tenant, filter, terms) },
          ...(promisesOnly
            ? [{ $match: { 'state.doubleOf': null, 'state.review': { $ne: 'rejected' } } }]
            : []),
          ...(cap === undefined ? [] : [{ $limit: cap }]),
          { $project: { _id: 0, ...Object.fromEntries(shown) } },
          { $facet: Object.fromEntries(by.map((each, at) => [`g${at}`, groups(each, at)])) },
          ...oneByOne(by.length),
        ])
        .allowDiskUse(true);
      const tallies: Tally[][] = by.map(() => []);
      for (const { at, values, rows } of told) tallies[at]?.push({ values, rows });
      return tallies;
    },

    async searchWords(text) {
      return (await askedTerms({ text }, tokenize)) ?? [];
    },
  };
}
