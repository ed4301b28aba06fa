let table: Map<string, readonly number[]> | undefined;

function build(): Map<string, readonly number[]> {
  const map = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  const learn = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !map.has(text)) map.set(text, bytes);
  };
  for (let b = 0; b < 0x80; b++) learn([b]);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) learn([lead, trail]);
  for (let i = 0; i < 39_420; i++) learn(fourBytes(i));
  return map;
}

const fourBytes = (i: number): number[] => [
  0x81 + Math.floor(i / 12_600),
  0x30 + (Math.floor(i / 1_260) % 10),
  0x81 + (Math.floor(i / 10) % 126),
  0x30 + (i % 10),
];

/** Encodes to GB18030, for which JavaScript has a decoder only; null for text with a character that has no code here. */
export function encodeGb18030(text: string): Uint8Array | null {
  table ??= build();
  const bytes: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    const code = point > 0xffff ? fourBytes(189_000 + point - 0x10000) : table.get(char);
    if (!code) return null;
    bytes.push(...code);
  }
  return Uint8Array.from(bytes);
}
