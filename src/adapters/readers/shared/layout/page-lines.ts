import type { Box, PlacedText } from './placed-text.js';

/** A word of a line that was recognised from a picture: its place in the line, and how sure that is, 0 to 100. */
export interface LineWord {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** A printed line. */
export interface PageLine {
  readonly text: string;
  readonly box: Box;
  /** Where it was recognised from a picture. */
  readonly words?: readonly LineWord[];
}

/** A line while pieces are added to it. */
export interface OpenLine {
  readonly direction: number;
  readonly across: number;
  size: number;
  readonly from: number;
  to: number;
  readonly pieces: PlacedText[];
}

/** Shares of the type size. */
const sameLine = 0.5;
const stepBack = 1;
const doubled = 0.15;
/** From this gap on the pieces are cells of a row, or a name at the other end of the line. */
const cellGap = 2.5;
const blankGap = 0.25;

/** Gathers pieces into lines in the order in which the file draws them. */
export function gatherLines(pieces: readonly PlacedText[]): OpenLine[] {
  const lines: OpenLine[] = [];
  let line: OpenLine | undefined;
  for (const piece of pieces) {
    if (line && isRedrawn(line, piece)) redraw(line, piece);
    else if (line && joins(line, piece)) append(line, piece);
    else if (!piece.isGap) {
      line = { ...piece, pieces: [piece] };
      lines.push(line);
    }
  }
  return lines;
}

/** Joins neighbours that stand on one base line: the file drew them apart, the reader sees a row. */
export function joinRows(lines: readonly OpenLine[]): OpenLine[] {
  const rows: OpenLine[] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (
      row &&
      row.direction === line.direction &&
      onSameLine(row, line) &&
      line.from >= row.to - row.size * 0.2
    ) {
      for (const piece of line.pieces) append(row, piece);
    } else rows.push({ ...line, pieces: [...line.pieces] });
  }
  return rows;
}

/** Text and box of a line. */
export function finishLine(line: OpenLine): PageLine {
  let text = '';
  let previous: PlacedText | undefined;
  let gap = false;
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const piece of line.pieces) {
    if (piece.isGap) {
      gap = true;
      continue;
    }
    text += previous ? between(previous, piece, gap) + piece.text : piece.text;
    previous = piece;
    gap = false;
    box[0] = Math.min(box[0], piece.box[0]);
    box[1] = Math.min(box[1], piece.box[1]);
    box[2] = Math.max(box[2], piece.box[2]);
    box[3] = Math.max(box[3], piece.box[3]);
  }
  return { text: text.replace(/[\r\n\f\0]/g, ' '), box };
}

const han = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** What stands between two pieces. Beside Han characters a narrow gap is the type-setter's, not a blank. */
function between(left: PlacedText, right: PlacedText, gapSeen: boolean): string {
  const width = (right.from - left.to) / Math.max(left.size, right.size);
  if (/\s$/.test(left.text) || /^\s/.test(right.text)) return width > cellGap ? '\t' : '';
  if (width > cellGap) return '\t';
  const hans = [left.text.at(-1), right.text[0]].filter((char) => han.test(char ?? '')).length;
  if (hans > 0) return width > (hans === 2 ? 0.6 : 0.35) ? ' ' : '';
  return gapSeen || width > blankGap ? ' ' : '';
}

function joins(line: OpenLine, piece: PlacedText): boolean {
  if (line.direction !== piece.direction || !onSameLine(line, piece)) return false;
  return piece.from >= line.to - stepBack * Math.max(line.size, piece.size);
}

function onSameLine(line: OpenLine, other: { across: number; size: number }): boolean {
  return Math.abs(line.across - other.across) <= sameLine * Math.max(line.size, other.size);
}

/** Bold made by drawing the same text twice, a hair apart: the second may run on into what follows. */
function isRedrawn(line: OpenLine, piece: PlacedText): boolean {
  const last = line.pieces.at(-1);
  if (!last || last.isGap || piece.isGap || last.direction !== piece.direction) return false;
  const near = doubled * piece.size;
  if (Math.abs(last.from - piece.from) > near || Math.abs(last.across - piece.across) > near) return false;
  return piece.text.startsWith(last.text) || last.text.startsWith(piece.text);
}

function redraw(line: OpenLine, piece: PlacedText): void {
  const last = line.pieces.at(-1);
  if (!last || last.text.length >= piece.text.length) return;
  line.pieces.pop();
  append(line, piece);
}

function append(line: OpenLine, piece: PlacedText): void {
  line.pieces.push(piece);
  if (piece.isGap) return;
  line.to = Math.max(line.to, piece.to);
  line.size = Math.max(line.size, piece.size);
}
