import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { addDocument, addDone, allRows, newTenant, quotes } from './ledger-fixtures.js';

export function registryCases(store: () => LedgerStore): void {
  const unitNamed = async (tenant: string, name: string) =>
    (await store().units(tenant)).find((unit) => unit.name === name)?.id ?? '';

  it('registers a unit once, with blanks around its name left out', async () => {
    const tenant = newTenant();
    await addDone(store(), tenant, 'u', [
      { responsible: [' 教育局 ', '教育局'] },
      { responsible: ['', '财政局'] },
    ]);
    expect((await store().units(tenant)).map(({ name }) => name)).toEqual(['教育局', '财政局']);
    expect((await allRows(store(), tenant)).map(({ unitIds }) => unitIds.length)).toEqual([1, 1]);
  });

  it('resolves an alias from then on', async () => {
    const tenant = newTenant();
    await addDone(store(), tenant, 'u', [{ quote: '甲', responsible: ['市教育局'] }]);
    const id = await unitNamed(tenant, '市教育局');
    await store().addUnitAlias(tenant, id, '市教委');
    await store().addUnitAlias(tenant, id, '市教委');
    await addDone(store(), tenant, 'v', [{ quote: '乙', responsible: ['市教委'] }]);
    expect(await store().units(tenant)).toEqual([{ id, tenant, name: '市教育局', aliases: ['市教委'] }]);
    expect((await quotes(store(), tenant, { unit: '市教委' })).sort()).toEqual(['乙', '甲']);
    expect((await quotes(store(), tenant, { unit: '教育' })).sort()).toEqual(['乙', '甲']);
    expect((await allRows(store(), tenant)).map(({ unitIds }) => unitIds)).toEqual([[id], [id]]);
  });

  it('makes two units one when the name of one is an alias of the other, with rows and aliases', async () => {
    const tenant = newTenant();
    const given = [
      { quote: '甲', responsible: ['卫计委'] },
      { quote: '乙', responsible: ['卫健委', '卫计委'] },
      { quote: '丙', responsible: ['财政局', '卫生局'] },
    ];
    await addDone(store(), tenant, 'merge', given);
    const [old, now] = [await unitNamed(tenant, '卫计委'), await unitNamed(tenant, '卫健委')];
    await store().addUnitAlias(tenant, old, '卫生局');
    await store().addUnitAlias(tenant, now, '卫计委');
    const units = await store().units(tenant);
    expect(units.map(({ name, aliases }) => [name, ...aliases])).toEqual([
      ['卫健委', '卫生局', '卫计委'],
      ['财政局'],
    ]);
    const finance = await unitNamed(tenant, '财政局');
    const rows = await allRows(store(), tenant, {}, { sort: 'document' });
    expect(new Map(rows.map(({ quote, unitIds }) => [quote, unitIds]))).toEqual(
      new Map([
        ['甲', [now]],
        ['乙', [now]],
        ['丙', [finance, now]],
      ]),
    );
    await addDone(store(), tenant, 'merge', given);
    expect(await store().units(tenant)).toEqual(units);
    expect(await store().count(tenant, { unit: '卫健委' }, 10)).toBe(3);
  });

  it('gives an alias to another unit when told so', async () => {
    const tenant = newTenant();
    await addDone(store(), tenant, 'x', [{ responsible: ['甲局'] }, { responsible: ['乙局'] }]);
    const [a, b] = [await unitNamed(tenant, '甲局'), await unitNamed(tenant, '乙局')];
    await store().addUnitAlias(tenant, a, '老局');
    await addDone(store(), tenant, 'y', [{ quote: '老', responsible: ['老局'] }]);
    await store().addUnitAlias(tenant, b, '老局');
    expect((await store().units(tenant)).map(({ id, aliases }) => [id, aliases])).toEqual([
      [b, ['老局']],
      [a, []],
    ]);
    expect((await allRows(store(), tenant, { text: '老' }))[0]?.unitIds).toEqual([b]);
  });

  it('forgets a unit that nothing mentions any more, unless a person gave it a name', async () => {
    const tenant = newTenant();
    await addDone(store(), tenant, 'one', [{ responsible: ['教育局', '某某局', '老局', '共有局'] }]);
    await addDone(store(), tenant, 'two', [{ responsible: ['共有局'] }]);
    await store().addUnitAlias(tenant, await unitNamed(tenant, '老局'), '更老的局');
    await addDone(store(), tenant, 'one', [{ responsible: ['教育局'] }]);
    const names = async () => (await store().units(tenant)).map(({ name }) => name);
    expect(await names()).toEqual(['共有局', '教育局', '老局']);
    await addDone(store(), tenant, 'one', [{ responsible: ['某某局'] }]);
    expect(await names()).toEqual(['共有局', '某某局', '老局']);
    expect((await allRows(store(), tenant, { unit: '某某局' })).length).toBe(1);
  });

  it('registers exactly what is mentioned, however many extractions end at once', async () => {
    const tenant = newTenant();
    const units = ['甲局', '乙局', '丙局'];
    for (let round = 0; round < 6; round += 1) {
      const runs = Array.from({ length: 8 }, (_, n) =>
        addDone(store(), tenant, `at-once-${n % 4}`, [{ responsible: [units[(n + round) % 3] ?? ''] }]),
      );
      await Promise.all(runs);
      const mentioned = new Set((await allRows(store(), tenant)).flatMap(({ unitIds }) => unitIds));
      expect((await store().units(tenant)).map(({ id }) => id).sort()).toEqual([...mentioned].sort());
    }
  });

  it('refuses an alias for a unit that it does not know', async () => {
    await expect(store().addUnitAlias(newTenant(), 'none', '甲')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('keeps the same number in two sessions and two bodies apart', async () => {
    const tenant = newTenant();
    const about = { proposalNumber: '12', body: 'npc' as const };
    const a = await addDone(store(), tenant, 'a', [{ quote: '甲' }], { ...about, session: '十五届三次' });
    const b = await addDone(store(), tenant, 'b', [{ quote: '乙' }], { ...about, session: '十五届四次' });
    const c = await addDone(store(), tenant, 'c', [{ quote: '丙' }], {
      ...about,
      body: 'cppcc',
      session: '十五届四次',
    });
    const d = await addDone(store(), tenant, 'd', [{ quote: '丁' }], { ...about, body: null, session: null });
    const proposals = await store().proposals(tenant);
    expect(proposals.map(({ body, session, documentIds }) => [body, session, documentIds])).toEqual([
      [null, null, [d]],
      ['cppcc', '十五届四次', [c]],
      ['npc', '十五届三次', [a]],
      ['npc', '十五届四次', [b]],
    ]);
    expect((await quotes(store(), tenant, { proposal: '12' })).length).toBe(4);
    expect(await quotes(store(), tenant, { proposal: '1' })).toEqual([]);
    await addDone(store(), tenant, 'e', [{ quote: '戊' }], {
      ...about,
      proposalNumber: '0028',
      session: '十五届三次',
    });
    for (const written of ['28', '028', '0028'])
      expect(await quotes(store(), tenant, { proposal: written })).toEqual(['戊']);
  });

  it('links a reply to several proposals, and a proposal to several documents', async () => {
    const tenant = newTenant();
    const joint = await addDone(store(), tenant, 'joint', [{ quote: '甲' }], { proposalNumber: '9' });
    const other = await addDone(store(), tenant, 'other', [{ quote: '乙' }], { proposalNumber: '9' });
    const tenth = { body: null, session: null, number: '10', title: '关于加强学前教育的建议' };
    await store().linkProposal(tenant, joint, tenth);
    await store().linkProposal(tenant, joint, { ...tenth, title: null });
    const proposals = await store().proposals(tenant);
    expect(proposals.map(({ number, title, documentIds }) => [number, title, documentIds])).toEqual([
      ['9', null, [joint, other].sort()],
      ['10', '关于加强学前教育的建议', [joint]],
    ]);
    expect(await quotes(store(), tenant, { proposal: '10' })).toEqual(['甲']);
    expect((await quotes(store(), tenant, { proposal: '9' })).sort()).toEqual(['乙', '甲']);
  });

  it('registers a proposal that nobody answered yet, once, and links its reply later', async () => {
    const tenant = newTenant();
    const eighth = { body: 'npc' as const, session: '十五届三次', number: '8', title: null };
    const id = await store().registerProposal(tenant, eighth);
    const again = { ...eighth, title: '关于增设公交站点的建议' };
    expect(await store().registerProposal(tenant, again)).toBe(id);
    await store().registerProposal(tenant, eighth);
    expect(await store().proposals(tenant)).toEqual([{ ...again, id, tenant, documentIds: [] }]);
    const { title: _, number, ...meta } = eighth;
    const document = await addDone(store(), tenant, 'reply', [{}], { ...meta, proposalNumber: number });
    expect(await store().proposals(tenant)).toMatchObject([{ id, documentIds: [document] }]);
    expect(await store().proposals(newTenant())).toEqual([]);
    for (const written of ['8', '008'])
      expect(await store().proposalsNumbered(tenant, ['7', written])).toEqual([{ ...again, id, tenant }]);
    expect(await store().proposalsNumbered(tenant, ['7', '80'])).toEqual([]);
  });

  it('lets go of a number that a better engine reads otherwise, never of one that a person gave', async () => {
    const tenant = newTenant();
    const id = await addDone(store(), tenant, 'n', [{}], { proposalNumber: '1' });
    await store().linkProposal(tenant, id, { body: null, session: null, number: '2', title: null });
    await addDone(store(), tenant, 'n', [{}], { proposalNumber: '3' });
    const linked = (await store().proposals(tenant)).filter(({ documentIds }) => documentIds.includes(id));
    expect(linked.map(({ number }) => number)).toEqual(['2', '3']);
    const counts = ['1', '2', '3'].map((proposal) => store().count(tenant, { proposal }, 9));
    expect(await Promise.all(counts)).toEqual([0, 1, 1]);
  });

  it('takes a proposal out with the last document that named it, and has it again when that comes back', async () => {
    const tenant = newTenant();
    const numbers = async () => (await store().proposals(tenant)).map(({ number }) => number);
    const id = await addDone(store(), tenant, 'p', [{}], { proposalNumber: '1' });
    const other = await addDone(store(), tenant, 'q', [{ quote: '乙' }], { proposalNumber: '1' });
    const before = await store().proposals(tenant);
    const correct = (proposalNumber: string | null, version: number) =>
      store().correctMeta(
        tenant,
        id,
        {
          ...{ fields: { proposalNumber }, reason: '与原件核对后更正', madeBy: '王编辑' },
          madeAt: '2025-03-01T08:00:00.000Z',
        },
        version,
      );
    // Mistyped, then right: nothing is left of the first.
    await correct('21', 0);
    expect(await numbers()).toEqual(['1', '21']);
    await correct('12', 1);
    expect(await numbers()).toEqual(['1', '12']);
    await correct('1', 2);
    expect(await store().proposals(tenant)).toEqual(before);
    await store().binDocument(tenant, other, '甲');
    expect(await numbers()).toEqual(['1']);
    await addDone(store(), tenant, 'p', [{}], { proposalNumber: '1' });
    await store().binDocument(tenant, id, '甲');
    expect(await numbers()).toEqual([]);
    await store().restoreDocument(tenant, other);
    expect(await store().proposals(tenant)).toMatchObject([{ number: '1', documentIds: [other] }]);
    await store().restoreDocument(tenant, id);
    expect(await store().proposals(tenant)).toEqual(before);
    // A better engine reads another number.
    await addDone(store(), tenant, 'q', [{ quote: '乙' }], { proposalNumber: '3' });
    expect(await numbers()).toEqual(['1', '3']);
  });

  it('keeps a proposal that a person typed, named or wrote on when no document names it any more', async () => {
    const tenant = newTenant();
    const about = { body: null, session: null, title: null };
    const id = await addDone(store(), tenant, 'r', [{}], { proposalNumber: '1' });
    await store().linkProposal(tenant, id, { ...about, number: '2' });
    await store().registerProposal(tenant, { ...about, number: '3', title: '关于养老的建议' });
    for (const number of ['3', '4', '5'])
      await addDone(store(), tenant, 'r', [{}], { proposalNumber: number });
    const written = (await store().proposals(tenant)).find(({ number }) => number === '5');
    await store().addProposalNote({
      ...{ tenant, proposalId: written?.id ?? '', madeBy: '甲', madeAt: '2025-01-01T00:00:00.000Z' },
      body: { kind: 'handover', day: '2025-01-01' },
    });
    await addDone(store(), tenant, 'r', [{}], { proposalNumber: '6' });
    await store().binDocument(tenant, id, '甲');
    expect((await store().proposals(tenant)).map(({ number }) => number)).toEqual(['2', '3', '5']);
    await store().restoreDocument(tenant, id);
    const linked = (await store().proposals(tenant)).filter(({ documentIds }) => documentIds.includes(id));
    expect(linked.map(({ number }) => number)).toEqual(['2', '6']);
  });

  it('finds the rows of a proposal that was linked before the items were there', async () => {
    const tenant = newTenant();
    const { id } = await addDocument(store(), tenant, 'early');
    await store().linkProposal(tenant, id, { body: 'npc', session: null, number: '77', title: null });
    await addDone(store(), tenant, 'early', [{}, {}]);
    expect(await store().count(tenant, { proposal: '77' }, 9)).toBe(2);
  });

  it('keeps what people put down on a proposal, in order, also where many do at once', async () => {
    const [tenant, other] = [newTenant(), newTenant()];
    await addDone(store(), tenant, 'one', [{}], { proposalNumber: '8', body: 'npc' });
    await addDone(store(), tenant, 'two', [{}], { proposalNumber: '9', body: 'npc' });
    const [first, second] = (await store().proposals(tenant)).map(({ id }) => id);
    if (!first || !second) throw new Error('no proposals');
    const note = (proposalId: string, n: number, of = tenant) =>
      store().addProposalNote({
        ...{ tenant: of, proposalId, madeBy: `代表${n}`, madeAt: `2025-01-0${n}T00:00:00.000Z` },
        body: { kind: 'rate', process: 'satisfied', result: 'unsatisfied', comment: `意见${n}` },
      });
    const made = await Promise.all([1, 2, 3, 4, 5].map((n) => note(first, n)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(5);
    const last = await store().addProposalNote({
      ...{ tenant, proposalId: second, madeBy: '甲', madeAt: '2025-02-01T00:00:00.000Z' },
      body: { kind: 'handover', day: '2025-02-01' },
    });
    const notes = await store().proposalNotes(tenant, [first]);
    expect(notes.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(notes.map(({ madeBy }) => madeBy)).size).toBe(5);
    expect(notes).toEqual(expect.arrayContaining(made));
    const onPaper = await store().addProposalNote({
      ...{ tenant, proposalId: second, madeBy: '甲', madeAt: '2025-02-02T00:00:00.000Z' },
      ...{ raterKey: 'paper:甲', recordedBy: '乙' },
      body: { kind: 'rate', process: 'satisfied', result: 'satisfied', comment: '' },
    });
    expect(onPaper).toMatchObject({ seq: 2, raterKey: 'paper:甲', recordedBy: '乙' });
    expect(await store().proposalNotes(tenant, [second])).toEqual([last, onPaper]);
    expect(await store().proposalNotes(tenant, [])).toEqual([]);
    expect(await store().proposalNotes(other, [first, second])).toEqual([]);
    await expect(note(first, 6, other)).rejects.toMatchObject({ code: 'not-found' });
  });
}
