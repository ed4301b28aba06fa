import { expect, it } from 'vitest';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { anchorOf } from '../../src/app/standing/resolve.js';
import { addedItemId, documentId, sha256Hex } from '../../src/domain/identity.js';
import type { Item } from '../../src/domain/item.js';
import type { LedgerRow } from '../../src/domain/ledger.js';
import { plan } from '../support/river-county.js';
import { arrive, promises } from '../support/tracked-ledger.js';
import { newTenant } from './ledger-fixtures.js';

const sha256 = sha256Hex(Buffer.from(plan));

/** A promise over a quote of the plan that no item has. */
function marked(like: LedgerRow): Item {
  const { tenant: _, documentId: __, document: ___, unitIds: ____, state: _____, ...item } = like;
  const quote = item.quote.slice(0, 6);
  const start = plan.indexOf(quote);
  const whole: Omit<Item, 'id'> = {
    ...item,
    ...{ kind: 'milestone', quote, start, end: start + quote.length, indicator: '标出的事项' },
    ...{ valueText: null, valueStart: null, valueEnd: null, value: null, valueMax: null, unit: null },
    ...{ comparator: null, responsible: ['新添局'], rules: {} },
  };
  return { ...whole, id: addedItemId(sha256, whole) };
}

export function amendCases(store: () => LedgerStore): void {
  const taken = async () => {
    const tenant = newTenant();
    const id = documentId(tenant, sha256);
    await arrive(store(), { tenant, name: 'plan', text: plan });
    const [first] = await promises(store(), tenant);
    if (!first) throw new Error('no promise');
    const item = marked(first);
    const said = {
      tenant,
      anchor: anchorOf(id, item),
      reason: '漏读',
      madeBy: '甲',
      madeAt: '2025-06-01T00:00:00.000Z',
    };
    const add = () =>
      store().amend(tenant, { ...said, body: { kind: 'add', item, fields: { deadline: '2027-06-30' } } });
    const remove = () => store().amend(tenant, { ...said, body: { kind: 'remove' } });
    const again = () => arrive(store(), { tenant, name: 'plan', text: plan });
    const counted = async () => (await store().document(tenant, id))?.counts?.commitments;
    return { tenant, id, item, add, remove, again, counted };
  };

  it('adds a promise to a document, once, and takes it out again', async () => {
    const { tenant, item, add, remove, counted } = await taken();
    const before = await counted();
    await add();
    expect(await store().row(tenant, item.id)).toMatchObject({ quote: item.quote, state: null });
    expect(await counted()).toBe((before ?? 0) + 1);
    const { rows } = await store().rows(tenant, { text: '标出的事项' }, { sort: 'document', limit: 10 });
    expect(rows.map(({ id }) => id)).toContain(item.id);
    expect((await store().units(tenant)).map(({ name }) => name)).toContain('新添局');
    await expect(add()).rejects.toMatchObject({ code: 'item-exists', parameters: { id: item.id } });
    await remove();
    expect(await store().row(tenant, item.id)).toBeNull();
    expect(await counted()).toBe(before);
    expect((await store().units(tenant)).map(({ name }) => name)).not.toContain('新添局');
    await expect(remove()).rejects.toMatchObject({ code: 'not-found' });
    expect(await store().lost(tenant)).toEqual([]);
  });

  it('keeps it when the document is extracted anew, with what was set of it, and not once it was taken back', async () => {
    const { tenant, id, item, add, remove, again, counted } = await taken();
    const before = await counted();
    await add();
    await again();
    expect(await counted()).toBe((before ?? 0) + 1);
    expect(await store().row(tenant, item.id)).toMatchObject({
      quote: item.quote,
      state: { added: true, review: 'accepted', due: '2027-06-30', version: 1 },
    });
    expect((await store().decisionsOf(tenant, id)).map(({ body }) => body.kind)).toEqual(['add']);
    await remove();
    await again();
    expect(await store().row(tenant, item.id)).toBeNull();
    expect(await counted()).toBe(before);
  });

  it('is not added to a document of another office', async () => {
    const { item, id } = await taken();
    const tenant = newTenant();
    const said = {
      tenant,
      anchor: anchorOf(id, item),
      reason: '漏读',
      madeBy: '甲',
      madeAt: '2025-06-01T00:00:00.000Z',
    };
    await expect(
      store().amend(tenant, { ...said, body: { kind: 'add', item, fields: null } }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('loses nothing that is added while the document is extracted anew', async () => {
    const { tenant, item, add, again, counted } = await taken();
    const before = await counted();
    await Promise.all([again(), add()]);
    await again();
    expect(await store().row(tenant, item.id)).toMatchObject({ state: { added: true } });
    expect(await counted()).toBe((before ?? 0) + 1);
  });
}
