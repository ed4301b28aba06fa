import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JiannuoError } from '../../src/domain/errors.js';
import { buildApi, get, multipart, startApi, upload } from './support/api.js';

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('problems', () => {
  it.each([
    ['/api/v1/commitments?limt=5', 400, 'query-invalid', 'limt'],
    ['/api/v1/commitments?limit=0', 400, 'query-invalid', 'limit'],
    ['/api/v1/commitments?limit=ten', 400, 'query-invalid', 'limit'],
    ['/api/v1/commitments?hedged=maybe', 400, 'query-invalid', 'hedged'],
    ['/api/v1/commitments?unit=a&unit=b', 400, 'query-invalid', 'unit'],
    ['/api/v1/commitments?deadlineFrom=2025-02-30', 400, 'query-invalid', 'deadlineFrom'],
    ['/api/v1/commitments?sort=relevance', 400, 'query-invalid', 'sort'],
    ['/api/v1/commitments?cursor=made-up', 400, 'cursor-invalid', 'cursor'],
    ['/api/v1/documents?cursor=made-up', 400, 'cursor-invalid', 'cursor'],
    ['/api/v1/documents?status=lost', 400, 'query-invalid', 'status'],
    ['/api/v1/commitments/nothing', 404, 'not-found', 'nothing'],
    ['/api/v1/documents/nothing', 404, 'not-found', 'nothing'],
    ['/api/v1/documents/nothing/text', 404, 'not-found', 'nothing'],
    ['/api/v1/jobs/nothing', 404, 'not-found', 'nothing'],
    ['/api/v1/nothing', 404, 'not-found', '/api/v1/nothing'],
    ['/%ZZ', 400, 'query-invalid', 'URL'],
    ['/api/v1/documents/%E4%B8', 400, 'query-invalid', 'URL'],
  ])('%s is %i %s', async (url, status, code, named) => {
    const response = await get(api.app, url);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    const problem = response.json();
    expect(problem).toMatchObject({ status, code, type: `urn:jiannuo:error:${code}` });
    expect(problem.detail).toContain(named);
    expect(problem.instance).toBe(`urn:uuid:${response.headers['x-request-id']}`);
  });

  it.each([
    ['/api/v1/commitments?limt=5', 'en-GB,en;q=0.9,zh;q=0.5', /^parameter limt: /],
    ['/api/v1/documents/nothing', 'en', /^document not found: nothing$/],
    ['/api/v1/nothing', 'en-US', /^route not found: /],
    ['/api/v1/commitments?cursor=x', 'en', /^parameter cursor: not one of ours/],
    ['/api/v1/documents/nothing', 'zh-CN,zh;q=0.9,en;q=0.8', /^找不到文档：nothing$/],
    ['/api/v1/documents/nothing', undefined, /^找不到文档：nothing$/],
  ])('%s with Accept-Language %s is told so', async (url, language, told) => {
    const headers = { host: 'localhost', ...(language && { 'accept-language': language }) };
    const response = await api.app.inject({ url, headers });
    expect(response.json().detail).toMatch(told);
    expect(response.headers['content-language']).toBe(language?.startsWith('en') ? 'en' : 'zh');
  });

  it('tells each file of an upload in the language that is asked for', async () => {
    const sent = multipart([{ name: 'empty.txt', bytes: '' }]);
    const headers = { ...sent.headers, 'accept-language': 'en' };
    const response = await api.app.inject({ ...sent, method: 'POST', url: '/api/v1/documents', headers });
    const { code, detail, files } = response.json();
    expect(code).toBe('file-empty');
    expect(detail).not.toMatch(/\p{Script=Han}/u);
    expect(files[0].error.message).toBe(detail);
  });

  it.each([
    ['DELETE', '/api/v1/documents/some/text', 'GET, HEAD'],
    ['PUT', '/api/v1/documents', 'GET, HEAD, POST'],
    ['OPTIONS', '/api/v1/jobs/some/retry?a=b', 'POST'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['TRACE', '/api/v1/commitments', 'GET, HEAD'],
  ])('%s %s is 405 with the methods that it takes', async (method, url, allowed) => {
    const response = await api.app.inject({ method: method as 'GET', url, headers: { host: 'localhost' } });
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe(allowed);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.json()).toMatchObject({ status: 405, code: 'method-not-allowed' });
    expect(response.json().detail).toContain(allowed);
  });

  it('a job that is not dead cannot be retried', async () => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/api/v1/jobs/nothing/retry',
      headers: { host: 'localhost' },
    });
    expect(response.statusCode).toBe(404);
  });
});

