import type { Item } from '../../domain/item.js';

/**
 * Distinct words without blanks, controls or quotes: each one is a word to every full-text index, whatever its own
 * tokenizer thinks of punctuation.
 * @param words as a `Tokenize` gives them
 */
export function searchTerms(words: readonly string[]): string[] {
  const clean = (word: string) => word.replace(/[\p{C}"']/gu, '').toLowerCase();
  const terms = words.flatMap((word) => word.split(/\s+/u).map(clean));
  return [...new Set(terms)].filter((term) => term !== '');
}

/** What full text looks at: the item's words, its indicator and its units. */
export function searchedText(item: Item): string {
  return [item.quote, item.indicator, ...item.responsible].join('\n');
}
