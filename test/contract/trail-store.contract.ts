import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrailStore } from '../../src/app/ports/trail-store.js';
import { verifyTrail } from '../../src/app/trail/verify-trail.js';
import type { NewTrailEntry } from '../../src/domain/trail.js';
import { newTenant } from './ledger-fixtures.js';

const entry = (tenant: string, n = 1): NewTrailEntry => ({
  ...{ tenant, at: `2025-01-01T00:00:0${n % 10}.000Z`, actor: 'person:p1' },
  ...{ action: 'POST /api/v1/users', subject: n % 2 ? `u${n}` : null, outcome: '201' },
});

/** What every store of the audit trail keeps to; each test works in an office of its own. */
export function trailStoreContract(name: string, open: () => Promise<TrailStore>): void {
  describe(`trail store: ${name}`, () => {
    let store: TrailStore;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store?.close());

    it('is migrated once, and answers', async () => {
      expect(await store.migrate()).toEqual([]);
      await store.ping();
    });

    it('numbers entries from one and gives them back in order, those after a number', async () => {
      const [tenant, other] = [newTenant(), newTenant()];
      for (let n = 1; n <= 5; n++) await store.append(entry(tenant, n));
      expect((await store.append(entry(other))).number).toBe(1);
      const all = await store.entries(tenant, { after: 0, limit: 10 });
      expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
      expect(all[1]).toMatchObject(entry(tenant, 2));
      expect(all[1]?.previous).toBe(all[0]?.hash);
      const some = await store.entries(tenant, { after: 2, limit: 2 });
      expect(some).toEqual(all.slice(2, 4));
      const last = await store.newest(tenant, { limit: 2 });
      expect(last).toEqual(all.slice(3).reverse());
      expect(await store.newest(tenant, { before: 4, limit: 10 })).toEqual(all.slice(0, 3).reverse());
      expect(await store.newest(newTenant(), { limit: 10 })).toEqual([]);
    });

    it('is one chain, also where many write at once, and verifies', async () => {
      const tenant = newTenant();
      await Promise.all(Array.from({ length: 30 }, (_, n) => store.append(entry(tenant, n))));
      const all = await store.entries(tenant, { after: 0, limit: 100 });
      expect(await verifyTrail(store, tenant)).toEqual({
        whole: 30,
        lastHash: all.at(-1)?.hash,
        broken: null,
      });
      expect(await verifyTrail(store, newTenant())).toMatchObject({ whole: 0, broken: null });
    });
  });
}
