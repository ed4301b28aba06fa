const headLength = 4096;
const marks = [
  /^#{1,6} +\S/m,
  /^\|? *:?-{3,}:? *\|/m,
  /^(```|~~~)/m,
  /\[[^\]\n]+\]\([^)\n]+\)/,
  /\*\*[^*\n]+\*\*/,
];

/** Markdown by two kinds of its marks at the opening, or by the name: nothing but the label hangs on it. */
export function looksLikeMarkdown(text: string, name: string): boolean {
  if (/\.(md|markdown)$/i.test(name)) return true;
  const head = text.slice(0, headLength);
  return marks.filter((mark) => mark.test(head)).length >= 2;
}
