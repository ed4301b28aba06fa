import { damaged, ReadFault } from '../reader.js';

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
    : (strictly('utf-8', bytes) ?? guessed(bytes));
  if (text === null || looksBinary(text))
    throw new ReadFault('file-type-unknown', { detected: '二进制数据' });
  return text;
}

const maximumForeignShare = 0.1;

// Big5 and Shift-JIS often decode as GB18030 without a fault, but then kana, Greek and Cyrillic letters lie among the Han.
function guessed(bytes: Uint8Array): string | null {
  if (isBrokenUtf8(bytes)) throw damaged('UTF-8 文本中有无效字节，可能被截断');
  const text = strictly('gb18030', bytes);
  const foreign = text?.match(/[\u0370-\u04ff\u3041-\u30fa]/g)?.length ?? 0;
  if (text !== null && foreign > text.length * maximumForeignShare) throw new ReadFault('file-garbled');
  return text;
}

/** UTF-8 but for few bytes. In bytes of another encoding hardly three in a row make a Han character. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  const right = text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return right > wrong * 10;
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
