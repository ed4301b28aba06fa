import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { machineProbes } from '../../../src/adapters/doctor/machine-probes.js';

const dataFolder = mkdtempSync(join(tmpdir(), 'jiannuo-probes-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

const segmenter = { id: 'node-rs-jieba@2', fallbackReason: 'no dictionary' };
const probes = machineProbes(
  {
    ...{ profile: 'embedded', dataFolder, holidays: null, mongodbUrl: '', redisUrl: '' },
    recognizer: 'off' as never,
  },
  { segmenter: async () => segmenter, pings: null },
);

it('looks whether the data folder can be written as often at once as it is asked, and leaves nothing there', async () => {
  const looks = await Promise.allSettled(Array.from({ length: 50 }, () => probes.writeData()));
  expect(looks.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(readdirSync(dataFolder)).toEqual([]);
});

it('tells of the segmenter in use why it is not the other, whatever kept that from being loaded', async () => {
  expect(await probes.segmenter()).toEqual(segmenter);
});
