import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createFolderBlobs } from '../../src/adapters/blobs/folder/folder.store.js';
import { sha256Hex } from '../../src/domain/identity.js';
import { blobStoreContract } from './blob-store.contract.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-blobs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

blobStoreContract('folder', async () => createFolderBlobs(join(folder, 'originals')));

it('leaves nothing but whole files under the names of their contents', async () => {
  const own = join(folder, 'own');
  const bytes = Buffer.from('到2025年底');
  const sha256 = sha256Hex(bytes);
  await createFolderBlobs(own).put(sha256, bytes);
  const files = readdirSync(own, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ parentPath, name }) => join(parentPath, name))).toEqual([
    join(own, sha256.slice(0, 2), sha256.slice(2, 4), sha256),
  ]);
});

it('says where it cannot write', async () => {
  writeFileSync(join(folder, 'a-file'), '');
  const blobs = createFolderBlobs(join(folder, 'a-file'));
  const bytes = Buffer.from('x');
  await expect(blobs.put(sha256Hex(bytes), bytes)).rejects.toMatchObject({ code: 'data-unwritable' });
});
