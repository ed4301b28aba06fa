#!/usr/bin/env node
/** Transpiles src/ and workers/ into dist/, one file for one file, so that a path in the source is a path in the build. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const sources = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));

export async function buildDist() {
  const entryPoints = [...sources('src'), ...sources('workers')];
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  if (entryPoints.length === 0) return;
  await build({
    entryPoints,
    outbase: root,
    outdir: join(root, 'dist'),
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  writeFileSync(join(root, 'dist', '.built'), `${entryPoints.length}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildDist();
