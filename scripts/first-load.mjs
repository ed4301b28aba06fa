/** What the first visit of the built page loads, in KiB over the wire (gzip): the frame, and the frame with the ledger. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { webFolder } from './stale.mjs';

const imports = /(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g;

/** @returns {{ frameKib: number, ledgerKib: number, later: { name: string, kib: number }[] }} */
export function firstLoad(folder = webFolder) {
  const assets = join(folder, 'assets');
  const kibOf = (names) =>
    Math.round(
      ([...names].reduce((sum, name) => sum + statSync(join(assets, `${name}.gz`)).size, 0) / 1024) * 10,
    ) / 10;
  /** Static imports of built files, and theirs. */
  const needed = (names, seen = new Set()) => {
    for (const name of names) {
      if (seen.has(name)) continue;
      seen.add(name);
      if (!name.endsWith('.js')) continue;
      const text = readFileSync(join(assets, name), 'utf8');
      needed(
        [...text.matchAll(imports)].map(([, one = '']) => one),
        seen,
      );
    }
    return seen;
  };
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name));
  const frame = needed([...html.matchAll(/\/assets\/([\w.-]+\.(?:js|css))/g)].map(([, name = '']) => name));
  const whole = new Set([...frame, ...needed(files.filter((name) => name.startsWith('ledger-page')))]);
  const later = files
    .filter((name) => !whole.has(name))
    .map((name) => ({ name: name.replace(/-[\w-]{8}\./, '.'), kib: kibOf([name]) }))
    .sort((a, b) => b.kib - a.kib);
  return { frameKib: kibOf(frame), ledgerKib: kibOf(whole), later };
}
