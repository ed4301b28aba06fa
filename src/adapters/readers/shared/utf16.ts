import { commonHan } from './common-han.js';

const sampleBytes = 64 * 1024;
/** Share of units that a text in the right byte order has of what Chinese and Latin texts are made of. */
const minimumShare = 0.85;
/** Fewer could be frequent Han by chance, whatever they are. */
const leastBytesWithoutZero = 16;

function isOfTexts(unit: number, common: Uint8Array): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    unit === 0x09 ||
    unit === 0x0a ||
    unit === 0x0c ||
    unit === 0x0d ||
    unit === 0xa0 ||
    (unit >= 0x2010 && unit <= 0x2030) ||
    (unit >= 0x3000 && unit < 0x3020) ||
    (unit >= 0xff01 && unit <= 0xff5e) ||
    common[unit] === 1
  );
}

function share(bytes: Uint8Array, highFirst: boolean): number {
  const common = commonHan();
  const units = Math.floor(Math.min(bytes.length, sampleBytes) / 2);
  let right = 0;
  for (let i = 0; i < units; i++) {
    const a = bytes[i * 2] ?? 0;
    const b = bytes[i * 2 + 1] ?? 0;
    if (isOfTexts(highFirst ? (a << 8) | b : (b << 8) | a, common)) right++;
  }
  return right / units;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The byte order of UTF-16 without a mark; null for what is not UTF-16. Latin letters and line ends have a zero byte,
 * which no other encoding has; a text of nothing but Chinese shows by its characters being frequent ones.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 2 || bytes.length % 2 === 1) return null;
  if (bytes.indexOf(0) < 0 && (bytes.length < leastBytesWithoutZero || isUtf8(bytes))) return null;
  const little = share(bytes, false);
  const big = share(bytes, true);
  if (Math.max(little, big) < minimumShare || little === big) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}
