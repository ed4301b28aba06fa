let table: Map<string, readonly number[]> | undefined;

function build(): Map<string, readonly number[]> {
  const map = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('big5');
  for (let b = 0; b < 0x80; b++) map.set(String.fromCharCode(b), [b]);
  for (let lead = 0xa1; lead <= 0xf9; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !map.has(text)) map.set(text, [lead, trail]);
    }
  }
  return map;
}

/** Encodes to Big5, for which JavaScript has a decoder only. Throws for a character that has no code there. */
export function encodeBig5(text: string): Uint8Array {
  table ??= build();
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const code = table?.get(char);
      if (!code) throw new Error(`no Big5 code for ${char}`);
      return code;
    }),
  );
}
