import { crc32, deflateRawSync } from 'node:zlib';

/** An entry with whatever its headers should claim; what is left out is true. */
export interface Entry {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array | string;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly claimedSize?: number;
  readonly extra?: Uint8Array;
  /** Unix mode, in the upper half of the external attributes. */
  readonly mode?: number;
  /** The local header of an earlier entry instead of its own. */
  readonly headerOf?: number;
}

const utf8Flag = 0x0800;

/** A zip, byte by byte, with names as bytes, lies and all. Names given as strings are UTF-8 and say so. */
export function makeZip(entries: readonly Entry[], end: { disk?: number } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string);
    const content = Buffer.from(entry.bytes as string);
    const packed = entry.stored ? content : deflateRawSync(content);
    const extra = Buffer.from(entry.extra ?? []);
    const flags = entry.flags ?? (typeof entry.name === 'string' ? utf8Flag : 0);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4);
    fields.writeUInt32LE(entry.crc ?? crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.claimedSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    fields.writeUInt16LE(extra.length, 24);
    offsets.push(entry.headerOf === undefined ? at : (offsets[entry.headerOf] ?? 0));
    if (entry.headerOf === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, extra, packed]);
      locals.push(local);
      at += local.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(offsets.at(-1) ?? 0, 10);
    const madeBy = Buffer.from([20, entry.mode === undefined ? 0 : 3]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, fields, tail, name, extra]));
  }
  const listing = Buffer.concat(directory);
  const closing = Buffer.alloc(22);
  closing.write('PK\x05\x06', 'latin1');
  closing.writeUInt16LE(end.disk ?? 0, 4);
  closing.writeUInt16LE(entries.length, 8);
  closing.writeUInt16LE(entries.length, 10);
  closing.writeUInt32LE(listing.length, 12);
  closing.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listing, closing]);
}

/** A zip with its directory's place and number of entries where ZIP64 has them, and their usual fields full. */
export function withZip64(zip: Buffer): Buffer {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  for (const at of [24, 32]) record.writeBigUInt64LE(BigInt(zip.readUInt16LE(end + 10)), at);
  record.writeBigUInt64LE(BigInt(zip.readUInt32LE(end + 12)), 40);
  record.writeBigUInt64LE(BigInt(zip.readUInt32LE(end + 16)), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(end), 8);
  locator.writeUInt32LE(1, 16);
  const closing = Buffer.from(zip.subarray(end));
  closing.fill(0xff, 8, 20);
  return Buffer.concat([zip.subarray(0, end), record, locator, closing]);
}

/** The extra field of ZIP64 for an entry whose sizes and place in its directory are all full. */
export function wideFields(unpacked: number, packed: number, at: number): Buffer {
  const field = Buffer.alloc(28);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(24, 2);
  for (const [i, value] of [unpacked, packed, at].entries()) field.writeBigUInt64LE(BigInt(value), 4 + i * 8);
  return field;
}

/** Info-ZIP's extra field with the name in UTF-8, beside the name in the code page. */
export function unicodePath(name: Uint8Array, path: string): Buffer {
  const utf8 = Buffer.from(path);
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(5 + utf8.length, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(crc32(name), 5);
  return Buffer.concat([field, utf8]);
}
