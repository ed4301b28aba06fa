import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stampOf } from '../../src/app/jobs/document-track.job.js';
import { anchorOf } from '../../src/app/standing/resolve.js';
import { get, settled, upload } from '../api/support/api.js';
import { plan } from '../support/river-county.js';
import { allRows } from './ledger-fixtures.js';
import { apiOn } from './support-api.js';

const tenant = 'default';

describe.each(['embedded', 'cluster'] as const)('extracting anew: %s', (kind) => {
  let api: Awaited<ReturnType<typeof apiOn>>;
  let id: string;
  beforeAll(async () => {
    api = await apiOn(kind);
    const sent = await upload(api.app, [{ name: 'plan.txt', bytes: plan }]);
    id = sent.json().files[0].documentId;
    await settled(api.app, id);
    await api.idle();
  });
  afterAll(() => api?.close());

  const post = (url: string) =>
    api.app.inject({ method: 'POST', url: `/api/v1/documents/${url}`, headers: { host: 'localhost' } });

  /** As an older engine left it: without the last promise, and with one that is none. */
  const grow = async () => {
    const store = await api.store();
    const document = await store.document(tenant, id);
    const { engine, meta } = document ?? {};
    if (!engine || !meta) throw new Error('not done');
    const rows = await allRows(store, tenant, { documentId: id });
    const items = rows.map(({ tenant: _, documentId: __, document: ___, unitIds, state, ...item }) => item);
    const [first, ...rest] = items;
    if (!first) throw new Error('no items');
    const odd = { ...first, id: 'odd', quote: '并无此事', start: 0, end: 4, valueText: null, value: null };
    const none = { ...odd, valueStart: null, valueEnd: null };
    const older = { ...engine, rules: 'zh-gov@0' };
    await store.saveExtraction(tenant, id, { engine: older, meta, items: [none, ...rest], intentions: 0 });
    return { store, rows, engine: older };
  };

  it('asks nothing where the engine is the same', async () => {
    const asked = await post('extract');
    expect(asked.statusCode, asked.body).toBe(202);
    expect(asked.json()).toMatchObject({ queued: 0, current: 1 });
  });

  it('has all that an older engine did done anew, decisions carried over, the rest told as lost', async () => {
    const { store, rows, engine } = await grow();
    const queue = await api.queue();
    const { documentTrackJob } = await import('../../src/app/jobs/document-track.job.js');
    await queue.enqueue(documentTrackJob, { tenant, documentId: id, stamp: stampOf(engine) });
    await api.idle();
    const kept = rows.find((row) => row.stance === 'commitment' && row.id !== rows[0]?.id);
    const odd = await store.row(tenant, 'odd');
    if (!kept || !odd) throw new Error('no rows');
    for (const [n, row] of [kept, odd].entries()) {
      const madeAt = `2026-01-0${n + 1}T00:00:00.000Z`;
      const said = { tenant, anchor: anchorOf(id, row), reason: '经核实', madeBy: '甲', madeAt };
      await store.decide(tenant, { ...said, body: { kind: 'close' } }, 0);
    }
    const asked = await post('extract');
    expect(asked.json()).toMatchObject({ queued: 1, current: 0 });
    await api.idle();
    expect((await allRows(store, tenant, { documentId: id })).map((row) => row.id)).toEqual(
      rows.map((row) => row.id),
    );
    expect((await store.standing(tenant, kept.id))?.state).toMatchObject({ closed: true });
    const { lost } = (await get(api.app, '/api/v1/decisions/lost')).json();
    expect(lost).toMatchObject([{ what: 'decision', anchor: { itemId: 'odd' } }]);
  });

  it('does one, and says so where there is none', async () => {
    await grow();
    const asked = await post(`${id}/extract`);
    expect(asked.statusCode, asked.body).toBe(202);
    expect(asked.json()).toMatchObject({ job: { kind: 'document.extract', documentId: id } });
    await api.idle();
    expect((await get(api.app, `/api/v1/documents/${id}`)).json().engine.rules).not.toBe('zh-gov@0');
    expect((await post('nothing/extract')).statusCode).toBe(404);
  });

  it('leaves one that could not be read', async () => {
    const sent = await upload(api.app, [{ name: 'x.bin', bytes: Buffer.from([0, 1, 2, 3, 255, 254]) }]);
    const failed = sent.json().files[0].documentId;
    expect(await settled(api.app, failed)).toMatchObject({ status: 'failed' });
    expect((await post(`${failed}/extract`)).json()).toMatchObject({ job: null });
  });
});
