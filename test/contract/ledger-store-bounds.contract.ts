import { describe, expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import type { BoundFilter } from '../../src/domain/ledger.js';
import { addDone, newTenant, quotes } from './ledger-fixtures.js';

/** Rows that whoever asks is bound to, whatever else they ask for. */
export function boundsCases(store: () => LedgerStore): void {
  describe('rows within bounds', () => {
    const filled = async () => {
      const tenant = newTenant();
      const given = [
        { quote: '新建学校', responsible: ['市教育局'], deadline: '2025-12-31' },
        { quote: '改造小区', responsible: ['市住建局'] },
        { quote: '两家共建', responsible: ['市教育局', '市住建局'] },
        { quote: '无人认领' },
      ];
      await addDone(store(), tenant, 'one', given, { proposalNumber: '12', body: 'npc' });
      await addDone(store(), tenant, 'two', [{ quote: '另一件', responsible: ['市教育局'] }]);
      const units = await store().units(tenant);
      const unit = (name: string) => units.find((each) => each.name === name)?.id ?? '';
      return { tenant, unit, proposals: await store().proposals(tenant) };
    };
    const seen = async (tenant: string, filter: BoundFilter) => {
      const found = (await quotes(store(), tenant, filter)).sort();
      expect(await store().count(tenant, filter, 100)).toBe(found.length);
      return found;
    };

    it('are those of the units, of one or the other', async () => {
      const { tenant, unit } = await filled();
      const education = { unitIds: [unit('市教育局')] };
      expect(await seen(tenant, { within: education })).toEqual(['两家共建', '另一件', '新建学校'].sort());
      expect(await seen(tenant, { within: { unitIds: [unit('市住建局')] } })).toEqual(
        ['两家共建', '改造小区'].sort(),
      );
      const both = { unitIds: [unit('市教育局'), unit('市住建局')] };
      expect(await seen(tenant, { within: both })).toHaveLength(4);
    });

    it('are those of the documents of the proposals', async () => {
      const { tenant, proposals } = await filled();
      const within = { proposalIds: proposals.map(({ id }) => id) };
      expect(await seen(tenant, { within })).toEqual(['新建学校', '改造小区', '两家共建', '无人认领'].sort());
    });

    it('are none where one is bound to nothing, or to what another office has', async () => {
      const { tenant } = await filled();
      const other = await filled();
      for (const within of [
        { unitIds: [] },
        { proposalIds: [] },
        { unitIds: [other.unit('市教育局')] },
        { proposalIds: other.proposals.map(({ id }) => id) },
      ])
        expect(await seen(tenant, { within })).toEqual([]);
    });

    it('hold beside every other filter', async () => {
      const { tenant, unit } = await filled();
      const within = { unitIds: [unit('市住建局')] };
      expect(await seen(tenant, { within, unit: '教育' })).toEqual(['两家共建']);
      expect(await seen(tenant, { within, text: '无人' })).toEqual([]);
      expect(await seen(tenant, { within, deadlineTo: '2025-12-31' })).toEqual([]);
      expect(await seen(tenant, { within, proposal: '12' })).toHaveLength(2);
    });
  });
}
