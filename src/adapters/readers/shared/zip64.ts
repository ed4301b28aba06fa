/** What the fields of ZIP64 (APPNOTE 4.3.14, 4.5.3) add to a directory whose own fields are full. */

const locatorSignature = 0x07064b50;
const endSignature = 0x06064b50;
const locatorSize = 20;
const extraId = 0x0001;
export const fullShort = 0xffff;
export const fullLong = 0xffffffff;

export interface DirectoryPlace {
  readonly count: number;
  readonly at: number;
}

const long = (data: DataView, at: number): number => Number(data.getBigUint64(at, true));

/** Where the directory stands by the record before the usual end; null where there is none. */
export function zip64Directory(data: DataView, end: number): DirectoryPlace | null {
  const locator = end - locatorSize;
  if (locator < 0 || data.getUint32(locator, true) !== locatorSignature) return null;
  const record = long(data, locator + 8);
  if (record + 56 > data.byteLength || data.getUint32(record, true) !== endSignature) return null;
  return { count: long(data, record + 32), at: long(data, record + 48) };
}

/** Fields of an entry with those that are full taken from its extra field, in the order of the standard. */
export function widened(fields: readonly number[], extra: Uint8Array): number[] {
  if (!fields.includes(fullLong)) return [...fields];
  const data = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  let at = 0;
  while (at + 4 <= data.byteLength && data.getUint16(at, true) !== extraId)
    at += 4 + data.getUint16(at + 2, true);
  let next = at + 4;
  return fields.map((field) => {
    if (field !== fullLong || next + 8 > data.byteLength) return field;
    next += 8;
    return long(data, next - 8);
  });
}
