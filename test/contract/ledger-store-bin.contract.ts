import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { anchorOf } from '../../src/app/standing/resolve.js';
import { JiannuoError } from '../../src/domain/errors.js';
import { plainSource } from '../support/plain-source.js';
import { change, firstReport, lastReport, plan } from '../support/river-county.js';
import { arrive, promises, retrack, standings } from '../support/tracked-ledger.js';
import { addDocument, addDone, allRows, newTenant, quotes, sha } from './ledger-fixtures.js';

const texts = { plan, firstReport, change, lastReport };
type Name = keyof typeof texts;
const names = Object.keys(texts) as Name[];
const page = { limit: 50 };

export function binCases(store: () => LedgerStore): void {
  const arriveAll = async (tenant: string): Promise<Record<Name, string>> => {
    const ids: [Name, string][] = [];
    for (const name of names) ids.push([name, await arrive(store(), { tenant, name, text: texts[name] })]);
    return Object.fromEntries(ids) as Record<Name, string>;
  };
  /** All that an office is told, apart from instants and running numbers. */
  const told = async (tenant: string) => {
    const by = [['unit'], ['stance'], ['document'], ['statuses']] as const;
    const days = { today: '2026-02-01', soonUntil: '2026-03-01' };
    const tallies = await store().tallies(tenant, {}, by, { promisesOnly: false, ...days });
    const documents = (await store().documents(tenant, page)).rows;
    return {
      rows: await allRows(store(), tenant),
      standings: await standings(store(), tenant),
      tallies: tallies.map((each) => each.map((tally) => JSON.stringify(tally)).sort()),
      units: await store().units(tenant),
      proposals: await store().proposals(tenant),
      documents: documents
        .map(({ updatedAt: _, ...document }) => document)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      texts: await Promise.all(documents.map(({ id }) => store().text(tenant, id))).then((all) =>
        all.map((text) => text?.text).sort(),
      ),
    };
  };

  it.each(names)('takes %s out as if it had never come, and brings it back as it was', async (name) => {
    const [tenant, without] = [newTenant(), newTenant()];
    const ids = await arriveAll(tenant);
    for (const other of names)
      if (other !== name) await arrive(store(), { tenant: without, name: other, text: texts[other] });
    const [before, never] = [await told(tenant), await told(without)];
    const id = ids[name];

    const binned = await store().binDocument(tenant, id, '李四');
    expect(binned).toMatchObject({ binnedBy: '李四', document: { id, name } });
    const after = await told(tenant);
    expect(after.rows.map((row) => row.id)).toEqual(never.rows.map((row) => row.id));
    expect(after.standings.map(({ state }) => state)).toEqual(never.standings.map(({ state }) => state));
    expect(after.units.map((unit) => unit.name)).toEqual(never.units.map((unit) => unit.name));
    expect(await store().document(tenant, id)).toBeNull();
    expect(await store().text(tenant, id)).toBeNull();
    expect(await store().count(tenant, { documentId: id }, 10)).toBe(0);
    expect(await store().factsOf(tenant, id)).toEqual([]);
    expect(await store().heldBy(tenant, id)).toEqual([]);
    for (const row of before.rows.filter((each) => each.documentId === id)) {
      expect(await store().row(tenant, row.id)).toBeNull();
      expect(await store().standing(tenant, row.id)).toBeNull();
    }

    expect(await store().restoreDocument(tenant, id)).toMatchObject({ id, name, status: 'done' });
    expect(await allRows(store(), tenant, { documentId: id })).toHaveLength(
      before.rows.filter((each) => each.documentId === id).length,
    );
    expect((await store().untracked('9999', 1_000)).map((document) => document.id)).toContain(id);
    await retrack(store(), tenant, id);
    expect(await told(tenant)).toEqual(before);
    expect(await store().binned(tenant, page)).toEqual({ rows: [], nextCursor: null });
  });

  it('brings what people set of a document back with it, and takes what they set later', async () => {
    const tenant = newTenant();
    const { plan: id } = await arriveAll(tenant);
    const saying = (fields: object) => ({
      ...{ fields, reason: '与原件核对后更正', madeBy: '王编辑' },
      madeAt: '2025-03-01T08:00:00.000Z',
    });
    await store().correctMeta(tenant, id, saying({ title: '更正后的标题', proposalNumber: '21' }), 0);
    await store().correctMeta(tenant, id, saying({ date: '2024-07-08' }), 1);
    await retrack(store(), tenant, id);
    const before = await told(tenant);

    await store().binDocument(tenant, id, '李四');
    const { meta } = await store().restoreDocument(tenant, id);
    expect(meta).toMatchObject({ title: '更正后的标题', proposalNumber: '21', date: '2024-07-08' });
    expect(meta?.corrections).toHaveLength(2);
    await retrack(store(), tenant, id);
    expect(await told(tenant)).toEqual(before);
    const later = await store().correctMeta(tenant, id, saying({ proposalNumber: null }), 2);
    expect(later.meta).toMatchObject({ title: '更正后的标题', proposalNumber: null, date: '2024-07-08' });
  });

  it('keeps decisions and claims, which are not lost meanwhile', async () => {
    const tenant = newTenant();
    const ids = await arriveAll(tenant);
    const row = (await promises(store(), tenant)).find(({ documentId }) => documentId === ids.plan);
    if (!row) throw new Error('no promise');
    const anchor = anchorOf(row.documentId, row);
    const said = { tenant, anchor, madeBy: '甲', madeAt: '2026-01-05T00:00:00.000Z' };
    await store().decide(tenant, { ...said, body: { kind: 'close' }, reason: '经核实' }, 0);
    await store().claim(tenant, { ...said, state: 'done', text: '已办', unit: null, files: [] });
    const before = await store().standing(tenant, row.id);

    await store().binDocument(tenant, ids.plan, '甲');
    expect(await store().lost(tenant)).toEqual([]);
    await expect(
      store().decide(tenant, { ...said, body: { kind: 'reopen' }, reason: '又' }, 1),
    ).rejects.toMatchObject({ code: 'not-found' });
    await store().restoreDocument(tenant, ids.plan);
    await retrack(store(), tenant, ids.plan);
    expect(await store().standing(tenant, row.id)).toEqual(before);

    await store().binDocument(tenant, ids.plan, '甲');
    await store().emptyBin(tenant, '9999', 10);
    expect(await store().lost(tenant)).toHaveLength(2);
    await arrive(store(), { tenant, name: 'plan', text: plan });
    expect((await store().standing(tenant, row.id))?.state).toMatchObject({ closed: true, claimed: 'done' });
  });

  it('refuses the same file while it lies in the bin, and takes it in anew when it is gone', async () => {
    const tenant = newTenant();
    const id = await addDone(store(), tenant, 'a', [{ quote: '甲' }]);
    await store().binDocument(tenant, id, '甲');
    const again = addDocument(store(), tenant, 'a');
    await expect(again).rejects.toMatchObject({ code: 'document-binned', parameters: { id, name: 'a.txt' } });
    expect(await store().document(tenant, id)).toBeNull();
    await store().emptyBin(tenant, '9999', 10);
    expect(await addDocument(store(), tenant, 'a')).toMatchObject({ id, status: 'received' });
  });

  it('is another office’s bin to nobody else', async () => {
    const [tenant, other] = [newTenant(), newTenant()];
    const id = await addDone(store(), tenant, 'a', [{ quote: '甲' }]);
    await expect(store().binDocument(other, id, '乙')).rejects.toMatchObject({ code: 'not-found' });
    await store().binDocument(tenant, id, '甲');
    await expect(store().binDocument(tenant, id, '甲')).rejects.toMatchObject({ code: 'not-found' });
    await expect(store().restoreDocument(other, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await store().binnedDocument(other, id)).toBeNull();
    expect((await store().binned(other, page)).rows).toEqual([]);
    expect(await store().emptyBin(other, '9999', 10)).toEqual([]);
    await store().restoreDocument(tenant, id);
    await expect(store().restoreDocument(tenant, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await quotes(store(), tenant)).toEqual(['甲']);
  });

  it('lists the newest first, page by page, and empties what is older than an instant', async () => {
    const tenant = newTenant();
    const ids: string[] = [];
    for (const seed of ['a', 'b', 'c']) {
      const id = await addDone(store(), tenant, seed, []);
      ids.unshift(id);
      await store().binDocument(tenant, id, '甲');
      await new Promise((resume) => setTimeout(resume, 3));
    }
    const first = await store().binned(tenant, { limit: 2 });
    const second = await store().binned(tenant, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.rows, ...second.rows].map(({ document }) => document.id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    const newest = first.rows[0]?.binnedAt ?? '';
    const removed = await store().emptyBin(tenant, newest, 10);
    expect(removed.map(({ document }) => document.id)).toEqual([ids[2], ids[1]]);
    expect((await store().binned(tenant, page)).rows.map(({ document }) => document.id)).toEqual([ids[0]]);
  });

  it('gives one that was never read, was only read or failed back as it stood', async () => {
    const tenant = newTenant();
    const [received, read, failed] = await Promise.all(
      ['a', 'b', 'c'].map((seed) => addDocument(store(), tenant, seed)),
    );
    if (!received || !read || !failed) throw new Error('not added');
    for (const { id } of [received, read, failed]) await store().markQueued(tenant, id);
    await store().saveText(tenant, read.id, plainSource('正文'));
    await store().fail(tenant, failed.id, new JiannuoError('file-empty', { file: 'c.txt' }).toJSON());
    for (const { id } of [received, read, failed]) {
      const { updatedAt: _, ...before } = (await store().document(tenant, id)) ?? received;
      await store().binDocument(tenant, id, '甲');
      expect(await store().restoreDocument(tenant, id)).toMatchObject(before);
    }
    expect((await store().unqueued(10_000)).map(({ id }) => id)).toContain(received.id);
    expect((await store().text(tenant, read.id))?.text).toBe('正文');
  });

  it('takes a long document, a link that a person made, and a unit’s other name', async () => {
    const tenant = newTenant();
    const many = Array.from({ length: 450 }, (_, n) => ({
      quote: `建成${n}号站`,
      responsible: ['市卫计委'],
    }));
    const id = await addDone(store(), tenant, 'long', many, {
      proposalNumber: '7',
      body: 'npc',
      session: '一',
    });
    const given = { body: null, session: null, number: '12', title: '关于养老的建议' } as const;
    await store().linkProposal(tenant, id, given);
    await store().binDocument(tenant, id, '甲');
    expect((await store().proposals(tenant)).flatMap(({ documentIds }) => documentIds)).toEqual([]);
    expect(await store().units(tenant)).toEqual([]);
    await addDone(store(), tenant, 'other', [{ quote: '乙', responsible: ['市卫健委'] }]);
    const [unit] = await store().units(tenant);
    await store().addUnitAlias(tenant, unit?.id ?? '', '市卫计委');
    await store().restoreDocument(tenant, id);
    expect(await store().count(tenant, { documentId: id }, 1_000)).toBe(450);
    expect(await store().count(tenant, { unitId: unit?.id ?? '' }, 1_000)).toBe(451);
    expect(await store().count(tenant, { documentId: id, text: '号站' }, 1_000)).toBe(450);
    const linked = (await store().proposals(tenant)).map(({ number, documentIds }) => [number, documentIds]);
    expect(linked).toEqual([
      ['12', [id]],
      ['7', [id]],
    ]);
  });

  it('knows which originals are named still', async () => {
    const [tenant, other] = [newTenant(), newTenant()];
    const seeds = ['kept', 'binned', 'shared', 'gone'].map((seed) => `${tenant}-${seed}`);
    for (const seed of seeds) await addDocument(store(), tenant, seed);
    await addDocument(store(), other, seeds[2] ?? '');
    const documents = (await store().documents(tenant, page)).rows;
    const idOf = (seed = '') => documents.find(({ name }) => name === `${seed}.txt`)?.id ?? '';
    for (const seed of seeds.slice(2)) await store().binDocument(tenant, idOf(seed), '甲');
    await store().emptyBin(tenant, '9999', 10);
    await store().binDocument(tenant, idOf(seeds[1]), '甲');
    const named = await store().namedOriginals(seeds.map(sha));
    expect(seeds.map((seed) => named.has(sha(seed)))).toEqual([true, true, true, false]);
  });
}
