/** Characters of symbol fonts that forms are filled in with, by the code that w:sym gives. */
const symbols: Readonly<Record<string, string>> = {
  f06f: '□',
  f071: '□',
  f0a8: '□',
  f0a3: '□',
  f02a: '□',
  f052: '☑',
  f0fe: '☑',
  f053: '☒',
  f0fd: '☒',
  f051: '☒',
  f0fc: '✓',
  f050: '✓',
  f0fb: '✗',
  f04f: '✗',
  f06c: '●',
  f06e: '■',
  f0b7: '•',
  f0d8: '➢',
  f0e0: '→',
};

/** A symbol as a character that any font has; one that is not known leaves nothing, for its code means nothing outside its font. */
export function symbol(code: string | undefined): string {
  const hex = (code ?? '').toLowerCase();
  const known = symbols[hex];
  if (known !== undefined) return known;
  const value = Number.parseInt(hex, 16);
  return value >= 0x20 && value < 0xe000 ? String.fromCharCode(value) : '';
}
