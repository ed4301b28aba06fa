/**
 * What a machine must have: CPU seconds of each part for a document by format, peak memory of each process, disk. Two sizes of
 * each, so that what is paid once stands apart from what each document adds. CPU seconds and not wall time: what others do on
 * the machine changes them least. The formats are copies of the fixtures, read and extracted only; `generated` are replies,
 * plans and reports from templates, all different, tracked too: the disk is theirs.
 * Usage: npx tsx bench/sizing.ts [--small 100] [--large 200] [--record]
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';
import { startCluster } from '../scripts/cluster.mjs';
import { freePort } from '../scripts/servers/index.mjs';
import { cpuBetween, cpuByPart, peakMemoryByPart } from './cpu.js';
import { writeArchive } from './generate/write-archive.js';
import { makeDocuments } from './many-documents.js';
import { record, rounded } from './record.mjs';

const cli = fileURLToPath(new URL('../bin/jiannuo.js', import.meta.url));
const { values: flags } = parseArgs({
  options: {
    small: { type: 'string', default: '100' },
    large: { type: 'string', default: '200' },
    record: { type: 'boolean', default: false },
  },
});
const sizes = [Number(flags.small), Number(flags.large)];
const mebibyte = 1024 * 1024;
const common = { JIANNUO_RECOGNIZER: 'off', JIANNUO_READERS: '1', JIANNUO_LOG_LEVEL: 'info' };
const untracked = { JIANNUO_JOB_KINDS: 'document.read,document.extract' };

interface Measured {
  readonly documents: number;
  readonly rows: number;
  readonly cpuSeconds: Readonly<Record<string, number>>;
  readonly peakMiB: Readonly<Record<string, number>>;
  readonly diskMiB: Readonly<Record<string, number>>;
}

interface Running {
  readonly url: string;
  disk(): Promise<Record<string, number>>;
  stop(): Promise<unknown>;
}

const used = (folder: string): number =>
  Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) / 1024;

async function embedded(folder: string, environment: Record<string, string>): Promise<Running> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const data = join(folder, 'data');
  const args = [cli, 'serve', '--port', new URL(url).port, '--data', data];
  const server = spawn(process.execPath, args, {
    env: { ...process.env, ...common, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');
  let said = '';
  server.stderr.on('data', (chunk) => {
    if (said.length < 10_000) said += chunk;
  });
  while (!said.includes('"worker started"')) await pause(50);
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  return { url, stop, disk: async () => ({ data: used(data) }) };
}

async function cluster(folder: string, environment: Record<string, string>): Promise<Running> {
  const dir = join(folder, 'cluster');
  const started = await startCluster({
    ...{ dir, workers: 1, apis: 1 },
    environment: { ...common, ...environment },
  });
  const disk = async () => {
    const connection = await mongoose.createConnection(started.env.JIANNUO_MONGODB_URL ?? '').asPromise();
    try {
      // What a collection takes is known once it has been written out.
      await connection.db?.admin().command({ fsync: 1 });
      const { storageSize = 0, indexSize = 0 } = (await connection.db?.command({ dbStats: 1 })) ?? {};
      return { mongodbData: storageSize / mebibyte, mongodbIndexes: indexSize / mebibyte };
    } finally {
      await connection.close();
    }
  };
  return { url: started.apis[0]?.url ?? '', disk, stop: started.stop };
}

async function upload(url: string, folder: string): Promise<void> {
  const names = readdirSync(folder).sort();
  for (let some = names.splice(0, 10); some.length > 0; some = names.splice(0, 10)) {
    const form = new FormData();
    for (const name of some) form.append('files', new Blob([readFileSync(join(folder, name))]), name);
    const { status } = await fetch(`${url}/api/v1/documents`, { method: 'POST', body: form });
    if (status !== 202) throw new Error(`an upload was answered with ${status}`);
  }
}

async function untilDone(url: string, tracked: boolean): Promise<void> {
  const get = async (path: string) =>
    (await (await fetch(`${url}/api/v1${path}`)).json()) as { documents?: unknown[]; jobs?: unknown[] };
  const someDocument = async (status: string) =>
    (await get(`/documents?limit=1&status=${status}`)).documents?.length !== 0;
  for (const status of ['received', 'read']) while (await someDocument(status)) await pause(200);
  if (await someDocument('failed')) throw new Error('not all documents were done');
  const open = async () => {
    const states = ['waiting', 'delayed', 'running'];
    const pages = await Promise.all(states.map((status) => get(`/jobs?status=${status}&limit=1`)));
    return pages.some(({ jobs }) => jobs?.length !== 0);
  };
  for (let still = 0; tracked && still < 3; still = (await open()) ? 0 : still + 1) await pause(300);
}

async function measure(
  start: typeof embedded,
  files: string,
  environment: Record<string, string>,
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'jiannuo-sizing-'));
  const running = await start(folder, environment);
  try {
    const before = cpuByPart();
    await upload(running.url, files);
    await untilDone(running.url, Object.keys(environment).length === 0);
    const { ended: _, ...cpu } = cpuBetween(before, cpuByPart());
    const peak = peakMemoryByPart();
    const page = await fetch(`${running.url}/api/v1/commitments?limit=1&count=true`);
    const { total } = (await page.json()) as { total: { count: number } | null };
    const figures = (parts: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(parts).map(([part, figure]) => [part, rounded(figure)]));
    return {
      ...{ documents: readdirSync(files).length, rows: total?.count ?? 0 },
      cpuSeconds: figures(cpu),
      peakMiB: figures(peak),
      diskMiB: figures(await running.disk()),
    };
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const sum = (parts: Readonly<Record<string, number>>) => Object.values(parts).reduce((all, n) => all + n, 0);
const growth = (small: Measured, large: Measured, of: (measured: Measured) => number) =>
  rounded((of(large) - of(small)) / (large.documents - small.documents));

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-sizing-files-'));
const rows: Record<string, unknown>[] = [];
try {
  for (const format of ['txt', 'docx', 'pdf', 'generated'] as const)
    for (const [profile, start] of Object.entries({ embedded, cluster })) {
      const measured: Measured[] = [];
      for (const size of sizes) {
        const files = join(folder, `${format}-${size}`);
        const seeds = Array.from({ length: Math.ceil(size / 4) }, (_, n) => n + 1);
        if (format === 'generated') writeArchive(files, seeds, false);
        else await makeDocuments(files, size, format);
        const isGenerated = format === 'generated';
        const given = isGenerated ? join(files, 'documents') : files;
        measured.push(await measure(start, given, isGenerated ? {} : untracked));
      }
      const [small, large] = measured;
      if (!small || !large) continue;
      rows.push({
        ...{ format, profile },
        cpuSecondsForEach: growth(small, large, ({ cpuSeconds }) => sum(cpuSeconds)),
        cpuSecondsForFirst: rounded(sum(small.cpuSeconds) / small.documents),
        diskMiBForThousand: growth(small, large, ({ diskMiB }) => sum(diskMiB) * 1000),
        ...{ small, large },
      });
      console.log(JSON.stringify(rows.at(-1)));
    }
  if (flags.record) record('sizing', 'npx tsx bench/sizing.ts --record', { sizes, rows });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
