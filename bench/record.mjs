import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const resultsFolder = new URL('./results/', import.meta.url);

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle] + sorted[middle - 1]) / 2;
}

/** Three significant digits: more would be noise. */
export const rounded = (n) => Number(n.toPrecision(3));

export const commit = () =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();

const machine = () => ({
  cores: cpus().length,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

/** Writes results/NAME.json: the newest run first, those before it kept. */
export function record(name, command, figures) {
  mkdirSync(resultsFolder, { recursive: true });
  const file = new URL(`${name}.json`, resultsFolder);
  let runs = [];
  try {
    runs = JSON.parse(readFileSync(file, 'utf8')).runs;
  } catch {}
  const run = {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    machine: machine(),
    ...figures,
  };
  writeFileSync(file, `${JSON.stringify({ command, runs: [run, ...runs] }, null, 2)}\n`);
}
