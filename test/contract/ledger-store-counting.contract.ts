import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { anchorOf } from '../../src/app/standing/resolve.js';
import type { DecisionBody } from '../../src/domain/decision.js';
import type { BoundFilter, LedgerRow } from '../../src/domain/ledger.js';
import { plan } from '../support/river-county.js';
import fc from '../support/seeded.js';
import { arrive, promises, retrack } from '../support/tracked-ledger.js';
import { filterArbitrary, sortArbitrary } from './ledger-arbitraries.js';
import { allRows, newTenant } from './ledger-fixtures.js';
import { referenceRows } from './reference-ledger.js';

const days = { today: '2025-12-31', soonUntil: '2026-01-30' };
const said = '县民政局';
const corrected = '县卫生健康局';
const text = plan.replace('到2025年底，出台', `${said}牵头，到2025年底，出台`);

/** Rows are found by the units and the deadline that count, decisions considered; the promise stays as it was said. */
export function countingCases(store: () => LedgerStore): void {
  const named = async (tenant: string, words: string): Promise<LedgerRow> => {
    const row = (await promises(store(), tenant)).find(
      ({ quote, document }) => document.name === 'plan' && quote.includes(words),
    );
    if (!row) throw new Error(`no promise of ${words}`);
    return row;
  };
  const decide = async (tenant: string, words: string, body: DecisionBody) => {
    const row = await named(tenant, words);
    await store().decide(
      tenant,
      {
        ...{ tenant, anchor: anchorOf(row.documentId, row), body, reason: '经核实', madeBy: '甲' },
        madeAt: '2025-06-01T00:00:00.000Z',
      },
      row.state?.version ?? 0,
    );
  };
  const found = async (tenant: string, filter: BoundFilter) =>
    (await allRows(store(), tenant, { stance: 'commitment', ...filter })).map(({ quote }) => quote);
  const unitId = async (tenant: string, name: string) =>
    (await store().units(tenant)).find((unit) => unit.name === name)?.id ?? 'u-none';
  const tallied = async (tenant: string, by: 'unit' | 'month') =>
    (await store().tallies(tenant, { stance: 'commitment' }, [[by]], days))[0]?.map(
      ({ values }) => values[0],
    );

  it('moves rights, filters and counts with the unit that a person corrected', async () => {
    const tenant = newTenant();
    await arrive(store(), { tenant, name: 'plan', text });
    const { quote, responsible } = await named(tenant, '办法');
    expect(responsible).toEqual([said]);
    const before = await unitId(tenant, said);
    expect(await found(tenant, { within: { unitIds: [before] } })).toEqual([quote]);
    await decide(tenant, '办法', { kind: 'correct', fields: { responsible: [corrected, '县财政局'] } });
    const now = await unitId(tenant, corrected);
    const row = await named(tenant, '办法');
    expect(row).toMatchObject({
      responsible: [said],
      unitIds: [now, await unitId(tenant, '县财政局')],
      state: { responsible: [corrected, '县财政局'] },
    });
    expect(await found(tenant, { within: { unitIds: [before] } })).toEqual([]);
    expect(await found(tenant, { within: { unitIds: [now] } })).toEqual([quote]);
    expect(await found(tenant, { unit: '民政' })).toEqual([]);
    expect(await found(tenant, { unit: '卫生健康' })).toEqual([quote]);
    expect(await found(tenant, { unitId: now })).toEqual([quote]);
    expect(await tallied(tenant, 'unit')).toEqual(expect.arrayContaining([now]));
    expect(await tallied(tenant, 'unit')).not.toContain(before);
    // Nobody answers to that name any more.
    expect((await store().units(tenant)).map(({ name }) => name)).not.toContain(said);
  });

  it('gives a row back to who was said, and to nobody', async () => {
    const tenant = newTenant();
    await arrive(store(), { tenant, name: 'plan', text });
    const before = await unitId(tenant, said);
    await decide(tenant, '办法', { kind: 'correct', fields: { responsible: [] } });
    expect((await named(tenant, '办法')).unitIds).toEqual([]);
    await decide(tenant, '办法', { kind: 'correct', fields: { responsible: [said] } });
    expect((await named(tenant, '办法')).unitIds).toEqual([before]);
    expect(await found(tenant, { within: { unitIds: [before] } })).toHaveLength(1);
  });

  it('keeps it so when the document is read and tracked anew, and follows an alias', async () => {
    const tenant = newTenant();
    const arrival = { tenant, name: 'plan', text };
    const id = await arrive(store(), arrival);
    await decide(tenant, '办法', { kind: 'correct', fields: { responsible: [corrected] } });
    await decide(tenant, '办法', { kind: 'extend', due: '2027-06-30' });
    await arrive(store(), { ...arrival, rules: 'newer' });
    await retrack(store(), tenant, id);
    const now = await unitId(tenant, corrected);
    expect((await named(tenant, '办法')).unitIds).toEqual([now]);
    expect(await found(tenant, { unitId: now, deadlineFrom: '2027-06-01' })).toHaveLength(1);
    await arrive(store(), {
      tenant,
      name: 'other',
      text: plan.replace('浔岭县老年大学', '县卫健局牵头，浔岭县老年大学'),
    });
    await store().addUnitAlias(tenant, now, '县卫健局');
    expect((await named(tenant, '办法')).unitIds).toEqual([now]);
    await decide(tenant, '占比', { kind: 'correct', fields: { responsible: ['县卫健局'] } });
    expect((await named(tenant, '占比')).unitIds).toEqual([now]);
  });

  it('goes by the deadline that counts', async () => {
    const tenant = newTenant();
    await arrive(store(), { tenant, name: 'plan', text });
    const { quote } = await named(tenant, '办法');
    const in2027 = { deadlineFrom: '2027-01-01', deadlineTo: '2027-12-31' };
    expect(await found(tenant, in2027)).toEqual([]);
    await decide(tenant, '办法', { kind: 'extend', due: '2027-06-30' });
    expect(await found(tenant, in2027)).toEqual([quote]);
    expect(await found(tenant, { deadlineTo: '2025-12-31' })).not.toContain(quote);
    expect(await tallied(tenant, 'month')).toContain('2027-06');
    const page = { sort: '-deadline', limit: 1, cursor: undefined } as const;
    expect((await store().rows(tenant, {}, page)).rows.map((row) => row.quote)).toEqual([quote]);
    expect((await named(tenant, '办法')).deadline).toMatchObject({ date: '2025-12-31' });
    await decide(tenant, '办法', { kind: 'correct', fields: { deadline: null } });
    expect(await found(tenant, { noDeadline: true })).toEqual([quote]);
    expect(await tallied(tenant, 'month')).toContain(null);
  });

  it('finds, whatever was decided, what the rows say', async () => {
    const body = fc.oneof(
      fc.record({ kind: fc.constant('extend' as const), due: fc.constantFrom('2024-12-31', '2026-06-30') }),
      fc.record({
        kind: fc.constantFrom('correct' as const, 'adjust' as const),
        fields: fc.record({ responsible: fc.subarray(['市教育局', '教育局', '澄岚市住建局', '农业农村局']) }),
      }),
    );
    const step = fc.tuple(fc.constantFrom('占比', '服务中心', '改造', '护理员', '老年大学', '办法'), body);
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.nat(1_000_000)),
      async (steps, seeds) => {
        const tenant = newTenant();
        await arrive(store(), { tenant, name: 'plan', text });
        for (const [words, each] of steps) await decide(tenant, words, each);
        const all = await allRows(store(), tenant, {});
        const seed = { numRuns: 20, seed: seeds.next().value };
        for (const filter of fc.sample(filterArbitrary(tenant), seed)) {
          const [sort = 'deadline'] = fc.sample(sortArbitrary, { ...seed, numRuns: 1 });
          const page = { sort, limit: 500, cursor: undefined };
          const { rows } = await store().rows(tenant, filter, page);
          expect(rows.map(({ id }) => id)).toEqual(referenceRows(all, filter, sort).map(({ id }) => id));
        }
      },
    );
    await fc.assert(property, { numRuns: 10 });
  });
}
