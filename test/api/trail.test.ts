import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyTrail } from '../../src/app/trail/verify-trail.js';
import { JiannuoError } from '../../src/domain/errors.js';
import { buildApi, get, startApi, upload } from './support/api.js';

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const entries = async () => (await get(api.app, '/api/v1/trail')).json().entries;

it('has every change and every file taken, before and after, and no mere look', async () => {
  await get(api.app, '/api/v1/commitments');
  await upload(api.app, [{ name: '一.txt', bytes: '到2025年底，新建学校3所。' }]);
  await get(api.app, '/api/v1/commitments/export?format=csv');
  await api.app.inject({ method: 'POST', url: '/api/v1/jobs/none/retry', headers: { host: 'localhost' } });
  await expect.poll(async () => (await entries()).length).toBe(6);
  const told = (await entries()).map(
    ({ actor, action, subject, outcome }: Record<string, string>) =>
      `${actor} ${action} ${subject} ${outcome}`,
  );
  expect(told).toEqual([
    'local POST /api/v1/documents null asked',
    'local POST /api/v1/documents null 202',
    'local GET /api/v1/commitments/export null asked',
    'local GET /api/v1/commitments/export null 200',
    'local POST /api/v1/jobs/:id/retry none asked',
    'local POST /api/v1/jobs/:id/retry none 404',
  ]);
  expect(await verifyTrail(await api.trail(), 'default')).toMatchObject({ whole: 6, broken: null });
});

it('lets nothing be done that it cannot note', async () => {
  const away = new JiannuoError('store-unavailable', { where: 'x', reason: 'y' });
  const app = await buildApi({ trail: async () => Promise.reject(away) });
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/jobs/none/retry',
    headers: { host: 'localhost' },
  });
  expect(response.json().code).toBe('store-unavailable');
});

it('gives the newest first, with the names of who and what they speak of', async () => {
  const sent = await upload(api.app, [{ name: '有名.txt', bytes: '到2026年底，新建公园5个。' }]);
  const { documentId } = sent.json().files[0];
  await get(api.app, `/api/v1/documents/${documentId}/original`);
  const newest = async (query: string) =>
    (await get(api.app, `/api/v1/trail?order=newest&${query}`)).json().entries;
  await expect
    .poll(async () => (await newest('limit=1'))[0])
    .toMatchObject({ subject: documentId, subjectName: '有名.txt', outcome: '200', actorName: null });
  const [last, before] = await newest('limit=2');
  expect(last.number).toBe(before.number + 1);
  expect((await newest(`limit=1&before=${last.number}`))[0]).toEqual(before);
});

it.each([
  ['before=3', 'before'],
  ['order=oldest&before=3', 'before'],
  ['order=newest&after=0', 'after'],
])('refuses %s, which the order makes nothing of', async (query, parameter) => {
  const refused = await get(api.app, `/api/v1/trail?${query}`);
  expect(refused.statusCode).toBe(400);
  expect(refused.json()).toMatchObject({ code: 'query-invalid' });
  expect(refused.json().detail).toContain(`${parameter} `);
  expect(refused.json().detail).toContain('order=');
});

it('is told after a number in order', async () => {
  const [first, second] = await entries();
  const after = (await get(api.app, `/api/v1/trail?after=${first.number}&limit=1`)).json();
  expect(after.entries).toEqual([second]);
});
