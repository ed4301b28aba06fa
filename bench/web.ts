/**
 * What the first visit of the web page loads: `npx tsx bench/web.ts`. Prints one JSON line: the bytes over the wire
 * (gzip) of index.html's own files and of the ledger, and the largest files that are loaded later.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildDist } from '../scripts/build.mjs';

await buildDist();
const folder = join(import.meta.dirname, '..', 'dist', 'web');
const assets = join(folder, 'assets');
const html = readFileSync(join(folder, 'index.html'), 'utf8');
const files = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name));
const bytes = (name: string): number => statSync(join(assets, `${name}.gz`)).size;

/** Static imports of a built file, and theirs. */
function needed(names: Iterable<string>, seen = new Set<string>()): Set<string> {
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    const text = readFileSync(join(assets, name), 'utf8');
    const imported = [...text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
      ([, one = '']) => one,
    );
    needed(imported, seen);
  }
  return seen;
}

const kib = (names: Iterable<string>): number =>
  Math.round(([...names].reduce((sum, name) => sum + bytes(name), 0) / 1024) * 10) / 10;

const first = needed([...html.matchAll(/\/assets\/([\w.-]+\.(?:js|css))/g)].map(([, name = '']) => name));
const ledger = needed(files.filter((name) => name.startsWith('ledger-page')));
const whole = new Set([...first, ...ledger]);
const later = files
  .filter((name) => !whole.has(name))
  .map((name) => ({ name: name.replace(/-[\w-]{8}\./, '.'), kib: kib([name]) }))
  .sort((a, b) => b.kib - a.kib)
  .slice(0, 5);
console.log(JSON.stringify({ frameKib: kib(first), frameAndLedgerKib: kib(whole), later }));
