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

/** A value as one line of JSON: also the line ends that JSON allows inside strings are escaped. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
