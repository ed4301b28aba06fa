import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createIsolatedReader } from '../../../src/adapters/readers/isolated/isolated-reader.js';
import type { FileToRead } from '../../../src/app/ports/document-reader.js';
import type { JiannuoError } from '../../../src/domain/errors.js';

interface Hostile {
  readonly file: string;
  readonly expected: 'readable' | 'clear error';
  readonly also_accept: 'readable' | 'clear error' | null;
}

const folder = fileURLToPath(new URL('../../../../shared/hostile/', import.meta.url));
const mebibyte = 1024 * 1024;

it('ends as it should on damaged and malicious files', { timeout: 180_000 }, async (context) => {
  if (!existsSync(folder)) return context.skip('the folder ../shared/hostile is not beside this checkout');
  const manifest = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as Hostile[];
  const reader = createIsolatedReader({
    maxFileBytes: 100 * mebibyte,
    seconds: 30,
    memoryBytes: 512 * mebibyte,
    processes: 2,
  });
  const nameOf = (fault: JiannuoError) =>
    fault.class === 'input' && fault.code !== 'reader-crashed' ? 'clear error' : fault.code;
  const endOf = (document: FileToRead) =>
    reader.read(document).then(({ text }) => (text.trim() === '' ? 'done with nothing' : 'readable'), nameOf);
  /** A container is readable when anything in it is; whatever is neither that nor a clear error counts first. */
  const end = async ({ file }: Hostile) => {
    const found: string[] = [];
    try {
      for await (const one of reader.unpack({ name: file, bytes: readFileSync(folder + file) }))
        found.push('error' in one ? nameOf(one.error) : await endOf(one));
    } catch (fault) {
      found.push(nameOf(fault as JiannuoError));
    }
    const odd = found.find((one) => one !== 'readable' && one !== 'clear error');
    return odd ?? (found.includes('readable') ? 'readable' : 'clear error');
  };
  const ends = await Promise.all(manifest.map(async (hostile) => ({ hostile, got: await end(hostile) })));
  await reader.close();

  const isRead = ({ hostile }: (typeof ends)[number]) => /\.(txt|pdf|docx?|zip|gz|ofd)$/.test(hostile.file);
  const asExpected = ({ hostile, got }: (typeof ends)[number]) =>
    got === hostile.expected || got === hostile.also_accept;
  const supported = ends.filter(isRead);
  const wrong = supported
    .filter((one) => !asExpected(one))
    .map(({ hostile, got }) => `${hostile.file}: ${got}`);
  context.annotate(`${supported.length - wrong.length} of ${supported.length} as expected`);
  expect(supported.length - wrong.length, wrong.join('\n')).toBeGreaterThanOrEqual(supported.length * 0.95);
  const others = ends.filter((one) => !isRead(one) && one.got !== 'clear error' && one.got !== 'readable');
  expect(others).toEqual([]);
});
