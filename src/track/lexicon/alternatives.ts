/** One expression for any of the words, longest first, so that a word is never found inside a longer one of the list. */
export function anyOf(words: readonly string[]): RegExp {
  const literal = [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(literal.join('|'), 'gu');
}
