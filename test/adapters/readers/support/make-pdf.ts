/** A piece of a page: text at a place, in points from the lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Quarter turns against the clock. */
  readonly turned?: number;
}

export interface PdfOptions {
  /** A font that is not embedded and has only a predefined map, as many Chinese PDFs have it. */
  readonly encoding?: 'UniGB-UCS2-H' | 'GBK-EUC-H' | 'WinAnsiEncoding';
  /** Text as bytes of the encoding, for encodings that JavaScript cannot write. */
  readonly encode?: (text: string) => Uint8Array;
  readonly rotate?: number;
  /** Operators that draw something on a page, from 0, besides its text. */
  readonly drawn?: (page: number) => string;
  /** More entries of every page: /CropBox … */
  readonly entries?: string;
  readonly flate?: (bytes: Uint8Array) => Uint8Array;
}

const ucs2 = (text: string) =>
  Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255]));
const latin = (text: string) => Buffer.from(text, 'latin1');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Lines from the top of an A4 page, 20 points apart. */
export const linesOf = (...texts: string[]): Piece[] =>
  texts.map((text, i) => ({ text, x: 72, y: 760 - i * 20 }));

function content(pieces: readonly Piece[], encode: (text: string) => Uint8Array): string {
  return pieces
    .map(({ text, x, y, size = 12, turned = 0 }) => {
      const [cos, sin] = [[1, 0, -1, 0][turned] ?? 1, [0, 1, 0, -1][turned] ?? 0];
      return `BT /F1 ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${y} Tm <${hex(encode(text))}> Tj ET`;
    })
    .join('\n');
}

const cidFont = (encoding: string) =>
  `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>`;
const latinFont =
  '<</Type/Font/Subtype/TrueType/BaseFont/FangSong/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 32/Widths[500]>>';

/** Writes a PDF by hand: small, without a font of its own, every byte known. */
export function makePdf(pages: readonly (readonly Piece[])[], options: PdfOptions = {}): Uint8Array {
  const encoding = options.encoding ?? 'UniGB-UCS2-H';
  const encode = options.encode ?? (encoding === 'UniGB-UCS2-H' ? ucs2 : latin);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '',
    encoding === 'WinAnsiEncoding' ? latinFont : cidFont(encoding),
  ];
  const kids: string[] = [];
  for (const [page, pieces] of pages.entries()) {
    const drawn = `${options.drawn?.(page) ?? ''}\n`;
    const raw = Buffer.from(drawn + content(pieces, encode), 'latin1');
    const packed = options.flate?.(raw);
    const stream = Buffer.from(packed ?? raw).toString('latin1');
    objects.push(
      `<</Length ${stream.length}${packed ? '/Filter/FlateDecode' : ''}>>\nstream\n${stream}\nendstream`,
    );
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${options.rotate ?? 0}${options.entries ?? ''}/Resources<</Font<</F1 3 0 R>>>>/Contents ${objects.length} 0 R>>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]>>`;
  return assemblePdf(objects);
}

/** Numbers the objects from 1 (the catalogue) and adds the cross-reference table. */
export function assemblePdf(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
