import type { ByteReader } from './byte-reader.js';

/** Properties by their number ([MS-DOC] 2.6), as far as they have a say in the text. */
export const sprm = {
  deleted: 0x0800,
  hidden: 0x083c,
  special: 0x0855,
  symbol: 0x6a09,
  characterStyle: 0x4a30,
  raised: 0x2a48,
  pictureAt: 0x6a03,
  paragraphStyle: 0x4600,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  listLevel: 0x260a,
  list: 0x460b,
  hugeProperties: 0x6646,
  cells: 0xd608,
} as const;

const changeTabs = 0xc615;
const sizes = [1, 1, 2, 4, 2, 2, 0, 3] as const;

function operandSize(properties: ByteReader, code: number, at: number): number {
  const size = sizes[code >> 13] ?? 0;
  if (size > 0) return size;
  if (code === sprm.cells) return properties.short(at) + 1;
  const length = properties.byte(at);
  if (code !== changeTabs || length !== 255) return length + 1;
  const deleted = properties.byte(at + 1);
  return 3 + deleted * 4 + properties.byte(at + 2 + deleted * 4) * 3;
}

/** Hands out each property with its operand. A list that is cut ends where it is cut: later ones are lost, not the text. */
export function eachProperty(
  properties: ByteReader,
  start: number,
  take: (code: number, operand: ByteReader) => void,
): void {
  let at = start;
  while (at + 3 <= properties.length) {
    const code = properties.short(at);
    const variable = code >> 13 === 6;
    if (variable && at + 4 > properties.length) return;
    const size = operandSize(properties, code, at + 2);
    if (at + 2 + size > properties.length) return;
    take(code, properties.part(at + 2, size));
    at += 2 + size;
  }
}
