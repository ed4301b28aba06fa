#!/usr/bin/env node
// From a checkout the build is refreshed when a source is newer than it; an image or an installed package has no sources.
import { existsSync } from 'node:fs';

if (existsSync(new URL('../src', import.meta.url))) {
  const { isStale, isWebStale } = await import('../scripts/stale.mjs');
  if (isStale() || isWebStale()) {
    const { buildDist } = await import('../scripts/build.mjs');
    await buildDist();
  }
}

// `npm run jiannuo` starts in the checkout: file names count from where the user stands.
if (process.env.npm_lifecycle_event === 'jiannuo' && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD);

const { main } = await import('../dist/src/cli/main.js');
await main(process.argv);
