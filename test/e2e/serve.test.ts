import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../cli/support/cli.js';
import { send, serve } from './support/serve.js';

it('serves the embedded profile with its own worker, and ends what it began when told to stop', async () => {
  const data = await temporaryFolder();
  try {
    const server = await serve({ JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: data });
    const texts = Array.from(
      { length: 20 },
      (_, n) => `关于第${n}号建议的答复\n到2025年底，新建公办幼儿园${n + 1}所。\n`,
    );
    const { status, files } = await send(server.url, texts);
    expect(status).toBe(202);
    expect(files).toHaveLength(20);
    expect(await server.stop()).toBe(0);

    // What was accepted and not worked goes on at the next start.
    const again = await serve({ JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: data });
    await expect
      .poll(
        async () => {
          const answer = await fetch(`${again.url}/api/v1/documents?status=done&limit=100`);
          return ((await answer.json()) as { documents: unknown[] }).documents.length;
        },
        { timeout: 30_000 },
      )
      .toBe(20);
    expect(await again.stop()).toBe(0);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
});
