import { describe, expect, it } from 'vitest';
import { type NameSources, namedEntries } from '../../src/app/trail/named-entries.js';
import { JiannuoError } from '../../src/domain/errors.js';
import type { TrailEntry } from '../../src/domain/trail.js';

const entry = (action: string, subject: string | null, number = 1): TrailEntry => ({
  ...{ tenant: 't', number, at: '2025-01-01T00:00:00.000Z', actor: 'person:p', action, subject },
  ...{ outcome: '200', previous: '', hash: '' },
});
const away = (code: 'queue-unavailable' | 'store-unavailable') => () =>
  Promise.reject(new JiannuoError(code, { where: 'x', reason: 'y' }));
const sources = (given: Partial<Record<keyof NameSources, unknown>>) =>
  ({
    people: async () => ({ people: async () => [{ id: 'p', name: '甲' }], secrets: async () => [] }),
    store: async () => ({ document: async () => ({ name: 'd.txt' }), proposals: async () => [] }),
    queue: away('queue-unavailable'),
    ...given,
  }) as unknown as NameSources;

describe('names in the trail', () => {
  it('are left out where the server that knows them is away; the entries are told', async () => {
    const entries = [
      entry('POST /api/v1/jobs/:id/retry', 'j'),
      entry('GET /api/v1/documents/:id/original', 'd', 2),
    ];
    const told = await namedEntries(sources({}), 't', entries);
    expect(told.map(({ actorName, subjectName }) => [actorName, subjectName])).toEqual([
      ['甲', null],
      ['甲', 'd.txt'],
    ]);
    const none = await namedEntries(
      sources({ store: away('store-unavailable'), people: away('store-unavailable') }),
      't',
      entries,
    );
    expect(none.map(({ actorName, subjectName }) => [actorName, subjectName])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('do not hide a defect', async () => {
    const broken = sources({ queue: () => Promise.reject(new Error('broken')) });
    const asked = namedEntries(broken, 't', [entry('POST /api/v1/jobs/:id/retry', 'j')]);
    await expect(asked).rejects.toThrow('broken');
  });

  it('of proposals and tokens are read once for a page, and only where it speaks of some', async () => {
    const reads = { proposals: 0, secrets: 0 };
    const counted = sources({
      store: async () => ({
        async proposals() {
          reads.proposals += 1;
          return Array.from({ length: 50 }, (_, n) => ({
            id: `a${n}`,
            title: n ? `题${n}` : null,
            number: '7',
          }));
        },
      }),
      people: async () => ({
        people: async () => [],
        async secrets() {
          reads.secrets += 1;
          return Array.from({ length: 50 }, (_, n) => ({ id: `k${n}`, name: `令牌${n}` }));
        },
      }),
    });
    await namedEntries(counted, 't', [entry('POST /api/v1/users', null)]);
    expect(reads).toEqual({ proposals: 0, secrets: 0 });
    const entries = Array.from({ length: 50 }, (_, n) => [
      entry('POST /api/v1/proposals/:id/notes', `a${n}`),
      entry('DELETE /api/v1/tokens/:id', `k${n}`),
    ]).flat();
    const told = await namedEntries(counted, 't', entries);
    expect(reads).toEqual({ proposals: 1, secrets: 1 });
    expect(told.slice(0, 4).map(({ subjectName }) => subjectName)).toEqual(['7', '令牌0', '题1', '令牌1']);
  });
});
