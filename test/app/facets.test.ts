import { expect, it } from 'vitest';
import { profiles } from '../../src/app/profiles/index.js';
import { facetsOf } from '../../src/app/query/facets.js';
import type { Dimension, Tally } from '../../src/domain/tally.js';

const [profile] = profiles;
if (!profile) throw new Error('no profile');

it('tells values of one count in one order, none and an empty one among them', async () => {
  const values = [null, '', '甲县', '乙县'];
  const orders = [values, [...values].reverse(), ['', '乙县', null, '甲县']];
  const told = [];
  for (const order of orders) {
    const tallies = async (_tenant: string, _filter: unknown, groupings: readonly Dimension[][]) =>
      groupings.map(([name]): Tally[] =>
        name === 'place' ? order.map((value) => ({ values: [value], rows: 1 })) : [],
      );
    const store = { tallies, units: async () => [], document: async () => null } as never;
    const { facets } = await facetsOf(store, 'office', {} as never, { today: '2025-06-01', profile });
    told.push(facets.place.values.map(({ value }) => value));
  }
  expect(told).toEqual(orders.map(() => [null, '', '乙县', '甲县']));
});
