#!/usr/bin/env node
// The isolated reader over the PDFs of a folder, as `ingest` uses it. Prints pages, characters and the highest resident
// memory of a reader process (Linux). Usage: node bench/read-pdfs.mjs FOLDER PROCESSES, after npm run build.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIsolatedReader } from '../dist/src/adapters/readers/isolated/isolated-reader.js';

const [folder = '.', processes = '1'] = process.argv.slice(2);
const mebibyte = 2 ** 20;
const reader = createIsolatedReader({
  maxFileBytes: 100 * mebibyte,
  seconds: 120,
  memoryBytes: 1024 * mebibyte,
  processes: Number(processes),
});

/** Highest resident memory so far of any child of this process, in MiB. */
function peakOfChildren() {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim();
  const peaks = children.split(' ').map((pid) => {
    try {
      return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...peaks);
}

const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
const total = { pages: 0, characters: 0 };
const readOne = async (name) => {
  const { pages, text } = await reader.read({ name, bytes: readFileSync(join(folder, name)) });
  total.pages += pages.length;
  total.characters += text.length;
};
const lane = async () => {
  for (let name = files.shift(); name !== undefined; name = files.shift()) await readOne(name);
};
await Promise.all(Array.from({ length: Number(processes) }, lane));
const peakMiB = process.platform === 'linux' ? Math.round(peakOfChildren()) : null;
await reader.close();
console.log(JSON.stringify({ ...total, peakMiB }));
