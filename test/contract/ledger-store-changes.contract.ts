import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { anchorOf } from '../../src/app/standing/resolve.js';
import { firstReport, plan } from '../support/river-county.js';
import { arrive, promises } from '../support/tracked-ledger.js';
import { addDocument, newTenant } from './ledger-fixtures.js';

const start = { at: '', id: '' };

export function changeCases(store: () => LedgerStore): void {
  it('tells documents in the order of their last changes, page by page, each once', async () => {
    const tenant = newTenant();
    for (const seed of ['a', 'b', 'c']) await addDocument(store(), tenant, seed);
    const all = await store().documentsChanged(tenant, start, 10);
    expect(all.map(({ document }) => document.updatedAt)).toEqual(
      all.map(({ document }) => document.updatedAt).sort(),
    );
    const paged: string[] = [];
    for (let after = start; ; ) {
      const [next] = await store().documentsChanged(tenant, after, 1);
      if (!next) break;
      paged.push(next.document.id);
      after = { at: next.document.updatedAt, id: next.document.id };
    }
    expect(paged).toEqual(all.map(({ document }) => document.id));
    expect(paged).toHaveLength(3);
    expect(await store().documentsChanged(newTenant(), start, 10)).toEqual([]);
  });

  it('tells of a document again when it failed, and of what it says when it has been held against others', async () => {
    const tenant = newTenant();
    const { id } = await addDocument(store(), tenant, 'a');
    const [first] = await store().documentsChanged(tenant, start, 10);
    if (!first) throw new Error('no change');
    await new Promise((resume) => setTimeout(resume, 5));
    await store().fail(tenant, id, {
      code: 'internal',
      class: 'defect',
      message: 'x',
      parameters: {},
    } as never);
    const after = { at: first.document.updatedAt, id };
    const [failed] = await store().documentsChanged(tenant, after, 10);
    expect(failed).toMatchObject({ document: { id, status: 'failed' }, evidence: null });
    const said = await arrive(store(), { tenant, name: 'plan', text: plan, place: '浔岭县' });
    const report = await arrive(store(), { tenant, name: 'report', text: firstReport, place: '浔岭县' });
    const changed = await store().documentsChanged(tenant, start, 10);
    const evidenceOf = new Map(changed.map(({ document, evidence }) => [document.id, evidence]));
    expect(evidenceOf.get(said)).toBe(0);
    const items = new Set((await store().heldBy(tenant, report)).map(({ targetItem }) => targetItem));
    expect(items.size).toBeGreaterThan(0);
    expect(evidenceOf.get(report)).toBe(items.size);
  });

  it('tells of a document again when somebody has decided on one of its promises', async () => {
    const tenant = newTenant();
    const id = await arrive(store(), { tenant, name: 'plan', text: plan, place: '浔岭县' });
    const [row] = await promises(store(), tenant);
    const [before] = await store().documentsChanged(tenant, start, 10);
    if (!row || !before) throw new Error('no promise');
    await new Promise((resume) => setTimeout(resume, 5));
    const after = { at: before.document.updatedAt, id };
    expect(await store().documentsChanged(tenant, after, 10)).toEqual([]);
    const said = { tenant, anchor: anchorOf(id, row), reason: '核对过', madeBy: '王编辑' };
    const madeAt = new Date().toISOString();
    await store().decide(tenant, { ...said, madeAt, body: { kind: 'accept' } }, 0);
    const changed = await store().documentsChanged(tenant, after, 10);
    expect(changed.map(({ document }) => document.id)).toEqual([id]);
  });
}
