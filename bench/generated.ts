/**
 * Documents from templates, with gold: any number of replies, and of plans with a report each, by seed.
 * Without `--write` they are extracted and tracked and what comes out is held against the gold. With it they are written into
 * FOLDER: texts, gold as the fixtures have it, and archive.zip of all texts, to be handed in for a demonstration.
 * Usage: npx tsx bench/generated.ts [--documents 300] [--seed 1] [--noise] [--errors] [--write FOLDER] [--record]
 */
import { parseArgs } from 'node:util';
import { scoreGold } from '../test/extract/gold-score.js';
import { scorePair, trackPair } from '../test/track/tracking-pairs.js';
import type { Generated } from './generate/document.js';
import { type GeneratedPair, generatedPair } from './generate/plan-and-reports.js';
import { generatedReply } from './generate/reply.js';
import { writeArchive } from './generate/write-archive.js';
import { record } from './record.mjs';

const { values: flags } = parseArgs({
  options: {
    documents: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    noise: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    write: { type: 'string' },
    record: { type: 'boolean', default: false },
  },
});
const count = Number(flags.documents);
const first = Number(flags.seed);
const { noise } = flags;

// Of three documents one is a reply, one a plan, one a report on it.
const third = Math.ceil(count / 3);
const seeds = Array.from({ length: third }, (_, i) => first + i);
const round = (share: number) => Math.round(share * 1000) / 1000;

function scored() {
  const replies = seeds.map((seed) => generatedReply(seed, { noise }));
  const pairs = seeds.map((seed) => generatedPair(seed, { noise }));
  const documents: Generated[] = [...replies, ...pairs.flatMap(({ plan, reports }) => [plan, ...reports])];
  const figures = Object.entries(scoreGold(documents)).map(([name, share]) => [name, round(share)]);
  return { documents: documents.length, ...Object.fromEntries(figures), tracking: tracked(pairs) };
}

function tracked(pairs: readonly GeneratedPair[]) {
  const sum = { right: 0, wrong: 0, missed: 0, verdicts: 0, verdictsRight: 0, falseMet: 0 };
  for (const { plan, reports, gold } of pairs) {
    const texts = new Map([plan, ...reports].map(({ name, text }) => [name, text]));
    const textOf = (name: string) => texts.get(name) ?? '';
    const score = scorePair(gold, trackPair(gold, textOf), textOf);
    sum.right += score.right;
    sum.wrong += score.wrong;
    sum.missed += score.missed;
    sum.falseMet += score.falseMet.length;
    if (flags.errors) for (const quote of score.falseMet) console.log(`false met: ${plan.name} ${quote}`);
    for (const { right, of } of Object.values(score.verdicts)) {
      sum.verdicts += of;
      sum.verdictsRight += right;
    }
  }
  const links = (2 * sum.right) / Math.max(1, 2 * sum.right + sum.wrong + sum.missed);
  return {
    pairs: pairs.length,
    links: round(links),
    verdicts: round(sum.verdictsRight / Math.max(1, sum.verdicts)),
    falseMet: sum.falseMet,
  };
}

if (flags.write) {
  const written = writeArchive(flags.write, seeds, noise);
  console.log(`${written.documents} documents, ${written.bytes} bytes in ${flags.write}`);
} else {
  const figures = { seed: first, noise, ...scored() };
  console.log(JSON.stringify(figures, null, 2));
  if (flags.record) record('generated', 'npx tsx bench/generated.ts --record', figures);
}
