import { ByteReader } from './byte-reader.js';
import type { WordFile } from './information-block.js';

/** Bytes of the text with their properties, as the file's pages of 512 bytes list them. */
export interface PropertyRun {
  readonly start: number;
  readonly end: number;
  /** null: none of their own. */
  readonly properties: ByteReader | null;
}

const pageSize = 512;
const none = new ByteReader(new Uint8Array());

/** The pages that a table of the file names, each once. */
function pagesOf(file: WordFile, table: 'characterPages' | 'paragraphPages'): ByteReader[] {
  const plc = file.part(table);
  if (!plc) return [];
  const count = Math.floor((plc.length - 4) / 8);
  const numbers = new Set<number>();
  for (let i = 0; i < count; i++) numbers.add(plc.long((count + 1) * 4 + i * 4) & 0x3fffff);
  return [...numbers].map((number) => file.main.part(number * pageSize, pageSize));
}

function runsOf(
  file: WordFile,
  table: 'characterPages' | 'paragraphPages',
  propertiesOf: (page: ByteReader, run: number, runs: number) => ByteReader | null,
): PropertyRun[] {
  const all: PropertyRun[] = [];
  for (const page of pagesOf(file, table)) {
    const runs = page.byte(pageSize - 1);
    for (let i = 0; i < runs && (i + 2) * 4 <= pageSize; i++) {
      const run = { start: page.long(i * 4), end: page.long(i * 4 + 4) };
      if (run.end > run.start) all.push({ ...run, properties: propertiesOf(page, i, runs) });
    }
  }
  return all.sort((a, b) => a.start - b.start);
}

/** Runs of characters that look alike, by their bytes. */
export function characterRuns(file: WordFile): PropertyRun[] {
  return runsOf(file, 'characterPages', (page, i, runs) => {
    const at = page.byte((runs + 1) * 4 + i) * 2;
    return at === 0 ? null : page.part(at + 1, page.byte(at));
  });
}

/** Paragraphs by their bytes. Their properties begin with the number of their style. */
export function paragraphRuns(file: WordFile): PropertyRun[] {
  return runsOf(file, 'paragraphPages', (page, i, runs) => {
    const at = page.byte((runs + 1) * 4 + i * 13) * 2;
    if (at === 0) return none;
    const words = page.byte(at);
    return words === 0 ? page.part(at + 2, page.byte(at + 1) * 2) : page.part(at + 1, words * 2 - 1);
  });
}

/** The run that holds a byte; null between runs. */
export function runAt(runs: readonly PropertyRun[], byte: number): PropertyRun | null {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) <= byte) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run && byte < run.end ? run : null;
}
