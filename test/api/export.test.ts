import { readFileSync } from 'node:fs';
import type { PassThrough } from 'node:stream';
import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { JiannuoError } from '../../src/domain/errors.js';
import { buildApi, get, settled, startApi, upload } from './support/api.js';

const source = new URL('../../fixtures/documents/text/sources/bodu-2024-farmland-plan.txt', import.meta.url);

let api: Awaited<ReturnType<typeof startApi>>;
type Row = { id: string; document: { publicity: string | null }; state: unknown };
type Listed = Row & { statuses: unknown; marks: unknown };
let rows: Row[];
beforeAll(async () => {
  api = await startApi({ JIANNUO_PUBLIC_URL: 'https://chengnuo.example.cn/' });
  const sent = await upload(api.app, [{ name: '方案.txt', bytes: readFileSync(source) }]);
  await settled(api.app, sent.json().files[0].documentId);
  // The tracking job comes after the extraction: rows stand still once each has its state.
  await vi.waitFor(
    async () => {
      const listed: Listed[] = (await get(api.app, '/api/v1/commitments?stance=commitment&limit=500')).json()
        .rows;
      rows = listed.map(({ statuses: _, marks: __, ...row }) => row);
      expect(rows.filter(({ state }) => state === null)).toEqual([]);
    },
    { timeout: 50_000 },
  );
}, 60_000);
afterAll(() => api.close());

const asked = (query: string) => get(api.app, `/api/v1/commitments/export?${query}`);

describe('GET /commitments/export', () => {
  it('gives the rows of the list with its filters, as a file to keep', async () => {
    const response = await asked('format=xlsx&stance=commitment');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-disposition']).toMatch(
      /^attachment; filename="_-\d{4}-\d\d-\d\d\.xlsx"; filename\*=UTF-8''%E5%8F%B0%E8%B4%A6-/,
    );
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    const book = new excel.Workbook();
    await book.xlsx.load(response.rawPayload as never);
    const ids = (book.worksheets[0]?.getColumn(1).values ?? []).slice(2);
    expect(ids).toEqual(rows.map(({ id }) => id));
    expect(rows.length).toBeGreaterThan(3);
  });

  it('says whether the document may be published', async () => {
    expect(rows[0]?.document.publicity).toBe('public');
    expect((await asked('format=csv&columns=publicity')).body).toMatch(/^\ufeff公开属性\r\n主动公开\r\n/);
  });

  it('gives JSON and JSON lines with what the list gives', async () => {
    expect((await asked('format=json&stance=commitment')).json()).toEqual(rows);
    const lines = (await asked('format=jsonl&stance=commitment')).body.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
  });

  it('gives a Word notice', async () => {
    const response = await asked('format=docx&notice=circular');
    expect(response.headers['content-type']).toContain('wordprocessingml');
    expect(response.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('leads to the passage by the address that the service is known by', async () => {
    const { body } = await asked('format=csv&columns=source');
    const link = body.split('\r\n')[1] ?? '';
    expect(link).toMatch(/^https:\/\/chengnuo\.example\.cn\/api\/v1\/commitments\/\w+\/source$/);
    const page = await get(api.app, new URL(link).pathname);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).toMatch(/<mark>[^<]+<\/mark>/);
  });

  it.each([
    ['format=pdf', 'format'],
    ['', 'format'],
    ['format=csv&columns=nonsense', 'columns'],
    ['format=csv&limit=5', 'limit'],
    ['format=csv&deadlineTo=yesterday', 'deadlineTo'],
    ['format=csv&sort=relevance', 'sort'],
  ])('%s is refused by name', async (query, parameter) => {
    const response = await asked(query);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'query-invalid' });
    expect(response.json().detail).toContain(`参数 ${parameter} `);
  });
});

it('tells a store that is away before the first byte', async () => {
  const app = await buildApi({
    store: async () => Promise.reject(new JiannuoError('store-unavailable', { where: 'x', reason: 'y' })),
  });
  expect((await get(app, '/api/v1/commitments/export?format=csv')).statusCode).toBe(503);
});

it('breaks the connection off when the rows end early: half a file must not look whole', async () => {
  const app = await buildApi({
    store: async () =>
      ({ practice: async () => null, rows: async () => ({ rows: [], nextCursor: null }) }) as never,
    exporter: async () => ({
      write: async (_format, _pages, out) => {
        (out as PassThrough).write('half');
        await new Promise((resume) => setTimeout(resume, 20));
        const fault = new Error('away');
        out.destroy(fault);
        throw fault;
      },
    }),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as { port: number };
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/commitments/export?format=csv`);
  await expect(response.text()).rejects.toThrow();
  await app.close();
});

it('shows markup in a document as text', async () => {
  const markup = '<img src=x onerror=alert(1)>';
  const bytes = `关于第3号建议的答复\n\n到2025年底，${markup}学校新建3所以上。\n`;
  const sent = await upload(api.app, [{ name: 'x.txt', bytes }]);
  const { documentId } = sent.json().files[0];
  await settled(api.app, documentId);
  const [row] = (await get(api.app, `/api/v1/commitments?documentId=${documentId}`)).json().rows;
  const { body } = await get(api.app, `/api/v1/commitments/${row.id}/source`);
  expect(body).not.toContain('<img');
  expect(body).toContain('&lt;img src=x');
});
