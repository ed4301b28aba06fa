import type { SourceText, Span } from '../domain/source-text.js';

type Word = NonNullable<SourceText['words']>[number];

/**
 * Recognised with less confidence, a word with figures in it is doubtful: among pages of print with known wording
 * (bench/recognition-of-scans) wrong figures lie below it, most right ones above.
 */
const sureFrom = 70;

/** Figures and the characters that numbers are written with. */
const figures = /[\d０-９〇零一二三四五六七八九十百千万亿两半]/;
/** A number that ran into a letter or a sign was not read as it stands. */
const ranInto = /\d[A-Za-z|]|[A-Za-z|]\d/;

const isDoubtful = (word: string, confidence: number): boolean =>
  (confidence < sureFrom && figures.test(word)) || ranInto.test(word);

/** Index of the first word that ends after an offset. */
function firstAfter(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The words with figures within some spans of a recognised text that are to be checked against the picture, as they were read. */
export function doubtfulWords({ text, words = [] }: SourceText, spans: readonly Span[]): string[] {
  const found: string[] = [];
  for (const span of spans) {
    for (let i = firstAfter(words, span.start); i < words.length; i++) {
      const word = words[i];
      if (!word || word.start >= span.end) break;
      const read = text.slice(word.start, word.end);
      if (isDoubtful(read, word.confidence)) found.push(read);
    }
  }
  return [...new Set(found)];
}
