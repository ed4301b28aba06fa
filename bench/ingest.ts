/**
 * The whole way for many documents — originals kept, read, extracted, stored, indexed for search — on both profiles, each
 * against pdf-parse alone over the same files, all PDFs (`--mixed`: DOCX and texts among them, which pdf-parse passes over,
 * so that its time is no bound then). On both a client uploads to the API of a server that runs already, and waits until
 * all are done. Medians of the rounds, in turn; CPU seconds are those of every process that takes part, which a machine that
 * others load changes least. Tracking, a job of its own that comes after, is left out unless asked for: hundreds of copies of
 * three documents held against each other say nothing of its cost (bench/tracking.ts does).
 * Usage: npx tsx bench/ingest.ts [--documents 500] [--rounds 3] [--mixed] [--only embedded|cluster] [--tracking] [--record]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startCluster } from '../scripts/cluster.mjs';
import { freePort } from '../scripts/servers/index.mjs';
import { cpuBetween, cpuByPart } from './cpu.js';
import { makeDocuments } from './many-documents.js';
import { median, record, rounded } from './record.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'bin/jiannuo.js');
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '3' },
    mixed: { type: 'boolean', default: false },
    only: { type: 'string' },
    tracking: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});

interface Run {
  readonly seconds: number;
  /** CPU seconds by part. */
  readonly cpu: Readonly<Record<string, number>>;
  /** The last line printed. */
  readonly said: string;
}

/** One process from start to end, with the CPU time of all that this process has started. */
function timed(args: string[], client: string): Promise<Run> {
  const from = performance.now();
  const before = cpuByPart();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let told = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      const seconds = (performance.now() - from) / 1000;
      const { ended = 0, ...parts } = cpuBetween(before, cpuByPart());
      const cpu = { [client]: ended, ...parts };
      if (status === 0) resolve({ seconds, cpu, said: printed.trim().split('\n').at(-1) ?? '' });
      else
        reject(
          new Error(`${args.join(' ')} ended with ${status}: ${printed.slice(-500)} ${told.slice(-500)}`),
        );
    });
  });
}

/** Reads a log until its server's worker has started, and then lets it run by. */
function started(log: Readable): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    log.on('data', (chunk) => {
      if (said.length < 10_000) said += chunk;
      if (said.includes('"worker started"')) resolve();
    });
    log.on('end', () => reject(new Error(`the server did not start: ${said}`)));
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
const wallOf = (runs: readonly Run[]) => median(runs.map(({ seconds }) => seconds));
const cpuOf = (runs: readonly Run[]) => median(runs.map(({ cpu }) => sum(Object.values(cpu))));
const splitOf = (runs: readonly Run[]) =>
  Object.fromEntries(
    Object.keys(runs[0]?.cpu ?? {}).map((part) => [
      part,
      rounded(median(runs.map(({ cpu }) => cpu[part] ?? 0))),
    ]),
  );

const environment: Record<string, string> = values.tracking
  ? {}
  : { JIANNUO_JOB_KINDS: 'document.read,document.extract' };

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-ingest-'));
const files = join(folder, 'files');

const contestants: Readonly<Record<string, (round: number) => Promise<Run>>> = {
  barePdfParse: () => timed([join(root, 'bench/bare-pdf-parse.mjs'), files], 'all'),
  embedded: async (round) => {
    const port = await freePort();
    const data = join(folder, `data-${round}`);
    const server = spawn(process.execPath, [cli, 'serve', '--port', String(port), '--data', data], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(server, 'exit');
    try {
      await started(server.stderr);
      return await timed([join(root, 'bench/upload.mjs'), files, `http://127.0.0.1:${port}`], 'client');
    } finally {
      server.kill('SIGTERM');
      await ended;
    }
  },
  cluster: async (round) => {
    const dir = join(folder, `cluster-${round}`);
    const cluster = await startCluster({ dir, workers: 2, apis: 1, environment });
    try {
      return await timed([join(root, 'bench/upload.mjs'), files, cluster.apis[0]?.url ?? ''], 'client');
    } finally {
      await cluster.stop();
    }
  },
};

try {
  const made = await makeDocuments(files, Number(values.documents), values.mixed ? 'mixed' : 'pdf');
  const wanted = Object.entries(contestants).filter(
    ([name]) => values.only === undefined || name === 'barePdfParse' || name === values.only,
  );
  const runs = new Map(wanted.map(([name]) => [name, [] as Run[]]));
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [name, run] of wanted) {
      const result = await run(round);
      runs.get(name)?.push(result);
      console.error(name, JSON.stringify(result), `load ${loadavg()[0]?.toFixed(1)}`);
    }
  const bare = runs.get('barePdfParse') ?? [];
  const ratios = (of: (runs: readonly Run[]) => number) =>
    Object.fromEntries(
      [...runs]
        .filter(([name]) => name !== 'barePdfParse')
        .map(([name, each]) => [name, rounded(of(each) / of(bare))]),
    );
  const each = <T>(of: (runs: readonly Run[]) => T) =>
    Object.fromEntries([...runs].map(([name, some]) => [name, of(some)]));
  const figures = {
    files: made,
    rounds: Number(values.rounds),
    pdf: JSON.parse(bare[0]?.said ?? 'null') as unknown,
    seconds: each((some) => rounded(wallOf(some))),
    cpuSeconds: each((some) => rounded(cpuOf(some))),
    timesBarePdfParse: ratios(wallOf),
    timesItsCpu: ratios(cpuOf),
    cpuByPart: each(splitOf),
  };
  console.log(JSON.stringify(figures, null, 2));
  if (values.record) record('ingest', 'npx tsx bench/ingest.ts --record', figures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
