import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { plainSource } from '../support/plain-source.js';
import { addDone, allRows, engine, meta, newTenant } from './ledger-fixtures.js';

export function tenantCases(store: () => LedgerStore): void {
  const filled = async () => {
    const tenant = newTenant();
    const given = [{ quote: '甲', responsible: ['教育局'], deadline: '2025-12-31' }];
    const id = await addDone(store(), tenant, 'the same file', given, { proposalNumber: '12' });
    return { tenant, id };
  };

  it('takes the same file in two offices as two documents, with the same rows for each', async () => {
    const [one, two] = [await filled(), await filled()];
    expect(one.id).not.toBe(two.id);
    const [a] = await allRows(store(), one.tenant);
    const [b] = await allRows(store(), two.tenant);
    expect(a?.id).toBe(b?.id);
    expect([a?.tenant, a?.documentId, b?.tenant, b?.documentId]).toEqual([
      one.tenant,
      one.id,
      two.tenant,
      two.id,
    ]);
    expect(a?.unitIds).not.toEqual(b?.unitIds);
    await addDone(store(), one.tenant, 'the same file', []);
    expect(await store().count(two.tenant, { text: '甲', unit: '教育局', proposal: '12' }, 9)).toBe(1);
    expect(await store().row(one.tenant, a?.id ?? '')).toBeNull();
    expect(await store().row(two.tenant, a?.id ?? '')).toEqual(b);
  });

  it('shows an office nothing of another', async () => {
    const { tenant: other, id } = await filled();
    const [row] = await allRows(store(), other);
    const tenant = newTenant();
    expect(await store().document(tenant, id)).toBeNull();
    expect(await store().text(tenant, id)).toBeNull();
    expect((await store().documents(tenant, { limit: 9 })).rows).toEqual([]);
    expect(await store().row(tenant, row?.id ?? '')).toBeNull();
    expect(await store().units(tenant)).toEqual([]);
    expect(await store().proposals(tenant)).toEqual([]);
    const filters = [
      {},
      { documentId: id },
      { unit: '教育局' },
      { authority: '教育' },
      { text: '甲' },
      { proposal: '12' },
    ];
    for (const filter of filters) {
      expect(await store().count(tenant, filter, 9)).toBe(0);
      expect(await allRows(store(), tenant, filter)).toEqual([]);
    }
    const { nextCursor } = await store().rows(other, {}, { sort: 'deadline', limit: 1 });
    expect(nextCursor).toBeNull();
  });

  it('lets an office change nothing of another', async () => {
    const { tenant: other, id } = await filled();
    const state = async () => [
      await store().document(other, id),
      await allRows(store(), other),
      await store().units(other),
      await store().proposals(other),
      await store().text(other, id),
    ];
    const before = await state();
    const [unit] = await store().units(other);
    const tenant = newTenant();
    const proposal = { body: null, session: null, number: '1', title: null };
    const attempts = [
      store().markQueued(tenant, id),
      store().saveText(tenant, id, plainSource('x')),
      store().saveExtraction(tenant, id, { engine, meta: meta(), items: [], intentions: 0 }),
      store().fail(tenant, id, { code: 'x', message: 'x' }),
      store().addUnitAlias(tenant, unit?.id ?? '', '甲'),
      store().linkProposal(tenant, id, proposal),
    ];
    const outcomes = await Promise.allSettled(attempts);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'not-found' } });
    expect(await state()).toEqual(before);
    expect([await store().units(tenant), await store().proposals(tenant)]).toEqual([[], []]);
  });

  it('makes nothing of an alias of another office', async () => {
    const [one, two] = [await filled(), await filled()];
    const [unit] = await store().units(one.tenant);
    await store().addUnitAlias(one.tenant, unit?.id ?? '', '教委');
    expect(await store().count(one.tenant, { unit: '教委' }, 9)).toBe(1);
    expect(await store().count(two.tenant, { unit: '教委' }, 9)).toBe(0);
  });
}
