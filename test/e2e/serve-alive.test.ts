import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { fixtureText } from '../../bench/shared.js';
import { temporaryFolder } from '../cli/support/cli.js';
import { send, serve } from './support/serve.js';

it('answers while a text of a million characters is being extracted', async () => {
  const data = await temporaryFolder();
  const server = await serve({ JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: data });
  try {
    const { files } = await send(server.url, [fixtureText(1_000_000)]);
    const get = async (path: string) =>
      (await fetch(server.url + path)).json() as Promise<{ status: string }>;
    const document = () => get(`/api/v1/documents/${files[0]?.documentId}`);
    let answered = 0;
    let { status } = await document();
    while (status !== 'done' && status !== 'failed') {
      expect((await get('/healthz')).status).toBe('ok');
      ({ status } = await document());
      // Were the process busy with the text, it would answer when that is over.
      if (status === 'received') answered += 1;
      await new Promise((resume) => setTimeout(resume, 50));
    }
    expect(status).toBe('done');
    expect(answered).toBeGreaterThan(20);
  } finally {
    await server.stop();
    await rm(data, { recursive: true, force: true });
  }
});
