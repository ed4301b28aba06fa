import type { Tokenize } from '../../../app/ports/ledger-store.js';
import type { Item } from '../../../domain/item.js';

/**
 * Distinct tokens without blanks, controls or quotes: each one is a word to every full-text index, whatever its own
 * tokenizer thinks of punctuation.
 */
export function searchTerms(tokenize: Tokenize, text: string): string[] {
  const clean = (token: string) => token.replace(/[\p{C}"']/gu, '').toLowerCase();
  const words = tokenize(text).flatMap((token) => token.split(/\s+/u).map(clean));
  return [...new Set(words)].filter((word) => word !== '');
}

/** What full text looks at: the item's words, its indicator and its units. */
export function searchedText(item: Item): string {
  return [item.quote, item.indicator, ...item.responsible].join('\n');
}
