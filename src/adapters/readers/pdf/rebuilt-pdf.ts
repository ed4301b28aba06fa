/** More objects are no document that lost its end. */
const mostObjects = 500_000;

/**
 * A PDF with a new table of its objects and a new trailer behind it, for one whose own were lost; null where no catalogue
 * stands in it as a plain object. Of an object that stands in it several times the last counts.
 */
export function rebuiltPdf(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (/\/Encrypt\b/.test(file)) return null;
  const offsets = new Map<number, number>();
  let root: number | null = null;
  for (const found of file.matchAll(/(?<![\d.])(\d{1,7})[ \t\r\n]+0[ \t\r\n]+obj\b/g)) {
    const number = Number(found[1]);
    if (offsets.size >= mostObjects) return null;
    offsets.set(number, found.index);
    const opening = file.slice(found.index, found.index + 600).split('endobj', 1)[0] ?? '';
    if (/\/Type\s*\/Catalog\b/.test(opening)) root = number;
  }
  if (root === null) return null;
  const table = [...offsets]
    .map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
    .join('');
  const size = [...offsets.keys()].reduce((most, number) => Math.max(most, number), 0) + 1;
  const end = `\nxref\n0 1\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root ${root} 0 R>>\nstartxref\n${bytes.length + 1}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(end, 'latin1')]);
}
