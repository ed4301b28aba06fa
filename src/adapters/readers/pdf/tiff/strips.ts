import { type ColourFunction, withoutAlpha } from './alpha.js';
import type { TiffDirectory } from './directories.js';

/** A picture of a page as PDF has it: where it stands, in pixels from the upper left corner, its dictionary and its bytes. */
export interface PdfStrip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of its entries all but /ColorSpace. */
  readonly dictionary: string;
  readonly colours: Colours;
  readonly data: Uint8Array;
}

/** A colour space of PDF, and the function that one with an alpha sample needs. */
interface Colours {
  /** Written with the number of the function's object. */
  readonly space: (tint: number) => string;
  readonly decode: string;
  readonly tint: ColourFunction | null;
}

/** Fields of TIFF 6.0 and its technical notes. */
const tag = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  planes: 284,
  faxOptions: 292,
  predictor: 317,
  colours: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  extraSamples: 338,
  jpegTables: 347,
} as const;

const [huffman, fax3, fax4, lzw, jpeg, deflate, packBits, oldDeflate] = [2, 3, 4, 5, 7, 8, 32773, 32946];
const fax: ReadonlySet<number> = new Set([huffman, fax3, fax4]);
const whiteIsZero = 0;

/** Width and height of a picture; null where it does not say. */
export function tiffSize(picture: TiffDirectory): { width: number; height: number } | null {
  const [width, height] = [picture.numbers(tag.width)[0], picture.numbers(tag.height)[0]];
  return width && height ? { width, height } : null;
}

/** By how much the clock has to turn a picture to be upright, in degrees; mirrored ones stay as they are. */
export const turnOf = (picture: TiffDirectory): number =>
  ({ 3: 180, 6: 90, 8: 270 })[picture.numbers(tag.orientation)[0] ?? 1] ?? 0;

/** Bits of a sample that PDF has. */
const knownBits: ReadonlySet<number> = new Set([1, 2, 4, 8, 16]);

/** The strips or tiles of a picture, each with the filter of PDF that unpacks it; null for a kind that PDF has not. */
export function stripsOf(picture: TiffDirectory, file: Uint8Array): PdfStrip[] | null {
  const one = (field: number, otherwise: number) => picture.numbers(field)[0] ?? otherwise;
  const size = tiffSize(picture);
  const colours = coloursOf(picture);
  const compression = one(tag.compression, 1);
  if (!size || colours === null || (one(tag.planes, 1) !== 1 && one(tag.samples, 1) > 1)) return null;
  const bits = one(tag.bits, 1);
  // PDF has the upper byte of a sample first.
  const isSwapped = bits === 16 && file[0] === 0x49;
  if (!knownBits.has(bits) || (isSwapped && compression !== 1)) return null;
  const isTiled = picture.numbers(tag.tileOffsets).length > 0;
  const width = isTiled ? one(tag.tileWidth, size.width) : size.width;
  const height = isTiled
    ? one(tag.tileHeight, size.height)
    : Math.min(one(tag.rowsPerStrip, size.height), size.height);
  if (width < 1 || height < 1) return null;
  const offsets = picture.numbers(isTiled ? tag.tileOffsets : tag.stripOffsets);
  const lengths = picture.numbers(isTiled ? tag.tileBytes : tag.stripBytes);
  const across = Math.ceil(size.width / width);
  const strips: PdfStrip[] = [];
  for (const [i, offset] of offsets.entries()) {
    const [x, y] = [(i % across) * width, Math.floor(i / across) * height];
    if (y >= size.height) break;
    const rows = isTiled ? height : Math.min(height, size.height - y);
    const filter = filterOf(picture, compression, width, rows);
    if (filter === null) return null;
    const raw = file.subarray(offset, offset + (lengths[i] ?? file.length));
    const data = isSwapped ? swapped(raw) : dataOf(picture, compression, raw);
    const dictionary = `/Width ${width}/Height ${rows}/BitsPerComponent ${bits}${colours.decode}${filter}`;
    strips.push({ x, y, width, height: rows, dictionary, colours, data });
  }
  return strips.length === 0 ? null : strips;
}

