import { ReadFault } from './reader.js';
import { decodeText } from './shared/decode.js';
import { findDelimiter } from './shared/delimited.js';

const sampleBytes = 64 * 1024;

/** Whether a text is a table with separators. Bytes that are no text are none; its own reader says what they are. */
export function looksDelimited(bytes: Uint8Array): boolean {
  const end = bytes.length > sampleBytes ? bytes.lastIndexOf(0x0a, sampleBytes) : bytes.length;
  if (end <= 0) return false;
  try {
    // A line feed of UTF-16 is two bytes, of which the cut may part one off.
    return findDelimiter(decodeText(bytes.subarray(0, end - (end % 2))).text) !== null;
  } catch (thrown) {
    if (thrown instanceof ReadFault) return false;
    throw thrown;
  }
}
