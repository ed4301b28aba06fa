import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { startWorker, workerLog } from '../../workers/index.js';

it('a worker forgets first answers of the day before without being asked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-forgetting-'));
  const composition = compose(readConfig({ JIANNUO_DATA: folder, JIANNUO_RECOGNIZER: 'off' }));
  const store = await composition.store();
  const at = '2001-01-02T00:00:00.000Z';
  const never = '2000-01-01T00:00:00.000Z';
  const claim = () => store.claimKey({ tenant: 't', id: 'k' }, 'f', { at, lapsed: never, expired: never });
  await claim();
  expect(await claim()).toMatchObject({ state: 'known' });
  const worker = await startWorker(composition, workerLog('silent'));
  onTestFinished(async () => {
    await worker.drain();
    await composition.close();
    await rm(folder, { recursive: true, force: true });
  });
  await vi.waitFor(async () => expect(await claim()).toEqual({ state: 'ours' }), 5_000);
}, 60_000);
