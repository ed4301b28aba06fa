import { expect, it } from 'vitest';
import { stampOf } from '../../src/app/jobs/document-track.job.js';
import { trackDocument } from '../../src/app/pipeline/track-document.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { plan } from '../support/river-county.js';
import { arrive, inProcess } from '../support/tracked-ledger.js';
import { addDone, allRows, engine, items, meta, newTenant } from './ledger-fixtures.js';

export function correctionCases(store: () => LedgerStore): void {
  const saying = (fields: object, reason = '封面写错了') => ({
    ...{ fields, reason, madeBy: '王编辑' },
    madeAt: '2025-03-01T08:00:00.000Z',
  });

  it('sets what a document says of itself in its rows and its proposal, and keeps what was read', async () => {
    const tenant = newTenant();
    const seed = 'corrected';
    const id = await addDone(store(), tenant, seed, [{}], { proposalNumber: '12' });
    const said = saying({ proposalNumber: '21', date: '2024-07-08', docNumber: null, title: '更正后的标题' });
    const corrected = await store().correctMeta(tenant, id, said, 0);
    expect(corrected.meta).toMatchObject({
      ...{ proposalNumber: '21', date: '2024-07-08', docNumber: null, title: '更正后的标题' },
      asRead: { proposalNumber: '12', date: '2024-06-01', title: '关于第12号建议的答复' },
      corrections: [said],
    });
    expect(corrected.meta?.asRead).not.toHaveProperty('docNumber');
    expect(await store().document(tenant, id)).toEqual(corrected);
    const [row] = await allRows(store(), tenant, {}, { sort: 'document' });
    expect(row?.document).toMatchObject({ date: '2024-07-08', proposalNumber: '21', title: '更正后的标题' });
    const linked = (await store().proposals(tenant)).filter(({ documentIds }) => documentIds.includes(id));
    expect(linked.map(({ number }) => number)).toEqual(['21']);
    expect((await store().untracked('9999', 10_000)).map((each) => each.id)).toContain(id);
  });

  it('keeps a correction over a later extraction, and follows the order of dates that counts', async () => {
    const tenant = newTenant();
    const earlier = await addDone(store(), tenant, 'a', [{ quote: '甲' }], { date: '2024-01-01' });
    await addDone(store(), tenant, 'b', [{ quote: '乙' }], { date: '2024-02-01' });
    await store().correctMeta(tenant, earlier, saying({ date: '2024-03-01', issuer: '澄岚市财政局' }), 0);
    const order = async () =>
      (await allRows(store(), tenant, {}, { sort: 'document' })).map(({ quote }) => quote);
    expect(await order()).toEqual(['甲', '乙']);
    const again = { engine, items: items('a', [{ quote: '甲' }]), intentions: 0 };
    await store().saveExtraction(tenant, earlier, { ...again, meta: meta({ date: '2023-12-01' }) });
    expect(await order()).toEqual(['甲', '乙']);
    const { meta: now } = (await store().document(tenant, earlier)) ?? {};
    expect(now).toMatchObject({ date: '2024-03-01', issuer: '澄岚市财政局' });
    expect(now?.asRead).toEqual({ date: '2023-12-01', issuer: '澄岚市教育局' });
    const issuers = (await allRows(store(), tenant)).map(({ document }) => document.issuer);
    expect(issuers.sort()).toEqual(['澄岚市教育局', '澄岚市财政局'].sort());
    // Set back to what was read.
    const back = await store().correctMeta(tenant, earlier, saying({ date: '2023-12-01' }), 1);
    expect(back.meta?.asRead).toEqual({ issuer: '澄岚市教育局' });
  });

  it('refuses who has not seen what another set, and documents of other offices', async () => {
    const tenant = newTenant();
    const id = await addDone(store(), tenant, 'c', [{}]);
    await store().correctMeta(tenant, id, saying({ title: '一' }), 0);
    await expect(store().correctMeta(tenant, id, saying({ title: '二' }), 0)).rejects.toMatchObject({
      code: 'edit-conflict',
    });
    await expect(store().correctMeta(newTenant(), id, saying({ title: '三' }), 1)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await store().document(tenant, id))?.meta?.title).toBe('一');
  });

  it('is tracked by what is set while it is being tracked', async () => {
    const tenant = newTenant();
    const id = await arrive(store(), { tenant, name: 'plan', text: plan });
    const stamp = stampOf((await store().document(tenant, id))?.engine ?? engine);
    const dates: (string | null)[] = [];
    const facts: typeof inProcess.facts = async (document) => {
      const found = await inProcess.facts(document);
      if (dates.length === 0) await store().correctMeta(tenant, id, saying({ date: '2024-07-08' }), 0);
      dates.push(document.meta.date);
      return found;
    };
    const extractor = { ...inProcess, facts };
    await trackDocument({ store: store(), extractor }, { tenant, documentId: id, stamp });
    expect(dates).toHaveLength(2);
    expect(dates[1]).toBe('2024-07-08');
    expect((await store().untracked('9999', 10_000)).map((each) => each.id)).not.toContain(id);
  });
}
