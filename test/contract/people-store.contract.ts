import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PeopleStore } from '../../src/app/ports/people-store.js';
import type { Person, Secret } from '../../src/domain/people.js';
import { newTenant } from './ledger-fixtures.js';

let n = 0;
const person = (tenant: string, given: Partial<Person> = {}): Person => {
  n += 1;
  return {
    ...{ id: `${tenant}-p${n}`, tenant, login: `zhang${n}`, name: '张三', role: 'editor', units: [] },
    ...{ proposalIds: [], disabled: false, createdAt: '2025-01-01T00:00:00.000Z', version: 1 },
    ...given,
  };
};
const secret = (tenant: string, given: Partial<Secret> = {}): Secret => {
  n += 1;
  return {
    ...{ id: `s${n}`, hash: `${tenant}-h${n}`, kind: 'token', tenant, personId: null, name: '接口' },
    ...{ role: 'viewer', units: ['市教育局'], proposalIds: [], expiresAt: null },
    createdAt: `2025-01-01T00:00:00.${String(n).padStart(3, '0')}Z`,
    ...given,
  };
};

/** What every store of people keeps to; each test works in an office of its own. */
export function peopleStoreContract(name: string, open: () => Promise<PeopleStore>): void {
  describe(`people store: ${name}`, () => {
    let store: PeopleStore;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store?.close());

    it('is migrated once, and answers', async () => {
      expect(await store.migrate()).toEqual([]);
      await store.ping();
    });

    it('gives a person back as added, and knows whether there are any', async () => {
      const tenant = newTenant();
      expect(await store.hasPeople(tenant)).toBe(false);
      const [b, a] = [person(tenant, { login: 'b' }), person(tenant, { login: 'a', units: ['市教育局'] })];
      await store.addPerson(b, 'hash');
      await store.addPerson(a, null);
      expect(await store.hasPeople(tenant)).toBe(true);
      expect(await store.person(tenant, a.id)).toEqual(a);
      expect(await store.people(tenant)).toEqual([a, b]);
      expect(await store.credentials(tenant, 'b')).toEqual({ person: b, passwordHash: 'hash' });
      expect(await store.credentials(tenant, 'a')).toEqual({ person: a, passwordHash: null });
      expect(await store.credentials(tenant, 'c')).toBeNull();
    });

    it('gives a name to one person of an office, and to another in another', async () => {
      const [here, there] = [newTenant(), newTenant()];
      await store.addPerson(person(here, { login: 'li' }), null);
      const again = store.addPerson(person(here, { login: 'li' }), null);
      await expect(again).rejects.toMatchObject({ code: 'login-taken' });
      const other = person(there, { login: 'li' });
      await store.addPerson(other, null);
      expect(await store.person(here, other.id)).toBeNull();
      await expect(store.changePerson(here, other.id, { name: 'x' })).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(store.setPassword(here, other.id, 'x')).rejects.toMatchObject({ code: 'not-found' });
    });

    it('changes what was given, from the version that it was made from', async () => {
      const tenant = newTenant();
      const one = person(tenant);
      await store.addPerson(one, null);
      const next = await store.changePerson(tenant, one.id, { role: 'unit', units: ['市教育局'] }, 1);
      expect(next).toEqual({ ...one, role: 'unit', units: ['市教育局'], version: 2 });
      expect(await store.person(tenant, one.id)).toEqual(next);
      const late = store.changePerson(tenant, one.id, { name: '李四' }, 1);
      await expect(late).rejects.toMatchObject({ code: 'edit-conflict' });
    });

    it('never loses its last administrator, also when two go at once', async () => {
      const tenant = newTenant();
      const admins = [person(tenant, { role: 'administrator' }), person(tenant, { role: 'administrator' })];
      for (const admin of admins) await store.addPerson(admin, null);
      const gone = await Promise.allSettled(
        admins.map(({ id }) => store.changePerson(tenant, id, { disabled: true })),
      );
      expect(gone.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const [refused] = gone.filter((each) => each.status === 'rejected');
      expect(refused?.reason).toMatchObject({ code: 'last-administrator' });
      const left = (await store.people(tenant)).filter(({ disabled }) => !disabled);
      expect(left).toHaveLength(1);
      const demoted = store.changePerson(tenant, left[0]?.id ?? '', { role: 'viewer' });
      await expect(demoted).rejects.toMatchObject({ code: 'last-administrator' });
    });

    it('ends sessions and links with a new password, but not tokens', async () => {
      const tenant = newTenant();
      const one = person(tenant);
      await store.addPerson(one, 'old');
      const kinds = ['session', 'invitation', 'token'] as const;
      const held = kinds.map((kind) => secret(tenant, { kind, personId: one.id }));
      for (const each of held) await store.addSecret(each);
      await store.setPassword(tenant, one.id, 'new');
      expect((await store.credentials(tenant, one.login))?.passwordHash).toBe('new');
      const kept = await Promise.all(held.map(({ hash }) => store.secret(hash)));
      expect(kept).toEqual([null, null, held[2]]);
    });

    it('gives a secret by its hash, and by kind in the order made', async () => {
      const tenant = newTenant();
      const [first, second] = [secret(tenant), secret(tenant)];
      await store.addSecret(second);
      await store.addSecret(first);
      expect(await store.secret(first.hash)).toEqual(first);
      expect(await store.secret('none')).toBeNull();
      expect(await store.secrets(tenant, 'token')).toEqual([first, second]);
      expect(await store.secrets(newTenant(), 'token')).toEqual([]);
      expect(await store.removeSecret(newTenant(), 'token', first.id)).toBe(false);
      expect(await store.removeSecret(tenant, 'session', first.id)).toBe(false);
      expect(await store.removeSecret(tenant, 'token', first.id)).toBe(true);
      expect(await store.secret(first.hash)).toBeNull();
    });

    it('hands a one-time secret to one caller only', async () => {
      const given = secret(newTenant(), { kind: 'invitation' });
      await store.addSecret(given);
      const taken = await Promise.all([1, 2, 3, 4].map(() => store.takeSecret(given.hash)));
      expect(taken.filter((each) => each !== null)).toEqual([given]);
    });

    it('removes what has expired, and nothing else', async () => {
      const tenant = newTenant();
      const over = secret(tenant, { expiresAt: '2025-01-01T00:00:00.000Z' });
      const open = [secret(tenant, { expiresAt: '2999-01-01T00:00:00.000Z' }), secret(tenant)];
      for (const each of [over, ...open]) await store.addSecret(each);
      await store.removeExpired('2025-06-01T00:00:00.000Z');
      expect(await store.secrets(tenant, 'token')).toEqual(open);
    });

    it('counts attempts, each once, until they are cleared', async () => {
      const tenant = newTenant();
      expect(await store.noteAttempt(tenant, 'li', '2025-01-01')).toEqual({ before: 0, lastAt: null });
      expect(await store.noteAttempt(tenant, 'li', '2025-01-02')).toEqual({
        before: 1,
        lastAt: '2025-01-01',
      });
      const at = '2025-01-03';
      const noted = await Promise.all([1, 2, 3, 4].map(() => store.noteAttempt(tenant, 'li', at)));
      expect(noted.map(({ before }) => before).sort()).toEqual([2, 3, 4, 5]);
      expect((await store.noteAttempt(tenant, 'wang', at)).before).toBe(0);
      await store.clearAttempts(tenant, 'li');
      expect((await store.noteAttempt(tenant, 'li', at)).before).toBe(0);
    });
  });
}
