import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderBlobs } from '../../../src/adapters/blobs/folder/folder.store.js';
import { openSqlitePeople } from '../../../src/adapters/people/sqlite/sqlite.people.js';
import { keepPrivate } from '../../../src/adapters/shared/keep-private.js';
import { sha256Hex } from '../../../src/domain/identity.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiannuo-private-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe('a data folder', () => {
  it('is made for its owner alone, with everything in it', async () => {
    const data = join(folder, 'new', 'data');
    const people = openSqlitePeople({ file: join(data, 'jiannuo.db') });
    const bytes = Buffer.from('an original');
    await createFolderBlobs(join(data, 'originals')).put(sha256Hex(bytes), bytes);
    const entries = await readdir(data, { recursive: true, withFileTypes: true });
    expect(entries.filter((entry) => entry.isFile())).toHaveLength(4);
    for (const entry of entries)
      expect([entry.name, (await modeOf(join(entry.parentPath, entry.name))) & 0o077]).toEqual([
        entry.name,
        0,
      ]);
    expect(await modeOf(data)).toBe(0o700);
    await people.close();
  });

  it('of an earlier version is closed to others, and left alone where it is closed', async () => {
    await mkdir(join(folder, 'originals'));
    await writeFile(join(folder, 'jiannuo.db'), '');
    await chmod(folder, 0o755);
    await chmod(join(folder, 'originals'), 0o775);
    await chmod(join(folder, 'jiannuo.db'), 0o644);
    expect(await keepPrivate(folder)).toEqual([]);
    const paths = ['.', 'originals', 'jiannuo.db'].map((name) => join(folder, name));
    expect(await Promise.all(paths.map(modeOf))).toEqual([0o700, 0o700, 0o600]);
    await chmod(folder, 0o500);
    expect(await keepPrivate(folder)).toEqual([]);
    expect(await modeOf(folder)).toBe(0o500);
    await chmod(folder, 0o700);
  });
});
