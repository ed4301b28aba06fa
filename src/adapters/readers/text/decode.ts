import { ReadFault } from '../reader.js';

const marks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
];

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The characters of a text file, mark left out, nothing else changed. A mark decides; then strict UTF-8; then GB18030
 * (not GBK, which mangles 㐀 and 𠮷). Throws `file-type-unknown` for bytes that are no text in any of them.
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = marks.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  const text = mark
    ? strictly(mark[1], bytes.subarray(mark[0].length))
    : (strictly('utf-8', bytes) ?? strictly('gb18030', bytes));
  if (text === null || looksBinary(text))
    throw new ReadFault('file-type-unknown', { detected: '二进制数据' });
  return text;
}

const maximumControlShare = 0.05;

/** A NUL never stands in a text; other control characters may, a few (form feeds, stray terminal codes). */
function looksBinary(text: string): boolean {
  let control = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return true;
    if ((code < 0x20 && (code < 0x09 || code > 0x0d)) || (code >= 0x7f && code < 0xa0)) control++;
  }
  return control > text.length * maximumControlShare;
}
