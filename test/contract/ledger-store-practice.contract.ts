import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { national } from '../../src/app/profiles/national.profile.js';
import { newTenant } from './ledger-fixtures.js';

const given = (dueSoonDays: number | null) => ({
  profile: dueSoonDays === null ? null : { ...national, id: 'ours', dueSoonDays },
  madeBy: '管理员',
  madeAt: '2026-01-02T03:04:05.000Z',
});

/** What every ledger store keeps of an office's practice. */
export function practiceCases(store: () => LedgerStore): void {
  it('keeps what an office sets last, and nothing for another office', async () => {
    const [tenant, other] = [newTenant(), newTenant()];
    expect(await store().practice(tenant)).toBeNull();
    expect(await store().setPractice(tenant, given(7), 0)).toEqual({ version: 1, ...given(7) });
    expect(await store().setPractice(tenant, given(9), 1)).toEqual({ version: 2, ...given(9) });
    expect(await store().practice(tenant)).toEqual({ version: 2, ...given(9) });
    expect(await store().setPractice(tenant, given(null))).toEqual({ version: 3, ...given(null) });
    expect(await store().practice(tenant)).toEqual({ version: 3, ...given(null) });
    expect(await store().practice(other)).toBeNull();
  });

  it('takes one of several that were made from the same version', async () => {
    const tenant = newTenant();
    await store().setPractice(tenant, given(1));
    const both = await Promise.allSettled(
      [2, 3, 4].map((days) => store().setPractice(tenant, given(days), 1)),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of both)
      if (each.status === 'rejected')
        expect(each.reason).toMatchObject({ code: 'edit-conflict', parameters: { version: 2 } });
    expect((await store().practice(tenant))?.version).toBe(2);
  });

  it('takes all of several that were made from any', async () => {
    const tenant = newTenant();
    const made = await Promise.all([2, 3, 4].map((days) => store().setPractice(tenant, given(days))));
    expect(made.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
  });
}
