import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, settled, upload } from '../api/support/api.js';
import { lastReport, plan } from '../support/river-county.js';
import { apiOn } from './support-api.js';

describe.each(['embedded', 'cluster'] as const)('the bin over HTTP: %s', (kind) => {
  let api: Awaited<ReturnType<typeof apiOn>>;
  let ids: string[];
  beforeAll(async () => {
    api = await apiOn(kind);
    const sent = await upload(api.app, [
      { name: 'plan.txt', bytes: plan },
      { name: 'report.txt', bytes: lastReport },
    ]);
    ids = sent.json().files.map(({ documentId }: { documentId: string }) => documentId);
    for (const id of ids) await settled(api.app, id);
    await api.idle();
  });
  afterAll(() => api?.close());

  const ask = (method: 'POST' | 'DELETE', url: string) =>
    api.app.inject({ method, url: `/api/v1${url}`, headers: { host: 'localhost' } });
  /** What people see: rows with where they stand, figures, what falls due. */
  const seen = async () => {
    const pages = [
      'commitments?limit=500',
      'statistics',
      'commitments/facets',
      'due',
      'documents',
      'proposals',
    ];
    const answers = await Promise.all(pages.map((page) => get(api.app, `/api/v1/${page}`)));
    for (const answer of answers) expect(answer.statusCode, answer.body).toBe(200);
    const instants = /"(?:updatedAt|countedAt)":"[^"]*"/g;
    return answers.map(({ body }) => body.replace(instants, '').split(/(?<=\}),|\[/));
  };

  it('deletes, lists, restores: all is seen as before', async () => {
    const [id = '', report = ''] = ids;
    const before = await seen();
    expect(before[0]?.join()).toContain(id);
    const binned = await ask('DELETE', `/documents/${id}`);
    expect(binned.statusCode, binned.body).toBe(200);
    const { binnedAt, removableFrom, document } = binned.json();
    expect(Date.parse(removableFrom) - Date.parse(binnedAt)).toBe(30 * 86_400_000);
    expect(document).toMatchObject({ id, name: 'plan.txt', status: 'done' });
    for (const page of await seen()) expect(page.join()).not.toContain(id);
    for (const url of [`documents/${id}`, `documents/${id}/text`, `documents/${id}/original`])
      expect((await get(api.app, `/api/v1/${url}`)).statusCode).toBe(404);
    expect((await get(api.app, '/api/v1/calendar.ics')).body).not.toContain(id);
    const listed = (await get(api.app, '/api/v1/bin')).json();
    expect(listed).toEqual({ documents: [binned.json()], nextCursor: null });
    expect((await ask('DELETE', `/documents/${id}`)).json()).toMatchObject({ code: 'not-found' });

    const again = await upload(api.app, [{ name: 'again.txt', bytes: plan }]);
    expect(again.json()).toMatchObject({ status: 409, code: 'document-binned' });
    expect((await ask('DELETE', '/bin')).json()).toEqual({ removed: 0, days: 30 });

    const restored = await ask('POST', `/documents/${id}/restore`);
    expect(restored.statusCode, restored.body).toBe(200);
    await api.idle();
    expect(await seen()).toEqual(before);
    expect((await ask('POST', `/documents/${id}/restore`)).statusCode).toBe(404);
    expect((await get(api.app, `/api/v1/documents/${report}`)).statusCode).toBe(200);
    expect((await get(api.app, '/api/v1/jobs?status=dead')).json()).toEqual({ jobs: [] });
  });

  it('ends quietly the jobs of what was put into the bin while they waited, and asks again when it is taken out', async () => {
    const text = (n: number) => `关于第${n}号建议的答复\n2027年底前新建学校${n + 3}所。\n`;
    const files = Array.from({ length: 12 }, (_, n) => ({ name: `${n}.txt`, bytes: text(n) }));
    const sent = (await upload(api.app, files)).json().files as { documentId: string }[];
    for (const { documentId } of sent) {
      const binned = await ask('DELETE', `/documents/${documentId}`);
      expect(binned.statusCode, binned.body).toBe(200);
    }
    await api.idle();
    expect((await get(api.app, '/api/v1/jobs?status=dead')).json()).toEqual({ jobs: [] });
    for (const { documentId } of sent)
      expect((await ask('POST', `/documents/${documentId}/restore`)).statusCode).toBe(200);
    for (const { documentId } of sent)
      expect(await settled(api.app, documentId)).toMatchObject({ status: 'done' });
    await api.idle();
  });

  it('refuses a mark that is none of its own', async () => {
    expect((await get(api.app, '/api/v1/bin?cursor=x')).json()).toMatchObject({ code: 'cursor-invalid' });
    expect((await get(api.app, '/api/v1/bin?status=done')).json()).toMatchObject({ code: 'query-invalid' });
  });
});
