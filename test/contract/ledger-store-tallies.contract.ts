import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { profiles } from '../../src/app/profiles/index.js';
import { anchorOf } from '../../src/app/standing/resolve.js';
import { daysOf } from '../../src/app/standing/standing-filter.js';
import { statusesOf } from '../../src/app/standing/statuses.js';
import type { BoundFilter, LedgerRow } from '../../src/domain/ledger.js';
import type { Dimension, Tally } from '../../src/domain/tally.js';
import { change, firstReport, lastReport, plan } from '../support/river-county.js';
import fc from '../support/seeded.js';
import { arrive, promises } from '../support/tracked-ledger.js';
import { documentSeed, filterArbitrary, ledgerArbitrary } from './ledger-arbitraries.js';
import { addDone, allRows, newTenant } from './ledger-fixtures.js';

const today = '2025-12-31';
const days = { today, soonUntil: '2026-01-30' };
const [profile] = profiles;
if (!profile) throw new Error('no profile');

const monthOf = (day: string | null) => day?.slice(0, 7) ?? null;

/** The values that a row has: several units, each one. */
function valuesOf(
  row: LedgerRow,
  dimension: Dimension,
  place: string | null,
  day: string,
): (string | null)[] {
  const due = row.state ? row.state.due : (row.deadline?.date ?? null);
  const statuses = row.state && statusesOf(row.state, day, profile as never);
  switch (dimension) {
    case 'stance':
    case 'kind':
    case 'strength':
      return [row[dimension]];
    case 'month':
      return [monthOf(due)];
    case 'document':
      return [row.documentId];
    case 'place':
      return [place];
    case 'unit':
      return row.unitIds.length === 0 ? [null] : [...row.unitIds];
    case 'statuses':
      return [statuses && `${statuses.claimed}/${statuses.verified}/${statuses.schedule}`];
    case 'past':
      return [String(due !== null && due <= day)];
    case 'vague':
      return [
        String(row.state?.vague || row.missing.includes('measure') || row.missing.includes('deadline')),
      ];
  }
}

/** What tallies mean, said once in plain code. */
function counted(
  rows: readonly LedgerRow[],
  by: readonly Dimension[],
  placeOf: (row: LedgerRow) => string | null,
  day = today,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    let keys: (string | null)[][] = [[]];
    for (const each of by) {
      const values = valuesOf(row, each, placeOf(row), day);
      keys = keys.flatMap((key) => values.map((value) => [...key, value]));
    }
    for (const key of keys) counts.set(JSON.stringify(key), (counts.get(JSON.stringify(key)) ?? 0) + 1);
  }
  return counts;
}

const asMap = (tallies: readonly Tally[]) =>
  new Map(tallies.map(({ values, rows }) => [JSON.stringify(values), rows]));

const groupings: Dimension[][] = [
  [],
  ['stance'],
  ['kind', 'strength'],
  ['month'],
  ['month', 'past'],
  ['document'],
  ['place'],
  ['unit'],
  ['unit', 'strength', 'vague'],
  ['statuses'],
];

