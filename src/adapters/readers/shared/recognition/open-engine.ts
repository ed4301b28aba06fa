import type { RecognitionEngine } from './engine.js';
import { nativeTesseract, openNativeTesseract } from './engines/native-tesseract.engine.js';
import { openTesseractJs } from './engines/tesseract-js.engine.js';
import type { PageRecognizer } from './recognition.js';
import { recognizePage } from './recognize-page.js';

export type { PageRecognizer } from './recognition.js';

/** The recognisers there may be; `auto` takes the best that is there. */
export type RecognizerName = 'auto' | 'tesseract' | 'tesseract.js';

/** Opens a recogniser. tesseract.js is always there; the Tesseract that is installed is faster. */
async function openEngine(name: RecognizerName): Promise<RecognitionEngine> {
  const version = name === 'tesseract.js' ? null : nativeTesseract();
  return version === null ? openTesseractJs() : openNativeTesseract(version);
}

export async function openRecognizer(name: RecognizerName): Promise<PageRecognizer> {
  const engine = await openEngine(name);
  return { id: engine.id, recognize: (picture, points) => recognizePage(engine, picture, points) };
}
