/** Controls, line and paragraph separators, bidi marks, lone surrogates: what could break a line or forge one. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

const escaped = (character: string): string => {
  const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
  return short ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
};

/** Text of foreign origin (names, quotes, messages) made safe for one line of a terminal. */
export function oneLine(text: string): string {
  return text.replace(unsafe, escaped);
}
