import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { sha256Hex } from '../../src/domain/identity.js';
import { extract } from '../../src/extract/extractor.js';
import { loadSegmenter } from '../../src/text/segment/segmenter.js';
import { plainSource } from '../support/plain-source.js';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const gold = join(shared, 'corpus/gold');
const docs = join(shared, 'corpus/docs');
const scorer = join(shared, 'eval/score.mjs');

interface Report {
  readonly all: { readonly f1: number };
  readonly ledgerReady: { readonly f1: number };
  readonly ungrounded: number;
}

it('reads the shared corpus well enough, every item grounded', (context) => {
  if (!existsSync(scorer)) context.skip('the shared corpus and its scorer are not beside this checkout');
  const { segmenter } = loadSegmenter();
  const lines = readdirSync(gold).map((name) => {
    const { doc } = JSON.parse(readFileSync(join(gold, name), 'utf8')) as { doc: string };
    const bytes = readFileSync(join(docs, doc));
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
    const { meta, items } = extract(plainSource(text), sha256Hex(bytes), segmenter);
    return JSON.stringify({ file: doc, document: meta, items });
  });
  const predictions = join(mkdtempSync(join(tmpdir(), 'jiannuo-score-')), 'predictions.jsonl');
  writeFileSync(predictions, lines.join('\n'));
  const run = spawnSync(process.execPath, [scorer, predictions, gold, docs, '--json'], { encoding: 'utf8' });
  const report = JSON.parse(run.stdout) as Report;
  expect(report.ungrounded).toBe(0);
  expect(report.all.f1).toBeGreaterThanOrEqual(0.98);
  expect(report.ledgerReady.f1).toBeGreaterThanOrEqual(0.95);
});
