#!/usr/bin/env node
/**
 * Builds the web page (build-web.mjs) and transpiles src/ and workers/ into dist/, one file for one file, so that a path in the source is a path in the build.
 * Files are built aside and moved in one by one: a process that runs from dist/ meanwhile never finds one missing or half-written.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isStale, isWebStale, root, sourceFiles, stamp } from './stale.mjs';

const files = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    : [];

/** Folders of dist/ that other scripts write: build-web.mjs and build-types.mjs. */
const apart = ['web', 'types'];

/** Builds what has a source newer than itself; `force` builds anyway. */
export async function buildDist({ force = false } = {}) {
  if (force || isWebStale()) await (await import('./build-web.mjs')).buildWeb();
  if (force || isStale()) await transpile();
}

async function transpile() {
  const { build } = await import('esbuild');
  const started = new Date();
  const dist = join(root, 'dist');
  const aside = join(root, '.cache', `dist-${process.pid}`);
  await build({
    entryPoints: sourceFiles(),
    outbase: root,
    outdir: aside,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    loader: { '.utf8': 'copy' },
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  const built = files(aside);
  for (const file of built) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    renameSync(join(aside, file), join(dist, file));
  }
  const wanted = new Set([...built, '.built']);
  for (const file of files(dist))
    if (!wanted.has(file) && !apart.some((folder) => file.startsWith(`${folder}${sep}`)))
      rmSync(join(dist, file), { force: true });
  rmSync(aside, { recursive: true, force: true });
  writeFileSync(stamp, `${built.length}\n`);
  // What was edited while it was being built is newer than the stamp.
  utimesSync(stamp, started, started);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildDist({ force: true });
