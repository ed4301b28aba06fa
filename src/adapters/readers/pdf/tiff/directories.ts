import { phrase } from '../../../../domain/phrase.js';
import { damaged } from '../../reader.js';
import { checkPages } from '../../shared/layout/judged-pages.js';

/** One picture of a TIFF (TIFF 6.0, section 2): its fields by tag. */
export interface TiffDirectory {
  /** The values of a field; empty where there is none. */
  numbers(tag: number): readonly number[];
  /** A field of bytes as it is. */
  bytes(tag: number): Uint8Array | null;
}

/** Bytes of a value by its type: BYTE, ASCII, SHORT, LONG, RATIONAL and, for bytes of any kind, UNDEFINED. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
/** Strips of a page: more are no scan. */
const mostValues = 200_000;

/** The pictures of a file in order; a list that comes back on itself ends there. Throws `file-damaged`. */
export function tiffDirectories(bytes: Uint8Array): TiffDirectory[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const directories: TiffDirectory[] = [];
  const seen = new Set<number>();
  try {
    for (let at = view.getUint32(4, little); at !== 0 && !seen.has(at); ) {
      seen.add(at);
      checkPages(seen.size);
      const count = view.getUint16(at, little);
      directories.push(directoryAt(view, bytes, at, count, little));
      at = view.getUint32(at + 2 + count * 12, little);
    }
  } catch (thrown) {
    // What was found before a list that is cut is worth reading.
    if (!(thrown instanceof RangeError)) throw thrown;
  }
  if (directories.length === 0)
    throw damaged(phrase('图片（TIFF）不完整', 'the picture (TIFF) is incomplete'));
  return directories;
}

function directoryAt(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  count: number,
  little: boolean,
): TiffDirectory {
  const fields = new Map<number, { type: number; count: number; from: number }>();
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + i * 12;
    const type = view.getUint16(entry + 2, little);
    const values = view.getUint32(entry + 4, little);
    const length = values * (sizes[type] ?? 0);
    if (length === 0 || values > mostValues) continue;
    const from = length <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
    if (from + length <= bytes.length)
      fields.set(view.getUint16(entry, little), { type, count: values, from });
  }
  return {
    numbers(tag) {
      const field = fields.get(tag);
      if (!field) return [];
      const { type, from } = field;
      return Array.from({ length: field.count }, (_v, i) => {
        const place = from + i * (sizes[type] ?? 1);
        if (type === 3) return view.getUint16(place, little);
        if (type === 4) return view.getUint32(place, little);
        if (type === 5) return view.getUint32(place, little) / (view.getUint32(place + 4, little) || 1);
        return view.getUint8(place);
      });
    },
    bytes(tag) {
      const field = fields.get(tag);
      return field ? bytes.subarray(field.from, field.from + field.count * (sizes[field.type] ?? 1)) : null;
    },
  };
}
