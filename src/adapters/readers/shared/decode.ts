import { phrase } from '../../../domain/phrase.js';
import { damaged, ReadFault } from '../reader.js';
import { commonHan } from './common-han.js';
import { guessUtf16 } from './utf16.js';

/** What a text can be in. GB18030, not GBK, which mangles 㐀 and 𠮷. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const marks: readonly (readonly [bytes: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
];

/** The characters, or null where a byte does not fit the encoding. A mark counts as a character. */
function strictly(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const decoded = (encoding: Encoding, bytes: Uint8Array): Decoded | null => {
  const text = strictly(encoding, bytes);
  return text === null ? null : { text, encoding };
};

/** What a mark at the start says; null where there is none. */
export function decodeByMark(bytes: Uint8Array): Decoded | null {
  const mark = marks.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  if (!mark) return null;
  const [start, encoding] = mark;
  return decoded(encoding, bytes.subarray(start.length)) ?? refuseBinary();
}

/**
 * The characters of a text, mark left out, nothing else changed, with the encoding that was found. A mark decides; then
 * UTF-16 by its zero bytes; then strict UTF-8; then GB18030 or Big5, whichever gives words. Throws `file-type-unknown`
 * for bytes that are no text in any of them, `file-damaged` for UTF-8 with broken characters.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const result = decodeByMark(bytes) ?? withoutMark(bytes);
  if (result === null || looksBinary(result)) return refuseBinary();
  return result;
}

function withoutMark(bytes: Uint8Array): Decoded | null {
  const utf16 = guessUtf16(bytes);
  if (utf16) return decoded(utf16, bytes);
  return decoded('utf-8', bytes) ?? decodeLegacy(bytes);
}

function refuseBinary(): never {
  throw new ReadFault('file-type-unknown', { detected: phrase('二进制数据', 'binary data') });
}

const maximumForeignShare = 0.1;
/** How much more of its Han must be frequent ones before Big5 is taken instead of the far more frequent GB18030. */
const big5Margin = 0.1;

function decodeLegacy(bytes: Uint8Array): Decoded | null {
  if (isBrokenUtf8(bytes))
    throw damaged(
      phrase('UTF-8 文本中有无效字节，可能被截断', 'invalid bytes in UTF-8 text; it may have been cut'),
    );
  const gb = decoded('gb18030', bytes);
  const big5 = decoded('big5', bytes);
  if (big5 && wordShare(big5.text) > (gb ? wordShare(gb.text) : 0) + big5Margin) return big5;
  // Shift-JIS often decodes as GB18030 without a fault, but then kana, Greek and Cyrillic letters lie among the Han.
  const foreign = gb?.text.match(/[\u0370-\u04ff\u3041-\u30fa]/g)?.length ?? 0;
  if (gb && foreign > gb.text.length * maximumForeignShare) throw new ReadFault('file-garbled');
  return gb;
}

/** Share of frequent Han and Chinese punctuation among what is not ASCII: near 1 in the right encoding, about a third in a wrong one. */
export function wordShare(text: string): number {
  const common = commonHan();
  let wide = 0;
  let words = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    wide++;
    if (common[code] === 1 || (code >= 0x3000 && code < 0x3020) || (code >= 0xff01 && code <= 0xff5e))
      words++;
  }
  return wide === 0 ? 0 : words / wide;
}

/** UTF-8 but for few bytes. In bytes of another encoding hardly three in a row make a Han character. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  const right = text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return right > wrong * 10;
}

const maximumControlShare = 0.05;

/**
 * A NUL never stands in a text; other control characters may, a few (form feeds, stray terminal codes). Those above ASCII,
 * if they come out of whole UTF-8 characters, are no binary data: a text was taken for Latin-1 and written as UTF-8 again,
 * and its quality is judged later.
 */
function looksBinary({ text, encoding }: Decoded): boolean {
  const highControls = encoding !== 'utf-8';
  let control = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return true;
    if ((code < 0x20 && (code < 0x09 || code > 0x0d)) || (highControls && code >= 0x7f && code < 0xa0))
      control++;
  }
  return control > text.length * maximumControlShare;
}
