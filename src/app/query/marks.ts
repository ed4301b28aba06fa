import type { Span } from '../../domain/source-text.js';

// What no word has: it may stand inside of a word where a line ends.
const dropped = /[\s\p{C}"']/u;

/** Characters of a text without those, in lower case, with the place of each. */
function searched(text: string): { readonly plain: string; readonly at: readonly number[] } {
  let plain = '';
  const at: number[] = [];
  let place = 0;
  for (const character of text) {
    if (!dropped.test(character)) {
      const lower = character.toLowerCase();
      for (let i = 0; i < lower.length; i++) at.push(place);
      plain += lower;
    }
    place += character.length;
  }
  at.push(text.length);
  return { plain, at };
}

/**
 * Where the words asked for stand in a text: spans of UTF-16 offsets, in order, none touching another.
 * @param words in lower case, as the index has them
 */
export function marksOf(text: string, words: readonly string[]): Span[] {
  const { plain, at } = searched(text);
  const spans: Span[] = [];
  for (const word of words)
    for (let from = plain.indexOf(word); from >= 0 && word !== ''; from = plain.indexOf(word, from + 1)) {
      const last = at[from + word.length - 1] ?? 0;
      const wide = (text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
      spans.push({ start: at[from] ?? 0, end: last + wide });
    }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const marks: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const before = marks.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else marks.push({ start, end });
  }
  return marks;
}