describe('requests of other sites', () => {
  it.each([
    { host: 'evil.example' },
    { host: 'localhost:8750', origin: 'https://evil.example' },
    { host: 'localhost:8750', origin: 'null' },
  ])('%j is refused', async (headers) => {
    const response = await api.app.inject({ url: '/api/v1/documents', headers });
    expect(response.statusCode).toBe(403);
    expect(response.json().code).toBe('request-forbidden');
  });

  it('under a host name that is allowed, with the proxy that ends TLS, is taken; others are not', async () => {
    const app = await buildApi({}, ['Ledger.example.cn', '10.0.0.8:8750']);
    const status = async (host: string, origin?: string) =>
      (await app.inject({ url: '/healthz', headers: { host, ...(origin && { origin }) } })).statusCode;
    expect(await status('ledger.example.cn', 'https://ledger.example.cn')).toBe(200);
    expect(await status('LEDGER.example.cn:8443', 'http://LEDGER.example.cn:8443')).toBe(200);
    expect(await status('10.0.0.8:8750')).toBe(200);
    expect(await status('127.0.0.1:8750')).toBe(200);
    expect(await status('10.0.0.8:9')).toBe(403);
    expect(await status('evil.ledger.example.cn')).toBe(403);
    expect(await status('ledger.example.cn.evil.example')).toBe(403);
    expect(await status('ledger.example.cn', 'https://evil.example')).toBe(403);
  });

  it('its own page is not', async () => {
    const headers = { host: 'localhost:8750', origin: 'http://localhost:8750' };
    expect((await api.app.inject({ url: '/healthz', headers })).statusCode).toBe(200);
  });
});

describe('while a server is away', () => {
  const storeAway = () =>
    Promise.reject(new JiannuoError('store-unavailable', { where: 'db:1', reason: 'refused' }));
  const queueAway = () =>
    Promise.reject(new JiannuoError('queue-unavailable', { where: 'redis:1', reason: 'refused' }));

  it('answers 503 with the store named, alive all the same', async () => {
    const app = await buildApi({ store: storeAway, queue: queueAway });
    const rows = await get(app, '/api/v1/commitments');
    expect(rows.statusCode).toBe(503);
    expect(rows.headers['retry-after']).toBe('5');
    expect(rows.json()).toMatchObject({ code: 'store-unavailable', detail: expect.stringContaining('db:1') });
    expect((await upload(app, [{ name: 'a.txt', bytes: '一' }])).statusCode).toBe(503);
    expect((await get(app, '/healthz')).statusCode).toBe(200);
    const ready = await get(app, '/readyz');
    expect(ready.statusCode).toBe(503);
    expect(ready.json()).toMatchObject({
      status: 'unready',
      store: { code: 'store-unavailable' },
      queue: { code: 'queue-unavailable' },
    });
  });

  it('is not ready when a ping does not come back, within three seconds', async () => {
    const store = async () => ({ ping: () => new Promise(() => {}) });
    const app = await buildApi({
      store: store as never,
      queue: async () => ({ ping: async () => {} }) as never,
    });
    const since = performance.now();
    const ready = await get(app, '/readyz');
    expect(performance.now() - since).toBeLessThan(3_000);
    expect(ready.json()).toMatchObject({ store: { code: 'store-unavailable' }, queue: null });
  });

  it('hides the details of a defect', async () => {
    const app = await buildApi({ store: () => Promise.reject(new Error('password=secret')) });
    const response = await get(app, '/api/v1/commitments');
    expect(response.statusCode).toBe(500);
    expect(response.json().code).toBe('internal');
    expect(response.body).not.toContain('secret');
  });
});
