import { describe, expect, it } from 'vitest';
import { openSqlitePeople } from '../../src/adapters/people/sqlite/sqlite.people.js';
import { signIn, waitAfter } from '../../src/app/people/sign-in.js';
import type { PasswordHasher } from '../../src/app/ports/people-store.js';

/** Says which passwords were looked at. */
const looked: string[] = [];
const hasher: PasswordHasher = {
  hash: async (password) => `hash of ${password}`,
  verify: async (stored, password) => {
    looked.push(password);
    return stored === `hash of ${password}`;
  },
};

it('waits longer with each failure, an hour at most', () => {
  const waits = [1, 4, 5, 6, 7, 8].map(waitAfter);
  expect(waits).toEqual([0, 0, 30_000, 60_000, 120_000, 240_000]);
  expect(waitAfter(100)).toBe(3_600_000);
});

describe('signing in', () => {
  const store = openSqlitePeople({ file: ':memory:' });
  const at = (seconds: number) => new Date(Date.UTC(2025, 0, 1) + seconds * 1000);
  const attempt = (password: string, seconds: number) =>
    signIn(store, hasher, 't', { login: ' Zhang ', password }, at(seconds)).then(
      () => 'in',
      ({ code }: { code: string }) => code,
    );

  it('does not look at a password while a name waits, also when guesses come at once', async () => {
    await store.addPerson(
      {
        ...{ id: 'p', tenant: 't', login: 'zhang', name: '张三', role: 'viewer', units: [], proposalIds: [] },
        ...{ disabled: false, createdAt: at(0).toISOString(), version: 1 },
      },
      'hash of right',
    );
    const guesses = Array.from({ length: 20 }, (_, n) => attempt(`guess ${n}`, 0));
    const answers = await Promise.all(guesses);
    expect(answers.filter((code) => code === 'sign-in-failed')).toHaveLength(5);
    expect(answers.filter((code) => code === 'sign-in-locked')).toHaveLength(15);
    expect(looked).toHaveLength(5);
  });

  it('lets the right one in when the wait is over, and forgets the failures', async () => {
    expect(await attempt('right', 10)).toBe('sign-in-locked');
    expect(await attempt('right', 10_000)).toBe('in');
    expect(await attempt('wrong', 10_001)).toBe('sign-in-failed');
    expect(await attempt('right', 10_002)).toBe('in');
  });
});
