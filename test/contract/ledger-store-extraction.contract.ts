import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { ledgerRowSchema } from '../../src/domain/ledger.js';
import { plainSource } from '../support/plain-source.js';
import { addDocument, addDone, allRows, engine, items, meta, newTenant, quotes } from './ledger-fixtures.js';

export function extractionCases(store: () => LedgerStore): void {
  it('gives each item back whole, with what its document says', async () => {
    const tenant = newTenant();
    const [item] = items('whole', [
      {
        ...{
          kind: 'quantity',
          quote: '县域就诊率达到92%以上',
          valueText: '92%',
          valueStart: 7,
          valueEnd: 10,
        },
        ...{ value: 92.5, valueMax: null, unit: '%', comparator: '>=', indicator: '县域就诊率', page: 3 },
        ...{
          responsible: ['市卫健委', '市医保局'],
          section: ['二、医疗', '（一）就诊'],
          deadline: '2025-12-31',
        },
        missing: ['owner', 'deliverable'],
        rules: { value: ['value.percent'], 'deadline.date': ['deadline.year-end'] },
      },
    ]);
    const about = meta({
      title: '答复',
      issuer: '澄岚市卫健委',
      proposalNumber: '62',
      kind: 'action_plan',
      publicity: 'on_request',
    });
    const { id } = await addDocument(store(), tenant, 'whole');
    await store().saveExtraction(tenant, id, {
      engine,
      meta: about,
      items: item ? [item] : [],
      intentions: 4,
    });
    const [row] = await allRows(store(), tenant);
    const units = new Map((await store().units(tenant)).map((unit) => [unit.name, unit.id]));
    expect(ledgerRowSchema.parse(row)).toEqual({
      ...item,
      tenant,
      documentId: id,
      document: {
        ...{ name: 'whole.txt', title: '答复', kind: 'action_plan', issuer: '澄岚市卫健委' },
        ...{ date: '2024-06-01', proposalNumber: '62', publicity: 'on_request' },
      },
      unitIds: [units.get('市卫健委'), units.get('市医保局')],
      state: null,
    });
    expect(await store().row(tenant, item?.id ?? '')).toEqual(row);
    expect(await store().row(tenant, 'none')).toBeNull();
    expect(await store().document(tenant, id)).toMatchObject({
      status: 'done',
      engine,
      meta: about,
      counts: { commitments: 1, achievements: 0, intentions: 4 },
    });
  });

  it('stores the text along with the items', async () => {
    const tenant = newTenant();
    const { id } = await addDocument(store(), tenant, 'together');
    const run = (text: string) => {
      const extraction = { engine, meta: meta(), items: items('together', [{ quote: text }]), intentions: 2 };
      return store().saveExtraction(tenant, id, extraction, plainSource(text));
    };
    for (const text of ['一次', '又一次']) {
      await run(text);
      expect(await store().document(tenant, id)).toMatchObject({
        ...{ status: 'done', fault: null, format: 'text', characters: text.length, warnings: [] },
        counts: { commitments: 1, achievements: 0, intentions: 2 },
      });
      expect(await store().text(tenant, id)).toEqual(plainSource(text));
      expect(await quotes(store(), tenant)).toEqual([text]);
    }
    await Promise.all(['甲', '乙', '丙', '丁'].map(run));
    const left = await store().text(tenant, id);
    expect(await quotes(store(), tenant)).toEqual([left?.text]);
    await expect(
      store().saveExtraction(
        tenant,
        'none',
        { engine, meta: meta(), items: [], intentions: 0 },
        plainSource('无'),
      ),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await store().text(tenant, 'none')).toBeNull();
  });

  it('takes search terms that were made along with the items', async () => {
    const tenant = newTenant();
    const { id } = await addDocument(store(), tenant, 'terms');
    const extraction = {
      engine,
      meta: meta(),
      items: items('terms', [{ quote: '甲' }, { quote: '乙' }]),
      intentions: 0,
    };
    await store().saveExtraction(tenant, id, { ...extraction, terms: [['丙'], ['丁']] });
    expect(await quotes(store(), tenant, { text: '丁' })).toEqual(['乙']);
    expect(await quotes(store(), tenant, { text: '乙' })).toEqual([]);
  });

  it('doubles nothing when it is done twice', async () => {
    const tenant = newTenant();
    const given = [{ responsible: ['教育局', '教育局'] }, { stance: 'achievement' as const }, {}];
    const about = { proposalNumber: '12', body: 'npc' as const, session: '十五届四次' };
    await addDone(store(), tenant, 'twice', given, about);
    const state = async () => [
      await allRows(store(), tenant),
      await store().units(tenant),
      await store().proposals(tenant),
      await store().count(tenant, {}, 100),
    ];
    const before = await state();
    await addDone(store(), tenant, 'twice', given, about);
    expect(await state()).toEqual(before);
    expect(before[3]).toBe(3);
  });

  it('replaces the items of an older engine, and keeps the ids of those read alike', async () => {
    const tenant = newTenant();
    const id = await addDone(store(), tenant, 'again', [{ quote: '甲' }, { quote: '乙' }]);
    const [kept] = await allRows(store(), tenant);
    await addDone(store(), tenant, 'again', [{ quote: '甲', strength: 'binding' }, { quote: '丙' }]);
    const rows = await allRows(store(), tenant);
    expect(rows.map(({ quote }) => quote)).toEqual(['甲', '丙']);
    expect(rows[0]).toMatchObject({ id: kept?.id, strength: 'binding' });
    expect(await quotes(store(), tenant, { text: '乙' })).toEqual([]);
    await addDone(store(), tenant, 'again', []);
    expect(await allRows(store(), tenant)).toEqual([]);
    expect((await store().document(tenant, id))?.counts).toEqual({
      commitments: 0,
      achievements: 0,
      intentions: 0,
    });
  });

  it('ends two runs at once as one', async () => {
    const tenant = newTenant();
    const { id } = await addDocument(store(), tenant, 'race');
    const given = items(
      'race',
      Array.from({ length: 40 }, () => ({ responsible: ['教育局', '财政局'] })),
    );
    const run = (rules: string) =>
      store().saveExtraction(tenant, id, {
        engine: { ...engine, rules },
        meta: meta(),
        items: given,
        intentions: 0,
      });
    await Promise.all(['1', '2', '3', '4'].map(run));
    expect(await store().count(tenant, {}, 1000)).toBe(40);
    expect(await store().units(tenant)).toHaveLength(2);
  });

  it('takes documents that name the same new units at once', async () => {
    const tenant = newTenant();
    const seeds = Array.from({ length: 12 }, (_, n) => `parallel-${n}`);
    const given = [{ responsible: ['住建局', '水务局'] }, { responsible: ['水务局'] }];
    await Promise.all(seeds.map((seed) => addDone(store(), tenant, seed, given, { proposalNumber: '7' })));
    expect((await store().units(tenant)).map(({ name }) => name)).toEqual(['住建局', '水务局']);
    expect(await store().count(tenant, { unit: '水务局' }, 1000)).toBe(24);
    expect((await store().proposals(tenant)).map(({ documentIds }) => documentIds.length)).toEqual([12]);
  });

  it('writes all of a document or nothing', async () => {
    const tenant = newTenant();
    const id = await addDone(store(), tenant, 'atomic', [{ quote: '旧' }]);
    const [first] = items('atomic', [{ quote: '新' }]);
    const twins = first ? [first, first] : [];
    await expect(
      store().saveExtraction(tenant, id, { engine, meta: meta(), items: twins, intentions: 0 }),
    ).rejects.toThrow();
    expect(await quotes(store(), tenant)).toEqual(['旧']);
    expect((await store().document(tenant, id))?.counts?.commitments).toBe(1);
  });

  it('refuses a document that it does not know', async () => {
    const extraction = {
      engine,
      meta: meta({ proposalNumber: '1' }),
      items: items('x', [{}]),
      intentions: 0,
    };
    const tenant = newTenant();
    await expect(store().saveExtraction(tenant, 'none', extraction)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await store().proposals(tenant)).toEqual([]);
  });
}
