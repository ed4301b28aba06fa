import { ReadFault } from './reader.js';
import { decodeText } from './shared/decode.js';
import { findDelimiter } from './shared/delimited.js';

const sampleBytes = 64 * 1024;
const lineFeed = 0x0a;

/** Whether a text is a table with separators. Bytes that are no text are none; its own reader says what they are. */
export function looksDelimited(bytes: Uint8Array): boolean {
  const cut = bytes.length > sampleBytes ? bytes.lastIndexOf(lineFeed, sampleBytes) + 1 : bytes.length;
  if (cut === 0) return false;
  try {
    // A line feed of UTF-16 is two bytes long.
    const sample = bytes.subarray(0, cut + (cut % 2));
    const isWide = sample.indexOf(0) >= 0;
    return findDelimiter(decodeText(isWide ? sample : bytes.subarray(0, cut)).text) !== null;
  } catch (thrown) {
    if (thrown instanceof ReadFault) return false;
    throw thrown;
  }
}
