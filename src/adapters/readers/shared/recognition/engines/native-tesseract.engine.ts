import { execFile, spawnSync } from 'node:child_process';
import type { RecognitionEngine, RecognizedLine, RecognizedWord } from '../engine.js';
import { type GreyImage, toPgm } from '../image/grey-image.js';

const language = 'chi_sim';
const pageMs = 120_000;
const mostOutput = 32 * 1024 * 1024;

/** One line of its table is a word of level 5: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
const wordLevel = '5';

/** The version of the Tesseract on this machine that knows Chinese; null where there is none. */
export function nativeTesseract(): string | null {
  const ask = (argument: string) =>
    spawnSync('tesseract', [argument], { encoding: 'utf8', timeout: 10_000, windowsHide: true });
  const languages = ask('--list-langs');
  if (languages.status !== 0 || !`${languages.stdout}`.split(/\r?\n/).includes(language)) return null;
  return /tesseract v?(\d[\w.-]*)/.exec(`${ask('--version').stdout}`)?.[1] ?? 'unknown';
}

function linesOf(table: string): RecognizedLine[] {
  const lines = new Map<string, RecognizedWord[]>();
  for (const row of table.split('\n')) {
    const [level, , block, paragraph, line, , left, top, width, height, confidence, text = ''] =
      row.split('\t');
    if (level !== wordLevel || text.trim() === '') continue;
    const key = `${block}/${paragraph}/${line}`;
    const words = lines.get(key) ?? [];
    lines.set(key, words);
    const box = {
      left: Number(left),
      top: Number(top),
      right: Number(left) + Number(width),
      bottom: Number(top) + Number(height),
    };
    words.push({ text: text.trim(), confidence: Math.max(0, Number(confidence)), box });
  }
  return [...lines.values()];
}

/** The Tesseract that is installed on this machine: the same models, faster. */
export function openNativeTesseract(version: string): RecognitionEngine {
  return {
    id: `tesseract@${version}`,
    recognize(image: GreyImage): Promise<RecognizedLine[]> {
      return new Promise((resolve, reject) => {
        const process_ = execFile(
          'tesseract',
          ['stdin', 'stdout', '-l', language, '--psm', '6', '--dpi', '200', 'tsv'],
          {
            timeout: pageMs,
            killSignal: 'SIGKILL',
            maxBuffer: mostOutput,
            windowsHide: true,
            env: { ...process.env, OMP_THREAD_LIMIT: '1' },
          },
          (fault, output) => (fault ? reject(fault) : resolve(linesOf(output))),
        );
        // It may end before it has read all: its exit status tells.
        process_.stdin?.on('error', () => undefined);
        process_.stdin?.end(toPgm(image));
      });
    },
    async close() {},
  };
}
