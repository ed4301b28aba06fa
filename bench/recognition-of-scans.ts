// Fixture texts drawn as scans and recognised: seconds a page, wrong characters, items with right values, wrong numbers
// that were not marked doubtful, peak memory; for each recogniser that is there, in turn.
// usage: npx tsx bench/recognition-of-scans.ts FONT.ttf [--record] [--documents N]
import { readFileSync } from 'node:fs';
import { asScanned, drawPages, useFont } from '../fixtures/build/draw-scan.mjs';
import { JudgedPages } from '../src/adapters/readers/shared/layout/judged-pages.js';
import { nativeTesseract } from '../src/adapters/readers/shared/recognition/engines/native-tesseract.engine.js';
import {
  openRecognizer,
  type PageRecognizer,
} from '../src/adapters/readers/shared/recognition/open-engine.js';
import type { SourceText } from '../src/domain/source-text.js';
import { scoreScan } from '../test/adapters/readers/support/scan-score.js';
import { extractSource, extractText } from '../test/extract/corpus.js';
import { record, rounded } from './record.mjs';

const [fontFile, ...flags] = process.argv.slice(2);
if (!fontFile) throw new Error('usage: recognition-of-scans.ts FONT.ttf');
const documents = [
  'luzhu-2025-housing-renewal-plan',
  'hetang-2025-npc-reply-8',
  'bodu-2024-farmland-plan',
  'jichuan-2024-cppcc-reply-87',
];
const most = flags.includes('--documents')
  ? Number(flags[flags.indexOf('--documents') + 1])
  : documents.length;
const family = useFont(fontFile);
const conditions = {
  clean: {},
  scanned: { skew: 2, noise: 14, seal: { x: 0.62, y: 0.55, radius: 0.1 } },
};

const engines: PageRecognizer[] = process.env.ONLY_NATIVE ? [] : [await openRecognizer('tesseract.js')];
if (nativeTesseract() !== null) engines.push(await openRecognizer('tesseract'));

async function readScan(engine: PageRecognizer, scans: ReturnType<typeof asScanned>[]): Promise<SourceText> {
  const pages = new JudgedPages();
  for (const scan of scans) {
    const picture = scan.getContext('2d').getImageData(0, 0, scan.width, scan.height);
    if (!pages.addRecognized(await engine.recognize(picture, 0.36))) pages.add([]);
  }
  const { text, pages: spans, lines, tables, words, warnings } = pages.finish();
  return { format: 'image', text, pages: spans, lines, tables, ...words, warnings, reader: engine.id };
}

const results: Record<string, unknown>[] = [];
for (const [condition, options] of Object.entries(conditions)) {
  for (const engine of engines) {
    const sum = {
      pages: 0,
      seconds: 0,
      characters: 0,
      wrongCharacters: 0,
      items: 0,
      rightItems: 0,
      rightDeadlines: 0,
      wrongNumbers: 0,
      markedInVain: 0,
    };
    const unmarked: string[] = [];
    for (const name of documents.slice(0, most)) {
      const text = readFileSync(
        new URL(`../fixtures/documents/text/sources/${name}.txt`, import.meta.url),
        'utf8',
      );
      const scans = drawPages(name, { family, dpi: Number(process.env.DPI ?? 200) }).map((page, n) =>
        asScanned(page, { ...options, seed: 7 + n }),
      );
      const from = performance.now();
      const source = await readScan(engine, scans);
      sum.seconds += (performance.now() - from) / 1000;
      sum.pages += scans.length;
      const printed = { text: text.replace(/^\uFEFF/, ''), items: extractText(text).items };
      const score = scoreScan(printed, { source, items: extractSource(source).items });
      if (flags.includes('--show')) console.log(source.text, score);
      for (const key of [
        'characters',
        'wrongCharacters',
        'items',
        'rightItems',
        'rightDeadlines',
        'wrongNumbers',
        'markedInVain',
      ] as const)
        sum[key] += score[key];
      unmarked.push(...score.unmarked);
    }
    const result = {
      condition,
      engine: engine.id,
      pages: sum.pages,
      secondsPerPage: rounded(sum.seconds / sum.pages),
      wrongCharactersPercent: rounded((100 * sum.wrongCharacters) / sum.characters),
      rightItemsPercent: rounded((100 * sum.rightItems) / sum.items),
      rightDeadlinesPercent: rounded((100 * sum.rightDeadlines) / sum.items),
      items: sum.items,
      wrongNumbers: sum.wrongNumbers,
      wrongUnmarked: unmarked.length,
      rightMarked: sum.markedInVain,
      residentMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
    };
    console.log(JSON.stringify(result), unmarked.join(' | '));
    results.push(result);
  }
}
if (flags.includes('--record'))
  record('recognition-of-scans', 'npx tsx bench/recognition-of-scans.ts FONT.ttf --record', { results });
process.exit(0);
