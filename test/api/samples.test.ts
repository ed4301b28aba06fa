import { afterAll, beforeAll, expect, it } from 'vitest';
import { get, settled, startApi } from './support/api.js';

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(() => api.close());

it('takes each sample document in once, however often it is asked', async () => {
  const ask = () =>
    api.app.inject({ method: 'POST', url: '/api/v1/samples', headers: { host: 'localhost' } });
  const { files } = (await ask()).json() as { files: { documentId: string; created: boolean }[] };
  expect(files.length).toBeGreaterThan(8);
  expect(files.every(({ created }) => created)).toBe(true);
  for (const { documentId } of files) expect((await settled(api.app, documentId)).status).toBe('done');
  const again = (await ask()).json() as { files: { created: boolean }[] };
  expect(again.files.some(({ created }) => created)).toBe(false);
  const { total } = (await get(api.app, '/api/v1/commitments?stance=commitment&count=true')).json();
  expect(total.count).toBeGreaterThan(100);
}, 60_000);
