#!/usr/bin/env node
// From a checkout the build is refreshed when a source is newer than it; an installed package has no sources to look at.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.built');

function stale() {
  if (!existsSync(join(root, 'src'))) return false;
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return ['src', 'workers'].some((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).some(
      (entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs > built,
    ),
  );
}

if (stale()) {
  const { buildDist } = await import('../scripts/build.mjs');
  await buildDist();
}
// `npm run jiannuo` starts in the checkout: file names count from where the user stands.
if (process.env.npm_lifecycle_event === 'jiannuo' && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD);

const { main } = await import('../dist/src/cli/main.js');
await main(process.argv);
