import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { newTenant } from './ledger-fixtures.js';

const times = {
  at: '2026-03-02T00:00:00.000Z',
  lapsed: '2026-03-01T23:58:00.000Z',
  expired: '2026-03-01T00:00:00.000Z',
};

export function firstAnswerCases(store: () => LedgerStore): void {
  it('gives a key to one of many at once, and its answer to the others', async () => {
    const key = { tenant: newTenant(), id: 'k' };
    const claims = await Promise.all(Array.from({ length: 8 }, () => store().claimKey(key, 'f', times)));
    expect(claims.filter(({ state }) => state === 'ours')).toHaveLength(1);
    for (const claim of claims.filter(({ state }) => state === 'known'))
      expect(claim).toEqual({ state: 'known', fingerprint: 'f', answer: null });
    const answer = Buffer.from([0, 1, 255, 7]);
    await store().keepAnswer(key, times.at, answer);
    const known = await store().claimKey(key, 'other', times);
    if (known.state !== 'known' || !known.answer) throw new Error('not kept');
    expect(known.fingerprint).toBe('f');
    expect(Buffer.compare(known.answer, answer)).toBe(0);
    expect(await store().claimKey({ ...key, tenant: newTenant() }, 'f', times)).toEqual({ state: 'ours' });
    await store().freeKey(key, times.at);
    expect(await store().claimKey(key, 'g', times)).toEqual({ state: 'ours' });
  });

  it('frees keys of requests that were never answered, and of answers that are old', async () => {
    const [open, kept] = [
      { tenant: newTenant(), id: 'k' },
      { tenant: newTenant(), id: 'k' },
    ];
    await store().claimKey(open, 'f', times);
    await store().claimKey(kept, 'f', times);
    await store().keepAnswer(kept, times.at, Buffer.from('x'));
    const soon = { ...times, at: '2026-03-02T00:03:00.000Z', lapsed: '2026-03-02T00:01:00.000Z' };
    expect(await store().claimKey(open, 'f', soon)).toEqual({ state: 'ours' });
    expect(await store().claimKey(kept, 'f', soon)).toMatchObject({ state: 'known' });
    const later = { ...soon, expired: '2026-03-02T00:00:01.000Z' };
    expect(await store().claimKey(kept, 'f', later)).toEqual({ state: 'ours' });
  });

  it('lets whoever had a key that lapsed neither answer nor free it for whoever has it now', async () => {
    const key = { tenant: newTenant(), id: 'k' };
    await store().claimKey(key, 'f', times);
    const soon = { ...times, at: '2026-03-02T00:03:00.000Z', lapsed: '2026-03-02T00:01:00.000Z' };
    expect(await store().claimKey(key, 'f', soon)).toEqual({ state: 'ours' });
    await store().keepAnswer(key, times.at, Buffer.from('late'));
    await store().freeKey(key, times.at);
    expect(await store().claimKey(key, 'f', soon)).toEqual({
      ...{ state: 'known', fingerprint: 'f', answer: null },
    });
    await store().keepAnswer(key, soon.at, Buffer.from('now'));
    await store().freeKey(key, times.at);
    const known = await store().claimKey(key, 'f', soon);
    expect(known.state === 'known' && known.answer && Buffer.from(known.answer).toString()).toBe('now');
  });

  it('forgets what is old, of every tenant, and nothing else', async () => {
    const [old, young] = [
      { tenant: newTenant(), id: 'k' },
      { tenant: newTenant(), id: 'k' },
    ];
    const never = { lapsed: '2000-01-01T00:00:00.000Z', expired: '2000-01-01T00:00:00.000Z' };
    await store().claimKey(old, 'f', { ...never, at: '2001-01-01T00:00:00.000Z' });
    await store().claimKey(young, 'f', { ...never, at: '2001-01-03T00:00:00.000Z' });
    await store().keepAnswer(old, '2001-01-01T00:00:00.000Z', Buffer.from('x'));
    await store().forgetAnswers('2001-01-02T00:00:00.000Z');
    const now = { ...never, at: '2001-01-03T00:00:01.000Z' };
    expect(await store().claimKey(young, 'f', now)).toMatchObject({ state: 'known' });
    expect(await store().claimKey(old, 'g', now)).toEqual({ state: 'ours' });
  });
}
