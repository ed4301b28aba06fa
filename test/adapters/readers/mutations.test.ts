import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { seeded } from '../../../bench/generate/random.js';
import { createIsolatedReader } from '../../../src/adapters/readers/isolated/isolated-reader.js';
import type { FileToRead, Unpacked } from '../../../src/app/ports/document-reader.js';
import { JiannuoError } from '../../../src/domain/errors.js';
import { mutate } from './support/mutate.js';

const documents = new URL('../../../fixtures/documents/', import.meta.url);
const originals = readdirSync(documents).flatMap((format) => {
  const sources = new URL(`${format}/sources/`, documents);
  return readdirSync(sources).map((name) => ({ name, bytes: readFileSync(new URL(name, sources)) }));
});

/** How many in all; `MUTATIONS=10000 npx vitest run test/adapters/readers/mutations` is the long run. */
const count = Number(process.env.MUTATIONS ?? 250);
const seed = Number(process.env.MUTATION_SEED ?? 20250603);
const mebibyte = 1024 * 1024;
const reader = createIsolatedReader({
  maxFileBytes: 20 * mebibyte,
  seconds: 30,
  memoryBytes: 512 * mebibyte,
  processes: 2,
});
afterAll(() => reader.close());

/** What no damaged file may end in: the process died, or it hung, or grew without bounds. */
const deaths = new Set(['reader-crashed', 'internal', 'file-time-limit', 'file-memory-limit']);

const codeOf = (thrown: unknown) => (thrown instanceof JiannuoError ? thrown.code : String(thrown));

async function endOf(found: Unpacked): Promise<string> {
  if ('error' in found) return found.error.code;
  return reader.read(found).then(({ text }) => (text.trim() === '' ? 'done with nothing' : 'read'), codeOf);
}

async function endsOf(file: FileToRead): Promise<string[]> {
  const ends: string[] = [];
  try {
    for await (const found of reader.unpack(file)) ends.push(await endOf(found));
  } catch (thrown) {
    ends.push(codeOf(thrown));
  }
  return ends;
}

it(`reads ${count} damaged fixtures or says what is wrong with them`, {
  timeout: 60_000 + count * 500,
}, async () => {
  const wrong: string[] = [];
  const one = async (n: number) => {
    const original = originals[n % originals.length];
    if (!original) return;
    const bytes = mutate(original.bytes, seeded(seed + n));
    const ends = await endsOf({ name: original.name, bytes });
    for (const end of ends)
      if (deaths.has(end) || end === 'done with nothing' || !/^[a-z -]+$/.test(end))
        wrong.push(`${n} ${original.name}: ${end}`);
  };
  const lane = async (from: number) => {
    for (let n = from; n < count; n += 2) await one(n);
  };
  await Promise.all([lane(0), lane(1)]);
  expect(originals.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});
