/**
 * Extraction in characters a CPU second, against what bounds it: one pass of a bare regex (nothing can be faster that looks
 * at each character); and Recognizers-Text and JioNLP, what one would take for numbers, units, dates and money if there were
 * no jiannuo. Same texts, in turn, all warmed up; medians. JioNLP, in Python, takes part where it is installed
 * (`pip install --target .cache/jionlp jionlp==1.5.31`). Usage: npx tsx bench/extraction.ts [--long] [--record]
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extract } from '../src/extract/extractor.js';
import { outline } from '../src/text/outline/outline.js';
import { loadSegmenter } from '../src/text/segment/segmenter.js';
import { plainSource } from '../test/support/plain-source.js';
import { recognizersText } from './recognizers-text.js';
import { median, record, rounded } from './record.mjs';
import { cpuSeconds, fixtureDocuments, fixtureText, interleaved } from './shared.js';

/** Twenty alternatives of the kind that a quick script would search for. */
const bare =
  /\d+(?:\.\d+)?%|\d+(?:\.\d+)?(?:万|亿)?元|\d{4}年|\d{1,2}月|底前|以上|以下|不低于|不少于|不超过|至少|达到|力争|确保|完成|建成|新增|全覆盖|责任单位|[一二三四五六七八九十]+[个所家]/gu;

const { segmenter } = loadSegmenter();
segmenter.tag('预热');
const sha256 = '0'.repeat(64);

function bareRegex(text: string): void {
  let hits = 0;
  for (const _ of text.matchAll(bare)) hits++;
  if (hits === 0) throw new Error('the bare regex found nothing');
}

const perSecond = (characters: number, time: number) => Math.round(characters / time);

/** Documents as they come: 1,000 to 6,000 characters. */
const many = fixtureDocuments();
// A worker reads thousands: its code is compiled after the first few hundred.
for (let round = 0; round < 40; round++)
  for (const text of many) extract(plainSource(text), sha256, segmenter);
const usualTimes = interleaved(
  {
    extraction: () => {
      for (const text of many) extract(plainSource(text), sha256, segmenter);
    },
    outline: () => {
      for (const text of many) outline(plainSource(text));
    },
    bareRegex: () => {
      for (const text of many) bareRegex(text);
    },
  },
  15,
);
const recognizersSlice = fixtureText(2_000);
const slice = interleaved(
  {
    recognizers: () => recognizersText(recognizersSlice),
    extraction: () => {
      extract(plainSource(recognizersSlice), sha256, segmenter);
    },
  },
  5,
);

/** CPU seconds of JioNLP's times and money over the documents, in a process of its own; null where it is not installed. */
function jioNlp(): number | null {
  const folder = fileURLToPath(new URL('../.cache/jionlp', import.meta.url));
  if (!existsSync(folder)) return null;
  const script = fileURLToPath(new URL('./time_and_money.py', import.meta.url));
  const env = { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' };
  const { stdout, status } = spawnSync('python3', [script, '3'], {
    input: many.join('\n'),
    env,
    encoding: 'utf8',
  });
  const last = stdout.trim().split('\n').at(-1) ?? '';
  return status === 0 ? median(JSON.parse(last) as number[]) : null;
}
const jio = jioNlp();

const total = many.reduce((sum, text) => sum + text.length, 0);
const extraction = perSecond(total, usualTimes.extraction);
const figures = {
  charactersASecond: {
    extraction,
    outline: perSecond(total, usualTimes.outline),
    rules: perSecond(total, usualTimes.extraction - usualTimes.outline),
    bareRegex: perSecond(total, usualTimes.bareRegex),
    recognizers: perSecond(recognizersSlice.length, slice.recognizers),
    ...(jio !== null && { jioNlp: perSecond(total, jio) }),
  },
  ratios: {
    timesRecognizers: rounded(slice.recognizers / slice.extraction),
    ...(jio !== null && { timesJioNlp: rounded(jio / usualTimes.extraction) }),
    shareOfBareRegex: rounded(usualTimes.bareRegex / usualTimes.extraction),
  },
  growth: growth(),
};

/** One text of each size; a constant share of characters a second is linear cost. */
function growth() {
  const sizes = [1_000, 10_000, 100_000, 1_000_000, ...(process.argv.includes('--long') ? [10_000_000] : [])];
  return sizes.map((size) => {
    const text = fixtureText(size);
    const source = plainSource(text);
    const repeats = Math.max(1, Math.min(5, Math.round(200_000 / size)));
    let items = 0;
    const times = Array.from({ length: repeats }, () =>
      cpuSeconds(() => {
        items = extract(source, sha256, segmenter).items.length;
      }),
    );
    const charactersASecond = perSecond(text.length, Math.min(...times));
    const residentMiB = Math.round(process.memoryUsage().rss / 2 ** 20);
    return { characters: text.length, items, charactersASecond, residentMiB };
  });
}

console.log(JSON.stringify(figures, null, 2));
if (process.argv.includes('--record')) record('extraction', 'npx tsx bench/extraction.ts --record', figures);
