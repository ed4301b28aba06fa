const mark = { begin: 0x13, separator: 0x14, end: 0x15 } as const;
/** A code is a line or two; a longer one is a mark that lost its partner. */
const longestCode = 4_000;

/**
 * The stretches of field codes, from the mark that begins a field to the one before its result. A field that is never
 * ended hides nothing: one slip must not swallow the rest of a document.
 */
export function fieldCodes(text: string): [from: number, to: number][] {
  const codes: [number, number][] = [];
  const open: { readonly begin: number; separator: number | null }[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === mark.begin) open.push({ begin: at, separator: null });
    else if (code === mark.separator) {
      const field = open.at(-1);
      if (field && field.separator === null) field.separator = at;
    } else if (code === mark.end) {
      const field = open.pop();
      const end = field?.separator ?? at;
      if (field && end - field.begin <= longestCode) codes.push([field.begin, end]);
    }
  }
  return codes;
}
