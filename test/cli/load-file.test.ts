import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadFile } from '../../src/cli/files/load-file.js';

const folder = mkdtempSync(join(tmpdir(), 'load-'));
afterAll(() => rmSync(folder, { recursive: true }));
const mebibyte = 1024 * 1024;

function file(name: string, bytes: number) {
  const path = join(folder, name);
  writeFileSync(path, Buffer.alloc(bytes, 0x61));
  return { name, path, size: bytes };
}

it('gives a file that rests', async () => {
  const { bytes } = await loadFile(file('a.txt', 3 * mebibyte), 4 * mebibyte);
  expect(bytes.length).toBe(3 * mebibyte);
});

it('refuses a file that grows while it is read', async () => {
  const growing = file('b.txt', 12 * mebibyte);
  let reading = true;
  const grow = () => {
    if (!reading) return;
    appendFileSync(growing.path, 'b');
    setImmediate(grow);
  };
  const loaded = loadFile(growing, 100 * mebibyte).finally(() => {
    reading = false;
  });
  grow();
  await expect(loaded).rejects.toMatchObject({ code: 'file-changing', parameters: { file: 'b.txt' } });
});

it('refuses by the size that a file has when it is opened, and names what is missing or a folder', async () => {
  const grown = { ...file('c.txt', 2 * mebibyte), size: 10 };
  await expect(loadFile(grown, mebibyte)).rejects.toMatchObject({ code: 'file-too-large' });
  const missing = { name: 'd.txt', path: join(folder, 'd.txt'), size: 1 };
  await expect(loadFile(missing, mebibyte)).rejects.toMatchObject({ code: 'file-not-found' });
  await expect(loadFile({ name: 'e', path: folder, size: 1 }, mebibyte)).rejects.toMatchObject({
    code: 'file-is-folder',
  });
});
