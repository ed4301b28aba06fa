import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReminderStore } from '../../src/app/ports/reminder-store.js';
import type { Reminder, ReminderDelivery } from '../../src/domain/reminder.js';
import { newTenant } from './ledger-fixtures.js';

const reminder = (key: string): Reminder => ({
  ...{ key, kind: 'due', id: 'i1', due: '2025-12-31', days: 7, workdays: 5 },
  ...{ title: '县域就诊率 92%以上', units: ['市卫生健康委'] },
});
const delivery = (
  tenant: string,
  day: string,
  keys: readonly string[],
  target = 'hook',
): ReminderDelivery => ({
  ...{ tenant, id: `${target}/${day}`, target, day, holidaysUnknown: [2027], sentAt: null },
  reminders: keys.map(reminder),
});

/** What every store of reminders keeps to; each test works in an office of its own. */
export function reminderStoreContract(name: string, open: () => Promise<ReminderStore>): void {
  describe(`reminder store: ${name}`, () => {
    let store: ReminderStore;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store?.close());

    it('is migrated once, and answers', async () => {
      expect(await store.migrate()).toEqual([]);
      await store.ping();
    });

    it('keeps a delivery as it is until it was sent, and says so only then', async () => {
      const [tenant, other] = [newTenant(), newTenant()];
      const made = delivery(tenant, '2025-12-24', ['a', 'b']);
      expect(await store.note(made)).toBe(true);
      expect(await store.delivery(tenant, made.id)).toEqual(made);
      expect(await store.delivery(other, made.id)).toBeNull();
      expect(await store.unsent(tenant, 10)).toEqual([made.id]);
      await store.markSent(tenant, made.id, '2025-12-24T01:00:00.000Z');
      await store.markSent(tenant, made.id, '2025-12-25T01:00:00.000Z');
      expect(await store.unsent(tenant, 10)).toEqual([]);
      expect((await store.delivery(tenant, made.id))?.sentAt).toBe('2025-12-24T01:00:00.000Z');
    });

    it('keeps who has a delivery, each once', async () => {
      const tenant = newTenant();
      const made = delivery(tenant, '2025-12-24', ['a']);
      await store.note(made);
      await store.note(delivery(tenant, '2025-12-25', ['b']));
      await store.noteTaken(tenant, made.id, ['x', 'y']);
      await store.noteTaken(tenant, made.id, ['y', 'z']);
      expect(await store.delivery(tenant, made.id)).toEqual({ ...made, taken: ['x', 'y', 'z'] });
      expect((await store.delivery(tenant, 'hook/2025-12-25'))?.taken).toBeUndefined();
      expect(await store.unsent(tenant, 10)).toEqual([made.id, 'hook/2025-12-25']);
    });

    it('takes a key once for each target, and all keys of a delivery or none', async () => {
      const tenant = newTenant();
      expect(await store.note(delivery(tenant, '2025-12-24', ['a', 'b']))).toBe(true);
      expect(await store.note(delivery(tenant, '2025-12-24', ['c']))).toBe(false);
      expect(await store.note(delivery(tenant, '2025-12-25', ['c', 'b']))).toBe(false);
      expect(await store.fresh(tenant, 'hook', ['a', 'b', 'c'])).toEqual(new Set(['c']));
      expect(await store.fresh(tenant, 'mail', ['a'])).toEqual(new Set(['a']));
      expect(await store.fresh(newTenant(), 'hook', ['a'])).toEqual(new Set(['a']));
      expect(await store.note(delivery(tenant, '2025-12-25', ['c']))).toBe(true);
      expect(await store.unsent(tenant, 10)).toEqual(['hook/2025-12-24', 'hook/2025-12-25']);
    });

    it('keeps one of many that are noted at once', async () => {
      const tenant = newTenant();
      const days = Array.from({ length: 12 }, (_, n) => `2025-12-${String(10 + n)}`);
      const kept = await Promise.all(days.map((day) => store.note(delivery(tenant, day, ['a', day]))));
      expect(kept.filter(Boolean)).toHaveLength(1);
      expect(await store.unsent(tenant, 20)).toHaveLength(1);
    });
  });
}
