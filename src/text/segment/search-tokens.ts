import type { Segmenter } from './segmenter.js';

/**
 * Search tokens of a text: words of the segmenter, lower case, full-width forms folded, punctuation left out.
 * The same at writing and at asking, so that a two-character word is found (an n-gram index never finds one).
 */
export function searchTokens(segmenter: Segmenter, text: string): string[] {
  return segmenter
    .cut(text.normalize('NFKC').toLowerCase())
    .map((word) => word.trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}
