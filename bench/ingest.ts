/**
 * The whole way for many documents — originals kept, read, extracted, stored, indexed for search — on both profiles, each
 * against pdf-parse alone over the same files, all PDFs (`--mixed`: DOCX and texts among them, which pdf-parse passes over,
 * so that its time is no bound then). All are processes timed from start to end, in turn, medians of the rounds.
 * Usage: npx tsx bench/ingest.ts [--documents 500] [--rounds 3] [--mixed] [--record]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startCluster } from '../scripts/cluster.mjs';
import { makeDocuments } from './many-documents.js';
import { median, record, rounded } from './record.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'bin/jiannuo.js');
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '3' },
    mixed: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});

/** Seconds of a process, and its last line. */
function timed(args: string[], env: Readonly<Record<string, string>> = {}): Promise<[number, string]> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let told = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    child.on('error', reject);
    child.on('close', (status) =>
      status === 0
        ? resolve([(performance.now() - from) / 1000, printed.trim().split('\n').at(-1) ?? ''])
        : reject(
            new Error(`${args.join(' ')} ended with ${status}: ${printed.slice(-500)} ${told.slice(-500)}`),
          ),
    );
  });
}

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-ingest-'));
try {
  const files = join(folder, 'files');
  const made = await makeDocuments(files, Number(values.documents), values.mixed ? 'mixed' : 'pdf');
  const times = { barePdfParse: [] as number[], embedded: [] as number[], cluster: [] as number[] };
  let read = '';
  for (let round = 0; round < Number(values.rounds); round++) {
    const [bare, counts] = await timed([join(root, 'bench/bare-pdf-parse.mjs'), files]);
    read = counts;
    times.barePdfParse.push(bare);
    const [embedded] = await timed([
      cli,
      'ingest',
      files,
      '--no-progress',
      '--data',
      join(folder, `data-${round}`),
    ]);
    times.embedded.push(embedded);
    const cluster = await startCluster({ dir: join(folder, `cluster-${round}`), workers: 2, apis: 0 });
    try {
      const [whole] = await timed([cli, 'ingest', files, '--no-progress', '--wait'], cluster.env);
      times.cluster.push(whole);
    } finally {
      await cluster.stop();
    }
    console.error(JSON.stringify(times));
  }
  const seconds = {
    barePdfParse: rounded(median(times.barePdfParse)),
    embedded: rounded(median(times.embedded)),
    cluster: rounded(median(times.cluster)),
  };
  const figures = {
    files: made,
    rounds: Number(values.rounds),
    pdf: JSON.parse(read) as unknown,
    seconds,
    timesBarePdfParse: {
      embedded: rounded(seconds.embedded / seconds.barePdfParse),
      cluster: rounded(seconds.cluster / seconds.barePdfParse),
    },
  };
  console.log(JSON.stringify(figures, null, 2));
  if (values.record) record('ingest', 'npx tsx bench/ingest.ts --record', figures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
