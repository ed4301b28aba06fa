import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import fc from '../support/seeded.js';
import { documentSeed, filterArbitrary, ledgerArbitrary, sortArbitrary } from './ledger-arbitraries.js';
import { addDone, allRows, newTenant, quotes } from './ledger-fixtures.js';
import { referenceRows } from './reference-ledger.js';

export function rowCases(store: () => LedgerStore): void {
  const three = async () => {
    const tenant = newTenant();
    const one = {
      quote: '一',
      deadline: '2025-12-31',
      strength: 'binding' as const,
      kind: 'quantity' as const,
    };
    const two = {
      quote: '二',
      missing: ['deadline' as const],
      stance: 'achievement' as const,
      hedged: true,
      confidence: { row: 0.39, item: 1, stance: 1, deadline: 1, indicator: 1 },
      indicator: '道路里程',
    };
    const three = {
      quote: '三',
      missing: ['measure' as const, 'deadline' as const],
      deadline: '2024-12-31',
      responsible: ['住建局'],
    };
    const about = { date: '2024-01-01', kind: 'action_plan' as const, issuer: '澄岚市政府' };
    const id = await addDone(store(), tenant, 'a', [one, two, three], about);
    await addDone(store(), tenant, 'b', [{ quote: '四' }], { date: '2025-01-01', issuer: null });
    await addDone(store(), tenant, 'c', [{ quote: '五' }], { date: null });
    return { tenant, id };
  };

  it('filters by each condition', async () => {
    const { tenant, id } = await three();
    const found = async (filter: object) => (await quotes(store(), tenant, filter)).join('');
    expect(await found({})).toBe('四一二三五');
    expect(await found({ stance: 'achievement' })).toBe('二');
    expect(await found({ kind: 'quantity' })).toBe('一');
    expect(await found({ strength: 'binding' })).toBe('一');
    expect(await found({ hedged: true })).toBe('二');
    expect(await found({ lessSureThan: 40 })).toBe('二');
    expect(await found({ reviewed: false })).toBe('四一二三五');
    expect(await found({ reviewed: true })).toBe('');
    expect(await found({ missing: 'deadline' })).toBe('二三');
    expect(await found({ missing: 'measure' })).toBe('三');
    expect(await found({ missing: 'owner' })).toBe('');
    expect(await found({ missing: 'deadline', stance: 'commitment' })).toBe('三');
    expect(await found({ unit: '住建' })).toBe('三');
    expect(await found({ authority: '市政府' })).toBe('一二三');
    expect(await found({ indicator: '里程' })).toBe('二');
    expect(await found({ text: '道路' })).toBe('二');
    expect(await found({ text: '住建局三' })).toBe('三');
    expect(await found({ text: '，。' })).toBe('');
    expect(await found({ documentId: id })).toBe('一二三');
    expect(await found({ documentKind: 'action_plan' })).toBe('一二三');
    expect(await found({ deadlineFrom: '2024-12-31' })).toBe('一三');
    expect(await found({ deadlineFrom: '2025-01-01' })).toBe('一');
    expect(await found({ deadlineTo: '2024-12-31' })).toBe('三');
    expect(await found({ noDeadline: true })).toBe('四二五');
    expect(await found({ noDeadline: false })).toBe('一三');
    expect(await found({ noDeadline: true, deadlineTo: '2030-01-01' })).toBe('');
  });

  it('sorts by deadline with none last, both ways, and by document', async () => {
    const { tenant } = await three();
    const sorted = async (sort: 'deadline' | '-deadline' | 'document', filter: object = {}) =>
      (await quotes(store(), tenant, filter, { sort })).join('');
    expect((await sorted('deadline')).slice(0, 2)).toBe('三一');
    expect((await sorted('-deadline')).slice(0, 2)).toBe('一三');
    expect((await sorted('deadline')).slice(2)).toBe((await sorted('-deadline')).slice(2));
    expect(await sorted('document')).toBe('四一二三五');
  });

  it('counts up to a cap', async () => {
    const { tenant } = await three();
    expect(await store().count(tenant, {}, 100)).toBe(5);
    expect(await store().count(tenant, {}, 3)).toBe(3);
    expect(await store().count(tenant, { text: '无' }, 3)).toBe(0);
  });

  it('refuses a cursor that is not its own, or of another order', async () => {
    const { tenant } = await three();
    const { nextCursor } = await store().rows(tenant, {}, { sort: 'deadline', limit: 1 });
    const invalid = { code: 'cursor-invalid' };
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const bad = [
      'x',
      '',
      '🏫',
      'null',
      made(null),
      made(['deadline', 1]),
      made(['deadline', 'a', 'b', '1', {}]),
    ];
    for (const cursor of bad)
      await expect(store().rows(tenant, {}, { sort: 'deadline', limit: 1, cursor })).rejects.toMatchObject(
        invalid,
      );
    const cursor = nextCursor ?? '';
    await expect(store().rows(tenant, {}, { sort: 'document', limit: 1, cursor })).rejects.toMatchObject(
      invalid,
    );
    await expect(store().documents(tenant, { limit: 1, cursor })).rejects.toMatchObject(invalid);
  });

  it('shows, for any ledger, filter and order, what the reference shows, and page by page each row once', async () => {
    const property = fc.asyncProperty(
      ledgerArbitrary,
      fc.infiniteStream(fc.nat(1_000_000)),
      fc.integer({ min: 1, max: 7 }),
      async (documents, seeds, limit) => {
        const tenant = newTenant();
        for (const [index, { items, about }] of documents.entries())
          await addDone(store(), tenant, documentSeed(index), items, about);
        const units = await store().units(tenant);
        const known = units.find(({ name }) => name === '市教育局');
        if (known) await store().addUnitAlias(tenant, known.id, '市教委');
        const aliases = known
          ? new Map([
              ['市教育局', ['市教委']],
              ['市教委', ['市教育局']],
            ])
          : new Map();
        const all = await allRows(store(), tenant);
        const asked = fc.sample(fc.tuple(filterArbitrary(tenant), sortArbitrary), {
          numRuns: 12,
          seed: seeds.next().value,
        });
        for (const [filter, sort] of asked) {
          const expected = referenceRows(all, filter, sort, aliases);
          const context = JSON.stringify({ filter, sort });
          expect(await allRows(store(), tenant, filter, { sort, limit }), context).toEqual(expected);
          expect(await store().count(tenant, filter, 1000), context).toBe(expected.length);
        }
        expect(all).toHaveLength(documents.flatMap(({ items }) => items).length);
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });
}
