import { afterAll, describe, expect, it } from 'vitest';
import { createIsolatedReader } from '../../../src/adapters/readers/isolated/isolated-reader.js';
import type { FileToRead, Unpacked } from '../../../src/app/ports/document-reader.js';
import { JiannuoError } from '../../../src/domain/errors.js';
import { hostileFiles } from './support/hostile/hostile-files.js';

const mebibyte = 1024 * 1024;
const reader = createIsolatedReader({
  maxFileBytes: 100 * mebibyte,
  seconds: 30,
  memoryBytes: 512 * mebibyte,
  processes: 2,
});
afterAll(() => reader.close());

const codeOf = (thrown: unknown) => (thrown instanceof JiannuoError ? thrown.code : String(thrown));

interface Ends {
  readonly ends: string[];
  readonly text: string;
}

async function endsOf(file: FileToRead): Promise<Ends> {
  const ends: string[] = [];
  let all = '';
  const read = async (found: Unpacked) => {
    if ('error' in found) return codeOf(found.error);
    const { text } = await reader.read(found);
    all += text;
    return text.trim() === '' ? 'done with nothing' : 'read';
  };
  try {
    for await (const found of reader.unpack(file)) ends.push(await read(found).catch(codeOf));
  } catch (thrown) {
    ends.push(codeOf(thrown));
  }
  return { ends, text: all };
}

/** `HOSTILE=all npx vitest run test/adapters/readers/made-hostile` takes the heavy ones too. */
const chosen = hostileFiles.filter(({ isHeavy }) => !isHeavy || process.env.HOSTILE === 'all');

describe('files that are broken or malicious end as they should', () => {
  it.concurrent.each(chosen)('$file', async ({ file, make, ends, holds, lacks }) => {
    const found = await endsOf({ name: file, bytes: make() });
    expect(found.ends).not.toEqual([]);
    expect(ends).toEqual(expect.arrayContaining(found.ends));
    if (holds !== undefined && found.ends.includes('read')) expect(found.text).toContain(holds);
    if (lacks !== undefined) expect(found.text).not.toContain(lacks);
  });
});
