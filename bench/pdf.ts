/**
 * The isolated PDF reader, with one process and with two, against bare pdf-parse, pdftotext and PyMuPDF over the same files:
 * many short documents, and one of 500 pages. Each contestant is a process timed from start to end, in turn, medians of the
 * rounds; those that are not installed are left out (PyMuPDF: `--python PATH` of an interpreter that has it).
 * Usage: npm run build && npx tsx bench/pdf.ts [--documents 150] [--rounds 3] [--python python3] [--record]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PDFDocument } from 'pdf-lib';
import { makeDocuments } from './many-documents.js';
import { median, record, rounded } from './record.mjs';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '150' },
    rounds: { type: 'string', default: '3' },
    python: { type: 'string', default: 'python3' },
    record: { type: 'boolean', default: false },
  },
});

const python = `
import sys, glob, pymupdf
for path in glob.glob(sys.argv[1] + '/*.pdf'):
    for page in pymupdf.open(path): page.get_text()
`;
const contestants: Readonly<Record<string, (folder: string) => [string, string[]]>> = {
  barePdfParse: (folder) => [process.execPath, [here('bare-pdf-parse.mjs'), folder]],
  isolatedOneProcess: (folder) => [process.execPath, [here('read-pdfs.mjs'), folder, '1']],
  isolatedTwoProcesses: (folder) => [process.execPath, [here('read-pdfs.mjs'), folder, '2']],
  pdftotext: (folder) => [
    'sh',
    ['-c', `for f in "$1"/*.pdf; do pdftotext "$f" - >/dev/null || exit 1; done`, 'sh', folder],
  ],
  pymupdf: (folder) => [values.python, ['-c', python, folder]],
};

/** Pages of the fixtures again and again in one file. */
async function longDocument(pages: number): Promise<Uint8Array> {
  const source = await PDFDocument.load(
    readFileSync(here('../fixtures/documents/pdf/sources/bodu-2024-farmland-plan.pdf')),
  );
  const long = await PDFDocument.create();
  const indices = Array.from({ length: pages }, (_v, i) => i % source.getPageCount());
  for (const page of await long.copyPages(source, indices)) long.addPage(page);
  return long.save();
}

interface Run {
  readonly seconds: number;
  /** Of the process and its children: what a busy machine changes least. */
  readonly cpuSeconds: number;
  readonly printed: { pages?: number; peakMiB?: number | null };
}

/** Null where the contestant is not installed. */
function run(name: string, folder: string): Run | null {
  const [command, args] = contestants[name]?.(folder) ?? ['', []];
  const from = performance.now();
  const timed = ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', command, ...args];
  const { status, stdout, stderr, error } = spawnSync('bash', timed, { encoding: 'utf8' });
  if (error || status !== 0) return null;
  const seconds = (performance.now() - from) / 1000;
  const cpu = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  const last = stdout.trim().split('\n').at(-1) ?? '';
  return {
    seconds,
    cpuSeconds: cpu.reduce((sum, part) => sum + part, 0),
    printed: last.startsWith('{') ? JSON.parse(last) : {},
  };
}

function perContestant(
  times: ReadonlyMap<string, readonly number[]>,
  measure: (seconds: number, bare: number) => number,
): Record<string, number> {
  const bare = median(times.get('barePdfParse') ?? []);
  return Object.fromEntries([...times].map(([name, all]) => [name, rounded(measure(median(all), bare))]));
}

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-pdf-'));
try {
  await makeDocuments(join(folder, 'many'), Number(values.documents), 'pdf');
  mkdirSync(join(folder, 'long'));
  writeFileSync(join(folder, 'long', 'long.pdf'), await longDocument(500));
  const figures: Record<string, unknown> = {};
  for (const set of ['many', 'long']) {
    const times = new Map<string, number[]>();
    const cpuTimes = new Map<string, number[]>();
    let pages = 0;
    let peakMiB: number | null = null;
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const name of Object.keys(contestants)) {
        const done = run(name, join(folder, set));
        if (!done) continue;
        times.set(name, [...(times.get(name) ?? []), done.seconds]);
        cpuTimes.set(name, [...(cpuTimes.get(name) ?? []), done.cpuSeconds]);
        pages = done.printed.pages ?? pages;
        if (name === 'isolatedOneProcess') peakMiB = done.printed.peakMiB ?? null;
      }
    }
    figures[set] = {
      pages,
      pagesPerSecond: perContestant(times, (seconds) => pages / seconds),
      timesBarePdfParse: perContestant(times, (seconds, bare) => bare / seconds),
      pagesPerCpuSecondTimesBarePdfParse: perContestant(cpuTimes, (seconds, bare) => bare / seconds),
      peakMiBOfOneReader: peakMiB,
    };
    console.error(JSON.stringify(figures[set]));
  }
  const whole = { documents: Number(values.documents), rounds: Number(values.rounds), ...figures };
  console.log(JSON.stringify(whole, null, 2));
  if (values.record) record('pdf', 'npx tsx bench/pdf.ts --record', whole);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
