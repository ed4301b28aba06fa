import { phrase } from '../../../domain/phrase.js';
import { limits } from '../limits.js';
import { damaged, tooLong } from '../reader.js';
import type { ByteReader } from './byte-reader.js';
import type { WordFile } from './information-block.js';

/** A run of characters that stand together in the file. Characters are numbered through the document, bytes in the stream. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly byteStart: number;
  /** Bytes a character: 1 for Windows-1252, 2 for UTF-16. */
  readonly width: 1 | 2;
  /** Properties that a quick save hung on the whole piece. */
  readonly properties: ByteReader | number | null;
}

const compressed = 0x40000000;

/** The document's characters in reading order: the piece table ([MS-DOC] 2.4.1). */
export function readPieces(file: WordFile): Piece[] {
  const clx = file.part('pieces');
  if (!clx) throw damaged(phrase('缺少文字的位置表', 'the table of its text is missing'));
  const grpprls: ByteReader[] = [];
  let at = 0;
  for (; clx.byte(at) === 1; at += 3 + clx.short(at + 1)) grpprls.push(clx.part(at + 3, clx.short(at + 1)));
  if (clx.byte(at) !== 2) throw damaged(phrase('文字的位置表有误', 'the table of its text is wrong'));
  const table = clx.part(at + 5, clx.long(at + 1));
  const count = Math.floor((table.length - 4) / 12);
  const pieces: Piece[] = [];
  let total = 0;
  for (let i = 0; i < count; i++) {
    const start = table.long(i * 4);
    const end = table.long(i * 4 + 4);
    const descriptor = (count + 1) * 4 + i * 8;
    const place = table.long(descriptor + 2);
    if (end <= start) continue;
    total += end - start;
    if (total > limits.characters * 2 || end > limits.characters * 4) throw tooLong();
    const isCompressed = (place & compressed) !== 0;
    const byteStart = isCompressed ? (place & 0x3fffffff) / 2 : place & 0x3fffffff;
    const prm = table.short(descriptor + 6);
    const properties = (prm & 1) === 1 ? (grpprls[prm >> 1] ?? null) : prm;
    pieces.push({ start, end, byteStart, width: isCompressed ? 1 : 2, properties });
  }
  return pieces.sort((a, b) => a.start - b.start);
}

const decoders = { 1: new TextDecoder('windows-1252'), 2: new TextDecoder('utf-16le') } as const;

/** The characters of a piece, one unit each. */
export function pieceText(file: WordFile, piece: Piece): string {
  const { bytes } = file.main.part(piece.byteStart, (piece.end - piece.start) * piece.width);
  return decoders[piece.width].decode(bytes);
}
