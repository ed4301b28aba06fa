import type { Span } from '../../domain/source-text.js';
import { foldCharacter, isBlank, isWide } from './characters.js';
import { goesOn, isPageNumber, type Joined, joined, wrapWidth } from './joining.js';
import { type Line, splitLines } from './lines.js';
import { type MappedText, MappedTextBuilder } from './mapped-text.js';

export interface Paragraph extends Span {
  readonly indent: number;
  /** A blank line or page break stands before it. */
  readonly gap: boolean;
  /** Its cells in clean offsets, for a flattened table row. */
  readonly cells: readonly Span[];
}

export interface NormalizedText {
  readonly clean: MappedText;
  /** In clean offsets; paragraphs are separated by one line feed. */
  readonly paragraphs: readonly Paragraph[];
}

/** A paragraph that later lines may still join: at most one at a time. */
interface OpenParagraph {
  readonly start: number;
  readonly first: Line;
  readonly last: Line;
  readonly joined: Joined;
}

/** Markdown and list ornaments at a line's beginning that carry no words. */
const ornament = /^(?:#{1,6}\s+|>\s*|[-*+•●◆■]\s+)+/;

/** Appends source[start,end) folded, without blanks inside Chinese and without Markdown emphasis. */
function appendRun(builder: MappedTextBuilder, source: string, start: number, end: number): void {
  let previous: string | undefined;
  let pendingBlank = -1;
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i);
    if (isBlank(code)) {
      if (pendingBlank < 0) pendingBlank = i;
      continue;
    }
    const c = source.charAt(i);
    if (c === '*' && (source.charAt(i + 1) === '*' || source.charAt(i - 1) === '*')) continue;
    if (pendingBlank >= 0) {
      // A blank is a word boundary between Latin words only: beside Chinese or digits it is a scanner's or a typist's.
      const before = previous?.charCodeAt(0) ?? 0x3000;
      const latin = (x: number) => (x >= 0x41 && x <= 0x5a) || (x >= 0x61 && x <= 0x7a);
      if (
        !isWide(before) &&
        !isWide(code) &&
        (latin(before) ||
          latin(code) ||
          (isNumeric(before) && isNumeric(code) && !tornNumber(source, i, end)))
      )
        builder.push(' ', pendingBlank);
      pendingBlank = -1;
    }
    const folded = foldCharacter(c, previous, source.charAt(i + 1));
    builder.push(folded, i);
    previous = folded;
  }
}

const isNumeric = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** 2 0 日: single digits that recognition tore apart, before a word that wants a number. */
function tornNumber(source: string, at: number, end: number): boolean {
  return (
    /^\d(?: \d)* ?[年月日%％号]/.test(source.slice(at, Math.min(end, at + 10))) &&
    /(?:^|\D)\d(?: \d)* +$/.test(source.slice(Math.max(0, at - 10), at))
  );
}

function cellSpans(source: string, line: Line, append: (start: number, end: number) => Span): Span[] {
  const cells: Span[] = [];
  let from = line.start;
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && source.charAt(i) !== '\t') continue;
    cells.push(append(from, i));
    from = i + 1;
  }
  return cells;
}

/**
 * The copy that analysis works on: lines that a page's width broke are joined, blanks inside Chinese and page numbers are gone,
 * full-width forms are folded. Every character knows its place in the source.
 */
export function normalize(source: string): NormalizedText {
  const all = splitLines(source);
  const lines = all.filter((line) => !isPageNumber(source.slice(line.start, line.end)));
  const width = wrapWidth(lines);
  const builder = new MappedTextBuilder(source.length);
  const paragraphs: Paragraph[] = [];
  const open: OpenParagraph[] = [];

  const close = () => {
    const done = open.pop();
    if (!done || builder.length === done.start) return;
    paragraphs.push({
      start: done.start,
      end: builder.length,
      indent: done.first.indent,
      gap: done.first.gap,
      cells: [],
    });
    builder.push('\n', done.last.end);
  };

  for (const line of lines) {
    const raw = source.slice(line.start, line.end);
    const skip = ornament.exec(raw)?.[0].length ?? 0;
    if (line.cells) {
      close();
      const start = builder.length;
      const cells = cellSpans(source, line, (from, to) => {
        if (builder.length > start) builder.push('\t', from - 1);
        const cellStart = builder.length;
        appendRun(builder, source, from, to);
        return { start: cellStart, end: builder.length };
      });
      paragraphs.push({ start, end: builder.length, indent: 0, gap: line.gap, cells });
      builder.push('\n', line.end);
      continue;
    }
    const current = open[0];
    if (current && skip === 0 && goesOn(current.joined, current.last, line, raw, width)) {
      // Latin words broken over two lines keep a blank between them.
      if (/^[A-Za-z]/.test(raw) && /[A-Za-z]$/.test(current.joined.tail)) builder.push(' ', current.last.end);
      appendRun(builder, source, line.start, line.end);
      open[0] = { ...current, last: line, joined: joined(current.joined, raw) };
    } else {
      close();
      open[0] = { start: builder.length, first: line, last: line, joined: joined(null, raw.slice(skip)) };
      appendRun(builder, source, line.start + skip, line.end);
    }
  }
  close();
  return { clean: builder.build(source.length), paragraphs };
}