export function tallyCases(store: () => LedgerStore): void {
  it('counts, for any ledger and filter, what the rows say', async () => {
    const property = fc.asyncProperty(
      ledgerArbitrary,
      fc.infiniteStream(fc.nat(1_000_000)),
      async (documents, seeds) => {
        const tenant = newTenant();
        for (const [index, { items, about }] of documents.entries())
          await addDone(store(), tenant, documentSeed(index), items, about);
        const units = await store().units(tenant);
        const known = units.find(({ name }) => name === '市教育局');
        if (known) await store().addUnitAlias(tenant, known.id, '教育局');
        const filters = fc.sample(filterArbitrary(tenant), { numRuns: 8, seed: seeds.next().value });
        for (const filter of [{}, { unitId: known?.id ?? 'u-none' }, { place: '澄岚市' }, ...filters]) {
          const rows = await allRows(store(), tenant, filter);
          const found = await store().tallies(tenant, filter, groupings, days);
          for (const [at, by] of groupings.entries())
            expect(asMap(found[at] ?? []), JSON.stringify({ filter, by })).toEqual(
              counted(rows, by, () => '澄岚市'),
            );
        }
      },
    );
    await fc.assert(property, { numRuns: 15 });
  });

  it('gives the most frequent first, and looks at no more rows than it may', async () => {
    const tenant = newTenant();
    const given = [...Array(7).keys()].map((n) => ({
      kind: n < 5 ? ('quantity' as const) : ('milestone' as const),
    }));
    await addDone(store(), tenant, 'many', given);
    const [kinds = []] = await store().tallies(tenant, {}, [['kind']], days);
    expect(kinds).toEqual([
      { values: ['quantity'], rows: 5 },
      { values: ['milestone'], rows: 2 },
    ]);
    const [all] = await store().tallies(tenant, {}, [[]], { ...days, cap: 3 });
    expect(all).toEqual([{ values: [], rows: 3 }]);
    expect(await store().tallies(newTenant(), {}, [[], ['kind']], days)).toEqual([[], []]);
  });

  it('narrows to a place and to one unit of the registry', async () => {
    const tenant = newTenant();
    const given = [
      { quote: '甲', responsible: ['教育局'] },
      { quote: '乙', responsible: ['市教育局'] },
    ];
    await addDone(store(), tenant, 'one', given);
    const units = await store().units(tenant);
    const found = async (filter: BoundFilter) =>
      (await allRows(store(), tenant, filter)).map(({ quote }) => quote).join('');
    expect(await found({ unit: '教育局' })).toBe('甲乙');
    for (const { id, name } of units)
      expect(await found({ unitId: id })).toBe(name === '教育局' ? '甲' : '乙');
    expect(await found({ unitId: 'u-none' })).toBe('');
    expect(await found({ place: '澄岚市' })).toBe('甲乙');
    expect(await found({ place: '澄岚' })).toBe('');
  });

  it('counts where promises stand on any day, decisions considered', async () => {
    const tenant = newTenant();
    const place = '浔岭县';
    for (const [name, text] of Object.entries({ plan, firstReport, change, lastReport }))
      await arrive(store(), { tenant, name, text, place });
    const [first, second, third, fourth, ...rest] = (await promises(store(), tenant)).filter(
      ({ document }) => document.name === 'plan',
    );
    if (!first || !second || !third || !fourth) throw new Error('too few promises');
    const decide = (row: LedgerRow, body: Parameters<LedgerStore['decide']>[1]['body']) =>
      store().decide(
        tenant,
        {
          tenant,
          anchor: anchorOf(row.documentId, row),
          body,
          reason: '经核实',
          madeBy: '甲',
          madeAt: today,
        },
        0,
      );
    await decide(first, { kind: 'close' });
    await decide(second, { kind: 'extend', due: '2027-06-30' });
    await decide(third, { kind: 'merge', into: anchorOf(first.documentId, first) });
    await decide(fourth, { kind: 'reject' });
    expect(rest.length).toBeGreaterThan(0);
    const rows = await allRows(store(), tenant, { stance: 'commitment' });
    for (const day of ['2024-06-01', '2025-12-31', '2026-12-15', '2028-01-01'])
      for (const promisesOnly of [false, true]) {
        const seen = rows.filter(
          ({ state }) => !promisesOnly || (!state?.doubleOf && state?.review !== 'rejected'),
        );
        const by: Dimension[][] = [['statuses'], ['month', 'statuses', 'past', 'vague'], ['place']];
        const options = { ...daysOf(day, profile as never), promisesOnly };
        const found = await store().tallies(tenant, { stance: 'commitment' }, by, options);
        for (const [at, each] of by.entries())
          expect(asMap(found[at] ?? [])).toEqual(counted(seen, each, () => place, day));
      }
    expect(rows.filter(({ state }) => state?.doubleOf)).toHaveLength(1);
  });

  it('says which words full text looks for', async () => {
    expect(await store().searchWords('新建 5G，学校')).toEqual(expect.arrayContaining(['新', '校']));
    expect(await store().searchWords('')).toEqual([]);
  });
}