/** The colours of a picture in PDF's words; null for a kind that PDF has not. */
function coloursOf(picture: TiffDirectory): Colours | null {
  const photometric = picture.numbers(tag.photometric)[0] ?? whiteIsZero;
  const [samples, bits] = [picture.numbers(tag.samples)[0] ?? 1, picture.numbers(tag.bits)[0] ?? 1];
  const compression = picture.numbers(tag.compression)[0] ?? 1;
  const decode = photometric === whiteIsZero && !fax.has(compression) ? '/Decode[1 0]' : '';
  if (photometric <= 1 && samples === 1) return plain('/DeviceGray', decode);
  if (photometric === 6 && compression === jpeg) return plain('/DeviceRGB');
  if (photometric === 2 && samples === 3) return plain('/DeviceRGB');
  const alpha = picture.numbers(tag.extraSamples)[0] ?? 0;
  if (photometric === 1 && samples === 2) return { ...withoutAlpha('/DeviceGray', 1, alpha), decode: '' };
  if (photometric === 2 && samples === 4) return { ...withoutAlpha('/DeviceRGB', 3, alpha), decode: '' };
  if (photometric === 5 && samples === 4) return plain('/DeviceCMYK');
  if (photometric !== 3 || samples !== 1 || bits > 8) return null;
  const table = picture.numbers(tag.colours);
  const count = 2 ** bits;
  if (table.length < count * 3) return null;
  const channel = (value: number | undefined) => ((value ?? 0) >> 8).toString(16).padStart(2, '0');
  const palette = Array.from({ length: count }, (_v, i) =>
    [table[i], table[i + count], table[i + 2 * count]].map(channel).join(''),
  );
  return plain(`[/Indexed/DeviceRGB ${count - 1}<${palette.join('')}>]`);
}

const plain = (space: string, decode = ''): Colours => ({ space: () => space, decode, tint: null });

/** The filter that unpacks a strip; empty for none, null for one that PDF has not. */
function filterOf(picture: TiffDirectory, compression: number, width: number, rows: number): string | null {
  const one = (field: number, otherwise: number) => picture.numbers(field)[0] ?? otherwise;
  const predictor =
    one(tag.predictor, 1) === 2
      ? `/DecodeParms<</Predictor 2/Colors ${one(tag.samples, 1)}/BitsPerComponent ${one(tag.bits, 1)}/Columns ${width}>>`
      : '';
  const blackIsOne = one(tag.photometric, whiteIsZero) === whiteIsZero ? 'false' : 'true';
  const ofFax = (parameters: string) =>
    `/Filter/CCITTFaxDecode/DecodeParms<<${parameters}/Columns ${width}/Rows ${rows}/BlackIs1 ${blackIsOne}>>`;
  const options = one(tag.faxOptions, 0);
  switch (compression) {
    case 1:
      return '';
    case huffman:
      return ofFax('/K 0/EncodedByteAlign true');
    case fax3:
      return ofFax(`/K ${options & 1}${options & 4 ? '/EncodedByteAlign true' : ''}`);
    case fax4:
      return ofFax('/K -1');
    case lzw:
      return `/Filter/LZWDecode${predictor}`;
    case jpeg:
      return '/Filter/DCTDecode';
    case deflate:
    case oldDeflate:
      return `/Filter/FlateDecode${predictor}`;
    case packBits:
      return '/Filter/RunLengthDecode';
    default:
      return null;
  }
}

/** The bytes of a strip as PDF has them: JPEG with its tables, bits in PDF's order. */
function dataOf(picture: TiffDirectory, compression: number, raw: Uint8Array): Uint8Array {
  const tables = compression === jpeg ? picture.bytes(tag.jpegTables) : null;
  if (tables && tables.length > 4) return Buffer.concat([tables.subarray(0, -2), raw.subarray(2)]);
  const isReversed = (picture.numbers(tag.fillOrder)[0] ?? 1) === 2 && compression !== jpeg;
  return isReversed ? raw.map(reversed) : raw;
}

const swapped = (raw: Uint8Array): Uint8Array =>
  Buffer.from(raw.subarray(0, raw.length - (raw.length % 2))).swap16();

const reversed = (byte: number): number => {
  let [rest, result] = [byte, 0];
  for (let i = 0; i < 8; i++) {
    result = (result << 1) | (rest & 1);
    rest >>= 1;
  }
  return result;
};
