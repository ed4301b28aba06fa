import { phrase } from '../../../../domain/phrase.js';
import { damaged } from '../../reader.js';
import { checkPictureSize, workingScale } from '../../shared/recognition/image/picture-size.js';
import { drawnDotsPerInch } from '../pdf-pages.js';
import { type TiffDirectory, tiffDirectories } from './directories.js';
import { type PdfStrip, stripsOf, tiffSize, turnOf } from './strips.js';

/** A TIFF as a PDF of its pictures, and by page how many pixels of the upright picture a point is, across and down. */
export interface WrappedTiff {
  readonly pdf: Uint8Array;
  readonly pixels: readonly (readonly [across: number, down: number])[];
  /** Pages, from 1, whose picture is of a kind that PDF has not: they are empty. */
  readonly unread: ReadonlySet<number>;
}

const newSubfileType = 254;
const resolution = { across: 282, down: 283 } as const;

/**
 * The pictures of a TIFF as pages of a PDF, still packed: most that packs pictures in a TIFF PDF has a filter for, and the others' pages are empty. A page
 * is as large as it has to be for recognition to see it well. Throws `file-damaged`, `file-unpacked-too-large`.
 */
export function tiffAsPdf(bytes: Uint8Array): WrappedTiff {
  // Small copies of pages (reduced resolution) are no pages.
  const pictures = tiffDirectories(bytes).filter(
    (picture) => ((picture.numbers(newSubfileType)[0] ?? 0) & 1) === 0,
  );
  const pixels: [number, number][] = [];
  const objects: Buffer[] = [Buffer.from('<</Type/Catalog/Pages 2 0 R>>'), Buffer.alloc(0)];
  const add = (object: string | Buffer) => objects.push(Buffer.from(object as string, 'latin1'));
  const kids: number[] = [];
  const unread = new Set<number>();
  for (const picture of pictures) {
    const size = tiffSize(picture);
    checkPictureSize(size);
    if (!size) continue;
    const strips = stripsOf(picture, bytes) ?? [];
    const across = (workingScale(size) * 72) / drawnDotsPerInch;
    const down = across * stretch(picture);
    const turn = turnOf(picture);
    pixels.push(turn % 180 === 0 ? [1 / across, 1 / down] : [1 / down, 1 / across]);
    if (strips.length === 0) unread.add(pixels.length);
    const tint = strips[0]?.colours.tint;
    if (tint) add(streamOf(tint.entries, Buffer.from(tint.program)));
    const tintObject = objects.length;
    const first = objects.length + 1;
    for (const strip of strips) add(pictureObject(strip, tintObject));
    add(streamOf('', Buffer.from(drawn(strips, size.height, across, down), 'latin1')));
    const names = strips.map((_strip, i) => `/I${i} ${first + i} 0 R`).join('');
    const box = `[0 0 ${size.width * across} ${size.height * down}]`;
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox${box}/Rotate ${turn}/Resources<</XObject<<${names}>>>>/Contents ${objects.length} 0 R>>`,
    );
    kids.push(objects.length);
  }
  if (kids.length === unread.size)
    throw damaged(
      phrase(
        '图片（TIFF）的压缩或颜色方式不支持',
        'the picture (TIFF) is packed or coloured in an unknown way',
      ),
    );
  objects[1] = Buffer.from(
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`,
  );
  return { pdf: assembled(objects), pixels, unread };
}

/** Faxes have fewer lines down than across. */
function stretch(picture: TiffDirectory): number {
  const [across = 0, down = 0] = [picture.numbers(resolution.across)[0], picture.numbers(resolution.down)[0]];
  const ratio = across / down;
  return ratio > 0.3 && ratio < 3 ? ratio : 1;
}

const drawn = (strips: readonly PdfStrip[], height: number, across: number, down: number): string =>
  strips
    .map(({ x, y, width, height: rows }, i) => {
      const bottom = (height - y - rows) * down;
      return `q ${width * across} 0 0 ${rows * down} ${x * across} ${bottom} cm /I${i} Do Q`;
    })
    .join('\n');

const pictureObject = ({ dictionary, colours, data }: PdfStrip, tint: number): Buffer =>
  streamOf(`/Type/XObject/Subtype/Image/ColorSpace${colours.space(tint)}${dictionary}`, Buffer.from(data));

const streamOf = (entries: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${entries}/Length ${data.length}>>\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream', 'latin1'),
  ]);

function assembled(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const put = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(at);
    put(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  put(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
