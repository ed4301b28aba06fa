#!/usr/bin/env node
// Scores `recognize` with the scorer of ../shared on the conformance vectors of other projects, and appends one line to
// results/vectors.jsonl. Usage: node bench/vectors.mjs [--record] [--errors]
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commit } from './record.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const vectors = join(root, '../shared/vectors');
const scorer = join(vectors, 'score.mjs');
const flags = new Set(process.argv.slice(2));

if (!existsSync(scorer)) {
  console.log('The vectors (../shared/vectors) are not here: nothing was scored.');
  process.exit(0);
}

const limits = { encoding: 'utf8', maxBuffer: 2 ** 28 };
const input = execFileSync(process.execPath, [scorer, 'inputs', vectors], limits);
const run = spawnSync(process.execPath, [join(root, 'bin/jiannuo.js'), 'recognize'], { ...limits, input });
if (run.status !== 0) throw new Error(`recognize ended with ${run.status}: ${run.stderr}`);

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-vectors-'));
const line = { date: new Date().toISOString().slice(0, 10), commit: commit(), kinds: {} };
try {
  const predictions = join(folder, 'predictions.jsonl');
  writeFileSync(predictions, run.stdout);
  const score = (flag) =>
    execFileSync(process.execPath, [scorer, 'score', vectors, predictions, flag], limits);
  // Right in span and value, of how many rows.
  for (const [kind, { strict, of }] of Object.entries(JSON.parse(score('--json'))))
    line.kinds[kind] = { right: strict, of, percent: Math.round((1000 * strict) / of) / 10 };
  if (flags.has('--errors')) console.log(score('--errors'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(JSON.stringify(line, null, 2));
if (flags.has('--record'))
  appendFileSync(new URL('./results/vectors.jsonl', import.meta.url), `${JSON.stringify(line)}\n`);
