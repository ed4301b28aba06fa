import { phrase } from '../../../domain/phrase.js';
import { limits } from '../limits.js';
import { damaged, tooManyEntries } from '../reader.js';
import { namesOf, type RawName } from './zip-names.js';
import { fullLong, fullShort, widened, zip64Directory } from './zip64.js';

/** An entry as the central directory tells it. Its sizes are claims: whoever unpacks counts for himself. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly claimedSize: number;
  readonly headerOffset: number;
  /** Of the unpacked bytes, as claimed. */
  readonly crc: number;
  /** A link to another file: its bytes are a path. */
  readonly link: boolean;
}

type UnnamedEntry = Omit<ZipEntry, 'name'> & { readonly raw: RawName };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const entrySize = 46;
const localSize = 30;
const encryptedFlag = 1;
const utf8Flag = 0x0800;
/** The system whose file attributes an entry carries, and the kind of file among them. */
const unix = 3;
const symbolicLink = 0xa;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function findEnd(data: DataView): number {
  const last = data.byteLength - endSize;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (data.getUint32(at, true) === endSignature) return at;
  }
  throw damaged(phrase('压缩包不完整，找不到目录', 'the archive is incomplete: it has no directory'));
}

/** Reads the central directory. Throws ReadFault where it is cut, in parts, or over the limit of entries. */
export function readZipDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  const data = view(bytes);
  const end = findEnd(data);
  if (data.getUint16(end + 4, true) !== 0)
    throw damaged(phrase('这是分卷压缩包的一卷，请合并解压后再上传', 'it is one volume of a split archive'));
  const usual = { count: data.getUint16(end + 10, true), at: data.getUint32(end + 16, true) };
  const isFull = usual.count === fullShort || usual.at === fullLong;
  const { count, at: start } = (isFull && zip64Directory(data, end)) || usual;
  if (count > limits.entries) throw tooManyEntries();
  const found: UnnamedEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + entrySize > bytes.length || data.getUint32(at, true) !== entrySignature) {
      throw damaged(phrase('压缩包目录损坏', "the archive's directory is damaged"));
    }
    const name = at + entrySize;
    const extra = name + data.getUint16(at + 28, true);
    const comment = extra + data.getUint16(at + 30, true);
    const flags = data.getUint16(at + 8, true);
    // In this order they stand in the extra field, where they are too large for their own.
    const [claimedSize = 0, packedSize = 0, headerOffset = 0] = widened(
      [24, 20, 42].map((field) => data.getUint32(at + field, true)),
      bytes.subarray(extra, comment),
    );
    found.push({
      raw: {
        bytes: bytes.subarray(name, extra),
        utf8: (flags & utf8Flag) !== 0,
        extra: bytes.subarray(extra, comment),
      },
      encrypted: (flags & encryptedFlag) !== 0,
      method: data.getUint16(at + 10, true),
      crc: data.getUint32(at + 16, true),
      packedSize,
      claimedSize,
      link: bytes[at + 5] === unix && data.getUint16(at + 40, true) >> 12 === symbolicLink,
      headerOffset,
    });
    at = comment + data.getUint16(at + 32, true);
  }
  return byName(found);
}

function byName(found: readonly UnnamedEntry[]): Map<string, ZipEntry> {
  const names = namesOf(found.map(({ raw }) => raw));
  const entries = new Map<string, ZipEntry>();
  for (const [i, { raw: _, ...entry }] of found.entries()) {
    const name = names[i] ?? '';
    // Two entries of one name are a way to show one thing to a scanner and another to a reader.
    if (entries.has(name))
      throw damaged(phrase(`压缩包内有重名文件 ${name}`, `the archive holds ${name} twice`));
    entries.set(name, { name, ...entry });
  }
  return entries;
}

/** The packed bytes of an entry. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const data = view(bytes);
  const at = entry.headerOffset;
  if (at + localSize > bytes.length || data.getUint32(at, true) !== localSignature) {
    throw damaged(phrase(`压缩包内 ${entry.name} 的位置不对`, `${entry.name} is not where the archive says`));
  }
  const start = at + localSize + data.getUint16(at + 26, true) + data.getUint16(at + 28, true);
  if (start + entry.packedSize > bytes.length)
    throw damaged(phrase(`压缩包内 ${entry.name} 不完整`, `${entry.name} in it is incomplete`));
  return bytes.subarray(start, start + entry.packedSize);
}
