import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { profiles } from '../../src/app/profiles/index.js';
import { statisticsOf, talliedStatistics } from '../../src/app/query/statistics.js';
import { anchorOf } from '../../src/app/standing/resolve.js';
import type { DecisionBody } from '../../src/domain/decision.js';
import { change, firstReport, lastReport, plan } from '../support/river-county.js';
import fc from '../support/seeded.js';
import { arrive, promises, retrack } from '../support/tracked-ledger.js';
import { documentSeed, ledgerArbitrary } from './ledger-arbitraries.js';
import { addDone, newTenant } from './ledger-fixtures.js';

const [profile] = profiles;
if (!profile) throw new Error('no profile');

/** Before all deadlines, on and around some, at the turn of a year, after all. */
const days = [
  '2020-01-01',
  '2024-06-30',
  '2025-12-15',
  '2025-12-31',
  '2026-01-01',
  '2027-06-30',
  '2040-05-05',
];

/** Figures from the counts kept with the rows are those that the rows give, on any day. */
export async function expectKeptFigures(store: LedgerStore, tenant: string, after?: string): Promise<void> {
  for (const today of days) {
    const reading = { today, profile: profile as NonNullable<typeof profile> };
    const counted = await talliedStatistics(store, tenant, reading);
    expect(await statisticsOf(store, tenant, reading), `${today} after ${after}`).toEqual(counted);
  }
}

const texts = { plan, firstReport, change, lastReport };
const names = ['plan', 'firstReport', 'change', 'lastReport'] as const;
type Name = (typeof names)[number];

const body: fc.Arbitrary<DecisionBody> = fc.oneof(
  fc.constantFrom<DecisionBody[]>(
    ...([{ kind: 'close' }, { kind: 'reopen' }, { kind: 'vague' }, { kind: 'clear' }] as const),
    ...([{ kind: 'accept' }, { kind: 'reject' }, { kind: 'unreview' }, { kind: 'unmerge' }] as const),
  ),
  fc.record({ kind: fc.constant('extend' as const), due: fc.constantFrom('2024-06-30', '2026-01-01') }),
  fc.record({
    kind: fc.constant('correct' as const),
    fields: fc.record({ responsible: fc.subarray(['县民政局', '县卫健局', '县财政局']) }),
  }),
);

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide' as const), at: fc.nat(20), body }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('arrive' as const, 'again' as const, 'track' as const, 'bin' as const),
      name: fc.constantFrom(...names),
    }),
  },
  fc.record({
    do: fc.constantFrom('alias' as const, 'merge' as const, 'claim' as const),
    at: fc.nat(20),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

export function figureCases(store: () => LedgerStore): void {
  const take = async (tenant: string, each: Step): Promise<void> => {
    const place = '浔岭县';
    const documents = (await store().documents(tenant, { limit: 50 })).rows;
    const called = (name: Name) => documents.find((document) => document.name === name);
    if ('name' in each) {
      const arrival = { tenant, name: each.name, text: texts[each.name], place };
      const id = called(each.name)?.id;
      const [binned] = (await store().binned(tenant, { limit: 1 })).rows;
      if (each.do === 'bin' && binned) await store().restoreDocument(tenant, binned.document.id);
      else if (each.do === 'bin' && id) await store().binDocument(tenant, id, '甲');
      else if (binned?.document.name === each.name) return;
      else if (each.do === 'track' && id) await retrack(store(), tenant, id);
      else if (each.do === 'again')
        await arrive(store(), { ...arrival, rules: 'newer', reading: (items) => items.slice(1) });
      else await arrive(store(), arrival);
      return;
    }
    const rows = (await promises(store(), tenant)).filter(({ state }) => state !== null);
    const row = rows[each.at % Math.max(1, rows.length)];
    const other = rows[(each.at + 1) % Math.max(1, rows.length)];
    if (!row || !other) return;
    const anchor = anchorOf(row.documentId, row);
    const said = { tenant, anchor, reason: '经核实', madeBy: '甲', madeAt: '2025-06-01T00:00:00.000Z' };
    const decide = (decided: DecisionBody) =>
      store().decide(tenant, { ...said, body: decided }, row.state?.version ?? 0);
    if (each.do === 'decide') await decide(each.body);
    else if (each.do === 'merge' && other !== row)
      await decide({ kind: 'merge', into: anchorOf(other.documentId, other) });
    else if (each.do === 'claim')
      await store().claim(tenant, {
        ...{ tenant, anchor, state: 'done', text: '已办结', files: [], unit: null, madeBy: '乙' },
        madeAt: said.madeAt,
      });
    else if (each.do === 'alias') {
      const [unit, second] = await store().units(tenant);
      if (unit && second) await store().addUnitAlias(tenant, unit.id, second.name);
    }
  };

  it('keeps its counts with the rows: whatever happens, they are what the rows give', async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      const tenant = newTenant();
      await take(tenant, { do: 'arrive', name: 'plan' });
      await take(tenant, { do: 'arrive', name: 'firstReport' });
      for (const each of steps) await take(tenant, each);
      await expectKeptFigures(store(), tenant, JSON.stringify(steps));
    });
    await fc.assert(property, { numRuns: 6 });
  });

  it('counts, for any ledger, what the rows give, units under one name too', async () => {
    const property = fc.asyncProperty(ledgerArbitrary, async (documents) => {
      const tenant = newTenant();
      for (const [index, { items, about }] of documents.entries())
        await addDone(store(), tenant, documentSeed(index), items, about);
      await expectKeptFigures(store(), tenant, 'extraction');
      const units = await store().units(tenant);
      const known = units.find(({ name }) => name === '市教育局');
      if (known) await store().addUnitAlias(tenant, known.id, '教育局');
      await expectKeptFigures(store(), tenant, 'an alias');
      for (const { id } of (await store().documents(tenant, { limit: 50 })).rows)
        await store().binDocument(tenant, id, '甲');
      expect(await store().promiseCells(tenant, { today: '2025-01-01', soonUntil: '2025-01-31' })).toEqual(
        [],
      );
    });
    await fc.assert(property, { numRuns: 8 });
  });
}
