#!/usr/bin/env node
// Start-up of the command line against a bare `node -e 0`, in turn, medians.
// Usage: node bench/cli-startup.mjs [--record]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, record, rounded } from './record.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'bin/jiannuo.js');
const rounds = 11;
const contestants = {
  bareNode: ['-e', '0'],
  version: [cli, '--version'],
  help: [cli, '--help'],
  extract: [
    cli,
    'extract',
    join(root, 'fixtures/documents/text/sources/songbei-2023-cppcc-reply-5.txt'),
    '--format',
    'jsonl',
  ],
};

const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (let round = 0; round <= rounds; round++)
  for (const [name, args] of Object.entries(contestants)) {
    const from = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
    // The first round fills the file cache and refreshes the build.
    if (round > 0) times[name].push(performance.now() - from);
  }

const milliseconds = Object.fromEntries(
  Object.entries(times).map(([name, list]) => [name, Math.round(median(list))]),
);
const timesBareNode = Object.fromEntries(
  Object.entries(milliseconds).map(([name, time]) => [name, rounded(time / milliseconds.bareNode)]),
);
const figures = { milliseconds, timesBareNode };
console.log(JSON.stringify(figures, null, 2));
if (process.argv.includes('--record')) record('cli-startup', 'node bench/cli-startup.mjs --record', figures);
