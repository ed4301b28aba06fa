#!/usr/bin/env node
/**
 * Writes the declarations of the package's entries to dist/types, with those that they lead to and no others. Not part of
 * the build: only who imports the package by name asks for them (`prepack`).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './stale.mjs';

const types = join(root, 'dist', 'types');
const entries = ['index', 'reading'].map((name) => join(types, 'src', 'library', `${name}.d.ts`));

/** The declarations that the entries lead to, themselves included. */
function reached() {
  const seen = new Set();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, target] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/gu))
      open.push(join(dirname(file), `${target}.d.ts`));
  }
  return seen;
}

export function buildTypes() {
  rmSync(types, { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const run = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.types.json')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (run.status !== 0 || !entries.every((entry) => existsSync(entry)))
    throw new Error('no declarations were written');
  const wanted = reached();
  for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !wanted.has(file)) rmSync(file);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildTypes();
