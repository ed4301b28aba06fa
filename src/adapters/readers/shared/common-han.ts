/** Rows of frequent characters in three national sets, so that Chinese in either script, and Japanese, count as common. */
const rows: readonly (readonly [encoding: string, from: number, to: number, trailFrom: number])[] = [
  ['gb18030', 0xb0, 0xd7, 0xa1],
  ['big5', 0xa4, 0xc6, 0x40],
  ['euc-jp', 0xb0, 0xcf, 0xa1],
];

let table: Uint8Array | undefined;

function build(): Uint8Array {
  const common = new Uint8Array(0x10000);
  for (const [encoding, from, to, trailFrom] of rows) {
    const decoder = new TextDecoder(encoding);
    for (let lead = from; lead <= to; lead++) {
      for (let trail = trailFrom; trail <= 0xfe; trail++) {
        const text = decoder.decode(Uint8Array.of(lead, trail));
        if (text.length === 1) common[text.charCodeAt(0)] = 1;
      }
    }
  }
  return common;
}

/** 1 for each UTF-16 unit that is a frequent Han character. Built at first use, about 10 ms. */
export function commonHan(): Uint8Array {
  table ??= build();
  return table;
}
