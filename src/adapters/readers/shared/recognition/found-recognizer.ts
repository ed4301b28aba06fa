import { nativeTesseract } from './engines/native-tesseract.engine.js';
import { tesseractJsId } from './engines/tesseract-js.engine.js';
import type { RecognizerName } from './open-engine.js';

/** What would recognise scans here; null where it is switched off. Throws where nothing is there that could. */
export function foundRecognizer(name: RecognizerName | 'off'): { id: string; fast: boolean } | null {
  if (name === 'off') return null;
  const version = name === 'tesseract.js' ? null : nativeTesseract();
  return version === null ? { id: tesseractJsId(), fast: false } : { id: `tesseract@${version}`, fast: true };
}
