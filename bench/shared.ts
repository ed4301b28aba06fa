import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const textFolder = new URL('../fixtures/documents/text/sources/', import.meta.url);
const resultsFolder = new URL('./results/', import.meta.url);

/** Seconds that `work` takes. */
export function seconds(work: () => void): number {
  const from = performance.now();
  work();
  return (performance.now() - from) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Three significant digits: more would be noise. */
export const rounded = (n: number): number => Number(n.toPrecision(3));

/** Runs each contestant once a round, in turn, so that a busy machine slows all alike; gives the medians. */
export function interleaved<Name extends string>(
  contestants: Readonly<Record<Name, () => void>>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(contestants) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of names) times.get(name)?.push(seconds(contestants[name]));
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

/** The fixture documents, one after another, repeated up to `size` characters and cut at a line's end. */
export function fixtureText(size: number): string {
  const documents = readdirSync(textFolder)
    .filter((name) => name.endsWith('.txt') && !name.includes('.gb18030.'))
    .sort()
    .map((name) => readFileSync(new URL(name, textFolder), 'utf8'));
  const whole = documents.join('\n');
  const text = whole.repeat(Math.ceil(size / whole.length));
  const end = text.lastIndexOf('\n', size);
  return text.slice(0, end > 0 ? end + 1 : size);
}

export function machine() {
  return {
    cores: cpus().length,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}

export function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  return git('rev-parse', '--short', 'HEAD');
}

/** Writes results/NAME.json: the newest run first, those before it kept. */
export function record(name: string, command: string, figures: Readonly<Record<string, unknown>>): void {
  mkdirSync(resultsFolder, { recursive: true });
  const file = new URL(`${name}.json`, resultsFolder);
  let runs: unknown[] = [];
  try {
    runs = (JSON.parse(readFileSync(file, 'utf8')) as { runs: unknown[] }).runs;
  } catch {}
  const run = {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    machine: machine(),
    ...figures,
  };
  writeFileSync(file, `${JSON.stringify({ command, runs: [run, ...runs] }, null, 2)}\n`);
}
