import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { RecognitionEngine, RecognizedLine, RecognizedWord } from '../engine.js';
import { type GreyImage, toPgm } from '../image/grey-image.js';

const require = createRequire(import.meta.url);

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const boxOf = ({ x0, y0, x1, y1 }: Box) => ({ left: x0, top: y0, right: x1, bottom: y1 });

interface Symbol {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: Box;
}

/** A word with the figures in it as words of their own: how sure they are is not the marks' beside them. */
function figuresApart(symbols: readonly Symbol[], ofWord: number): RecognizedWord[] {
  const words: RecognizedWord[] = [];
  for (const { text, confidence: ofSymbol, bbox } of symbols) {
    const [box, confidence] = [boxOf(bbox), Math.min(ofSymbol, ofWord)];
    const last = words.at(-1);
    if (last && isFigure(text) === isFigure(last.text))
      words[words.length - 1] = {
        text: last.text + text,
        confidence: Math.min(last.confidence, confidence),
        box: {
          left: Math.min(last.box.left, box.left),
          top: Math.min(last.box.top, box.top),
          right: Math.max(last.box.right, box.right),
          bottom: Math.max(last.box.bottom, box.bottom),
        },
      };
    else words.push({ text, confidence, box });
  }
  return words;
}

const isFigure = (text: string): boolean => /^[\d.%A-Za-z]+$/.test(text);

const modelFolder = () =>
  join(dirname(require.resolve('@tesseract.js-data/chi_sim/package.json')), '4.0.0_best_int');

/** `tesseract.js@version`. Throws where the package or its model is missing. */
export function tesseractJsId(): string {
  modelFolder();
  return `tesseract.js@${(require('tesseract.js/package.json') as { version: string }).version}`;
}

/** Tesseract as WebAssembly with the Chinese model that an npm package brings: nothing has to be installed, nothing is fetched. */
export async function openTesseractJs(): Promise<RecognitionEngine> {
  const { createWorker, PSM } = await import('tesseract.js');
  const worker = await createWorker('chi_sim', 1, {
    langPath: modelFolder(),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: () => undefined,
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK, user_defined_dpi: '200' });
  return {
    id: tesseractJsId(),
    async recognize(image: GreyImage): Promise<RecognizedLine[]> {
      const { data } = await worker.recognize(toPgm(image), {}, { blocks: true, text: false });
      const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((part) => part.lines));
      return lines.map(({ words }) =>
        words.flatMap(({ symbols, confidence }) => figuresApart(symbols, confidence)),
      );
    },
    async close() {
      await worker.terminate();
    },
  };
}
