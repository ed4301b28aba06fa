import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { addDone, newTenant } from './ledger-fixtures.js';
import { expectKeptFigures } from './ledger-store-figures.contract.js';

const days = { today: '2025-06-01', soonUntil: '2025-07-01' };
/** More promises than are counted at one go. */
const many = Array.from({ length: 2_500 }, (_, n) => ({
  responsible: [`第${n % 7}局`],
  deadline: `202${4 + (n % 4)}-0${1 + (n % 9)}-15`,
}));

/**
 * @param other the same ledger, as another process opens it
 * @param miscount makes kept counts of an office wrong, past the store
 */
export interface Recounting {
  readonly store: LedgerStore;
  readonly other: LedgerStore;
  readonly miscount: (tenant: string) => Promise<void>;
}

/** What setting kept counts right holds to, whoever else is at work. */
export function recountCases(open: () => Recounting): void {
  const wrongOffice = async () => {
    const tenant = newTenant();
    const { store, miscount } = open();
    await addDone(store, tenant, `${tenant}-large`, many);
    await store.promiseCells(tenant, days);
    await miscount(tenant);
    await expect(expectKeptFigures(store, tenant)).rejects.toThrow();
    return tenant;
  };

  it('sets them right once where several do so at the same time', async () => {
    const tenant = await wrongOffice();
    const { store, other } = open();
    const mended = await Promise.all(
      [store, other, store, other].map((each) => each.recountPromises(tenant)),
    );
    await expectKeptFigures(store, tenant);
    expect(mended.filter((cells) => cells > 0)).toHaveLength(1);
    expect(await other.recountPromises(tenant)).toBe(0);
  });

  it('loses nothing of what is written while it counts', async () => {
    const tenant = await wrongOffice();
    const { store, other } = open();
    const write = (n: number) =>
      addDone(n % 2 === 0 ? store : other, tenant, `${tenant}-${n}`, [
        { responsible: ['第8局'], deadline: '2026-03-31' },
      ]);
    const repair = store.recountPromises(tenant);
    await Promise.all(Array.from({ length: 16 }, (_, n) => write(n)));
    expect(await repair).toBeGreaterThan(0);
    await expectKeptFigures(other, tenant);
    expect(await other.recountPromises(tenant)).toBe(0);
  });

  it('has nothing to set right in an office that nobody knows', async () => {
    expect(await open().store.recountPromises(newTenant())).toBe(0);
  });
}
