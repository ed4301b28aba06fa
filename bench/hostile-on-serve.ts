// Damaged and malicious files, ten times over, to a running server: it stays healthy, reads the next good file soon, keeps
// its memory. usage: npx tsx bench/hostile-on-serve.ts FOLDER [--times N] [--record]
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../test/e2e/support/serve.js';
import { record, rounded } from './record.mjs';

const [folder = '', ...flags] = process.argv.slice(2);
if (folder === '') throw new Error('usage: hostile-on-serve.ts FOLDER');
const times = flags.includes('--times') ? Number(flags[flags.indexOf('--times') + 1]) : 10;
const good = new URL('../fixtures/documents/text/sources/songbei-2023-cppcc-reply-5.txt', import.meta.url);
const data = mkdtempSync(join(tmpdir(), 'hostile-'));
const server = await serve({ JIANNUO_DATA: data, JIANNUO_LOG_LEVEL: 'silent' });

/** The documents that a file gave; none where it was refused. The server limits requests: then it is asked again. */
async function upload(name: string, bytes: Uint8Array): Promise<string[]> {
  const form = new FormData();
  form.append('files', new Blob([Buffer.from(bytes)]), name);
  const response = await fetch(`${server.url}/api/v1/documents`, { method: 'POST', body: form });
  if (response.status === 429) {
    await new Promise((resume) => setTimeout(resume, 1000));
    return upload(name, bytes);
  }
  const { files = [] } = (await response.json()) as { files?: { documentId: string | null }[] };
  return files.flatMap(({ documentId }) => documentId ?? []);
}

async function settled(id: string, every: number): Promise<string> {
  for (;;) {
    const response = await fetch(`${server.url}/api/v1/documents/${id}`);
    const { status } = response.ok ? ((await response.json()) as { status: string }) : { status: '' };
    if (status === 'done' || status === 'failed') return status;
    await new Promise((resume) => setTimeout(resume, every));
  }
}

const healthy = async () => (await fetch(`${server.url}/readyz`)).ok;

function residentMiB(): number {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}

/** The same words under another number: equal files are read once. */
const goodFile = (n: number) => Buffer.from(`${readFileSync(good, 'utf8')}\n（第${n}次）\n`);
const names = readdirSync(folder).filter((name) => !/^(README|manifest)/.test(name));

let [sick, sent, done, failed] = [0, 0, 0, 0];
const seconds: number[] = [];
const resident: number[] = [];

async function round(n: number): Promise<void> {
  const ids: string[] = [];
  // Line ends after the end make each round's files new ones; readers pass over them.
  for (const name of names)
    ids.push(...(await upload(name, Buffer.concat([readFileSync(join(folder, name)), Buffer.alloc(n, 10)]))));
  sent += names.length;
  // The good file comes while scans among the bad ones are still being recognised.
  const from = performance.now();
  const first = await Promise.all((await upload('good.txt', goodFile(n))).map((id) => settled(id, 20)));
  const behindAll = (performance.now() - from) / 1000;
  const statuses = await Promise.all(ids.map((id) => settled(id, 500)));
  done += statuses.filter((status) => status === 'done').length;
  failed += statuses.filter((status) => status === 'failed').length;
  const later = performance.now();
  const next = await Promise.all((await upload('good.txt', goodFile(n + 1000))).map((id) => settled(id, 20)));
  seconds.push((performance.now() - later) / 1000);
  if (![...first, ...next].every((status) => status === 'done') || !(await healthy())) sick++;
  resident.push(Math.round(residentMiB()));
  console.log(n, statuses.length, rounded(behindAll), rounded(seconds.at(-1) ?? 0), resident.at(-1));
}

await Promise.all((await upload('good.txt', goodFile(0))).map((id) => settled(id, 50)));
const before = Math.round(residentMiB());
for (let n = 1; n <= times; n++) await round(n);
const figures = {
  rounds: times,
  filesSent: sent,
  documentsDone: done,
  documentsFailed: failed,
  roundsUnwell: sick,
  nextGoodFileSeconds: {
    median: rounded([...seconds].sort((a, b) => a - b)[times >> 1] ?? 0),
    worst: rounded(Math.max(...seconds)),
  },
  serviceResidentMiB: { before, afterEachRound: resident },
  memoryGrowthMiB: (resident.at(-1) ?? 0) - before,
  memoryGrowthAfterFirstRoundMiB: (resident.at(-1) ?? 0) - (resident[0] ?? 0),
};
console.log(figures);
await server.stop();
rmSync(data, { recursive: true });
if (flags.includes('--record'))
  record('hostile-on-serve', 'npx tsx bench/hostile-on-serve.ts FOLDER --record', figures);
