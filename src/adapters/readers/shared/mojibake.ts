import { commonHan } from './common-han.js';

// Latin letters in pairs decode as GBK to Han, but neighbours both accented are rare in any Latin language.
const decoder = new TextDecoder('gb18030');
const runOfHigh = /[\u00a1-\u00ff]{2,}/g;

/**
 * Pairs of neighbouring Latin-1 letters that are, as bytes, frequent Chinese characters: GBK read as Latin by a font
 * without a map (ÎÞ²ú is 无产). The round trip tells them from accented letters of a Latin text.
 */
export function mojibakePairs(text: string): number {
  const common = commonHan();
  let pairs = 0;
  for (const [run] of text.matchAll(runOfHigh)) {
    for (const char of decoder.decode(Buffer.from(run, 'latin1'))) {
      if (common[char.charCodeAt(0)] === 1) pairs++;
    }
  }
  return pairs;
}
