import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApi, get, settled, startApi, upload } from './support/api.js';

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(() => api.close());

it.each(['/healthz', '/api/v1/commitments', '/api/v1/none', '/api/v1/documents/none', '/setup'])(
  '%s lets nothing run, be framed or be guessed at',
  async (url) => {
    const { headers } = await get(api.app, url);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  },
);

it('promises TLS where a proxy has it', async () => {
  const tls = await startApi({ JIANNUO_PUBLIC_URL: 'https://chengnuo.example.cn' });
  try {
    expect((await get(tls.app, '/healthz')).headers['strict-transport-security']).toContain('max-age=');
  } finally {
    await tls.close();
  }
});

it('gives an original back as it came, to be kept and not shown', async () => {
  const bytes = '<html><script>alert(1)</script><body><p>到2025年底，新建学校3所。</p></body></html>';
  const sent = await upload(api.app, [{ name: '答复 "一".html', bytes }]);
  const { documentId } = sent.json().files[0];
  await settled(api.app, documentId);
  const response = await get(api.app, `/api/v1/documents/${documentId}/original`);
  expect(response.body).toBe(bytes);
  expect(response.headers['content-type']).toBe('application/octet-stream');
  expect(response.headers['x-content-type-options']).toBe('nosniff');
  expect(response.headers['content-security-policy']).toContain('sandbox');
  expect(response.headers['content-disposition']).toBe(
    `attachment; filename="_.html"; filename*=UTF-8''${encodeURIComponent('答复 "一".html')}`,
  );
  expect((await get(api.app, '/api/v1/documents/none/original')).statusCode).toBe(404);
});

it('slows down who guesses, and says when to come back', async () => {
  const app = await buildApi({});
  const answers = [];
  for (let n = 0; n < 31; n++) answers.push(await get(app, '/setup'));
  const last = answers.at(-1);
  expect(answers[29]?.statusCode).toBe(400);
  expect(last?.statusCode).toBe(429);
  expect(last?.json().code).toBe('rate-limited');
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await get(app, '/healthz')).statusCode).toBe(200);
});

it('gives figures for Prometheus, by route and not by address', async () => {
  await get(api.app, '/api/v1/documents/some-id');
  const { body, headers } = await get(api.app, '/metrics');
  expect(headers['content-type']).toContain('text/plain');
  expect(body).toMatch(
    /jiannuo_http_request_seconds_count\{method="GET",route="\/api\/v1\/documents\/:id",status="404"\} \d/,
  );
  expect(body).toMatch(/jiannuo_jobs\{status="waiting"\} 0/);
  expect(body).not.toContain('some-id');
});
