import { crc32 } from 'node:zlib';

/** A name as it stands in the directory. */
export interface RawName {
  readonly bytes: Uint8Array;
  /** The entry says that its name is UTF-8. */
  readonly utf8: boolean;
  readonly extra: Uint8Array;
}

const decode = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * The names of a zip's entries. Windows packs them in the system's code page and says nothing, macOS in UTF-8 and says
 * nothing: one archive comes from one system, so the names that say nothing are judged together.
 */
export function namesOf(raws: readonly RawName[]): string[] {
  const encoding = encodingOf(raws.filter(({ utf8 }) => !utf8).map(({ bytes }) => bytes));
  return raws.map((raw) => {
    const { bytes, utf8 } = raw;
    return unicodePath(raw) ?? new TextDecoder(utf8 ? 'utf-8' : encoding, { ignoreBOM: true }).decode(bytes);
  });
}

/** Strict UTF-8, else GB18030. A short GBK name can pass as UTF-8, but then as letters of two bytes, which hold no Han. */
function encodingOf(names: readonly Uint8Array[]): 'utf-8' | 'gb18030' {
  const joined = Buffer.concat(names);
  const text = decode('utf-8', joined);
  if (text === null) return 'gb18030';
  const twoBytes = /[\u0080-\u07ff]/.test(text) && !/[\u0800-\uffff]/.test(text);
  return twoBytes && names.every((name) => decode('gb18030', name) !== null) ? 'gb18030' : 'utf-8';
}

const unicodePathId = 0x7075;

/** The name in UTF-8 that Info-ZIP and WinRAR put beside the one in the code page; null where there is none, or it is of another name. */
function unicodePath({ bytes, extra }: RawName): string | null {
  const data = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + data.getUint16(at + 2, true)) {
    const end = at + 4 + data.getUint16(at + 2, true);
    if (data.getUint16(at, true) !== unicodePathId || end > extra.length || end < at + 9) continue;
    if (data.getUint32(at + 5, true) !== crc32(bytes)) continue;
    return decode('utf-8', extra.subarray(at + 9, end));
  }
  return null;
}
