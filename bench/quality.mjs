#!/usr/bin/env node
// Scores the engine with the scorer of ../shared on the fixtures' gold and on the shared corpus, and appends one line to
// results/quality.jsonl. Usage: node bench/quality.mjs [--record] [--errors]
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commit } from './record.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const scorer = join(root, '../shared/eval/score.mjs');
const flags = new Set(process.argv.slice(2));
const sets = [
  {
    name: 'fixtures',
    gold: join(root, 'fixtures/gold'),
    documents: join(root, 'fixtures/documents/text/sources'),
  },
  ...['replies', 'plans'].map((name) => ({
    name,
    gold: join(root, `fixtures/blind/${name}/gold`),
    documents: join(root, `fixtures/blind/${name}/texts`),
  })),
  {
    name: 'corpus',
    gold: join(root, '../shared/corpus/gold'),
    documents: join(root, '../shared/corpus/docs'),
  },
];

if (!existsSync(scorer)) {
  console.log('The scorer (../shared/eval/score.mjs) is not here: nothing was scored.');
  process.exit(0);
}

/** Predictions of all documents that have gold, one JSON line each. */
function predict({ gold, documents }) {
  const files = readdirSync(gold)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(documents, JSON.parse(readFileSync(join(gold, name), 'utf8')).doc));
  const cli = spawnSync(
    process.execPath,
    [join(root, 'bin/jiannuo.js'), 'extract', ...files, '--format', 'jsonl'],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  if (!cli.stdout) throw new Error(`extract printed nothing: ${cli.stderr}`);
  return cli.stdout;
}

const percent = (share) => Math.round(share * 1000) / 10;

function summary(report) {
  return {
    all: percent(report.all.f1),
    precision: percent(report.all.precision),
    recall: percent(report.all.recall),
    commitments: percent(report.groups['commitment.measure'].f1),
    milestones: percent(report.groups['commitment.milestone'].f1),
    achievements: percent(report.groups['achievement.measure'].f1),
    ledgerReady: percent(report.ledgerReady.f1),
    ledgerReadyMacro: percent(report.ledgerReadyMacro),
    ungrounded: report.ungrounded,
    fields: Object.fromEntries(
      Object.entries(report.fields).map(([name, { accuracy }]) => [name, percent(accuracy)]),
    ),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-quality-'));
const line = {
  date: new Date().toISOString().slice(0, 10),
  commit: commit(),
};
try {
  for (const set of sets.filter(({ gold }) => existsSync(gold))) {
    const predictions = join(folder, `${set.name}.jsonl`);
    const printed = predict(set);
    writeFileSync(predictions, printed);
    line.rules = JSON.parse(printed.split('\n')[0] ?? '{}').engine?.rules ?? null;
    const args = [scorer, predictions, set.gold, set.documents];
    line[set.name] = summary(
      JSON.parse(execFileSync(process.execPath, [...args, '--json'], { encoding: 'utf8' })),
    );
    if (flags.has('--errors'))
      console.log(execFileSync(process.execPath, [...args, '--errors'], { encoding: 'utf8' }));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(JSON.stringify(line, null, 2));
if (flags.has('--record'))
  appendFileSync(new URL('./results/quality.jsonl', import.meta.url), `${JSON.stringify(line)}\n`);
