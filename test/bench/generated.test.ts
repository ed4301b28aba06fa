import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { generatedPair } from '../../bench/generate/plan-and-reports.js';
import { generatedReply } from '../../bench/generate/reply.js';
import { writeArchive } from '../../bench/generate/write-archive.js';
import { scoreGold } from '../extract/gold-score.js';
import { scorePair, trackPair } from '../track/tracking-pairs.js';

const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
const documentsOf = (seed: number, noise: boolean) => {
  const { plan, reports } = generatedPair(seed, { noise });
  return [generatedReply(seed, { noise }), plan, ...reports];
};
const squash = (text: string): string => text.normalize('NFKC').replace(/\s|— \d+ —/g, '');

describe('documents from templates', () => {
  it.each([false, true])('stand in their text word for word and in order, scanned: %s', (noise) => {
    for (const { text, gold } of seeds.flatMap((seed) => documentsOf(seed, noise))) {
      let from = 0;
      for (const { quote, value_text, value } of gold.items) {
        const at = text.indexOf(quote, from);
        expect(at, quote).toBeGreaterThanOrEqual(from);
        from = at + quote.length;
        if (value_text === null) continue;
        expect(quote).toContain(value_text);
        if (!squash(value_text).includes('全覆盖')) expect(squash(value_text)).toContain(String(value));
      }
    }
  });

  it('are the same for the same seed, and others for another', () => {
    expect(documentsOf(7, true)).toEqual(documentsOf(7, true));
    expect(generatedReply(7).text).not.toBe(generatedReply(8).text);
  });

  it('tell of hundreds of indicators and places, and of many years and units', () => {
    const many = Array.from({ length: 400 }, (_, i) => generatedReply(i));
    const items = many.flatMap(({ gold }) => gold.items);
    const distinct = (of: readonly unknown[]) => new Set(of).size;
    expect(distinct(items.map(({ indicator }) => indicator))).toBeGreaterThan(250);
    expect(distinct(many.map(({ gold }) => gold.meta.issuer))).toBeGreaterThan(300);
    expect(distinct(items.map(({ unit }) => unit))).toBeGreaterThan(30);
    expect(distinct(items.map(({ deadline }) => deadline?.date.slice(0, 4)))).toBeGreaterThan(10);
  });
});

describe('the engine on documents from templates', () => {
  it.each([
    [false, 0.99],
    [true, 0.97],
  ])('finds what was put in, and each field of it, scanned: %s', (noise, least) => {
    const figures = scoreGold(seeds.flatMap((seed) => documentsOf(seed, noise)));
    for (const field of ['f1', 'kind', 'value', 'comparator', 'indicator', 'hedged', 'responsible'])
      expect(figures[field], field).toBeGreaterThanOrEqual(least);
  });

  it('holds the reports against the plans', () => {
    let of = 0;
    let right = 0;
    for (const seed of seeds) {
      const { plan, reports, gold } = generatedPair(seed);
      const texts = new Map([plan, ...reports].map(({ name, text }) => [name, text]));
      const textOf = (name: string) => texts.get(name) ?? '';
      const { verdicts, falseMet } = scorePair(gold, trackPair(gold, textOf), textOf);
      expect(falseMet).toEqual([]);
      for (const verdict of Object.values(verdicts)) {
        of += verdict.of;
        right += verdict.right;
      }
    }
    expect(of).toBeGreaterThan(100);
    expect(right / of).toBeGreaterThan(0.9);
  });
});

it('writes an archive to be handed in, with its gold beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-generated-'));
  try {
    const { documents } = writeArchive(folder, [1, 2], false);
    expect(documents).toBe(6);
    const files = unzipSync(readFileSync(join(folder, 'archive.zip')));
    expect(Object.keys(files).sort()).toEqual((await readdir(join(folder, 'documents'))).sort());
    expect(strFromU8(files['reply-000001.txt'] ?? new Uint8Array())).toBe(generatedReply(1).text);
    for (const name of Object.keys(files))
      expect(existsSync(join(folder, 'gold', name.replace(/txt$/, 'json')))).toBe(true);
    expect(await readdir(join(folder, 'tracking'))).toEqual(['pair-000001.json', 'pair-000002.json']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
