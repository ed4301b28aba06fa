import type { SourceText, Span, Table } from '../../domain/source-text.js';
import { foldCharacter, isBlank, isPlain, isWide, thousandsEnd } from './characters.js';
import { withIndicatorTables } from './indicator-rows.js';
import { type Joined, joined } from './joined.js';
import { columnsOf, goesOn, goesOnInCell, wrapWidth } from './joining.js';
import { type Line, splitLines } from './lines.js';
import { type MappedText, MappedTextBuilder } from './mapped-text.js';
import { pageMarks } from './page-marks.js';
import { withPrintedPlaces } from './printed-places.js';
import { withRunOnTasks } from './run-on-tasks.js';
import { withParagraphs } from './run-together/run-together.js';
import { withShiftedRows } from './shifted-rows.js';
import { isTableRow, linesAndRows, type TableRow } from './table-rows.js';
import { withVerticalRows } from './vertical-rows.js';
import { withVerticalTasks } from './vertical-tasks.js';

export interface Paragraph extends Span {
  readonly indent: number;
  /** A blank line or page break stands before it. */
  readonly gap: boolean;
  /** Its cells in clean offsets, for a table row: by column where the reader knows the table, else in the order written. */
  readonly cells: readonly Span[];
  /** By column, the cell of this row or one above it that reaches in; empty where the reader does not know the table. */
  readonly merged: readonly (Span | null)[];
  /** Index of the table that it stands in, or null. */
  readonly table: number | null;
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
const ornament = /^(?:#{1,6}\s+|>\s*|[-*+]\s+|[•●◆■★▲►▪]\s*)+/;

/** Appends source[start,end) folded, without blanks inside Chinese and without Markdown emphasis. */
function appendRun(builder: MappedTextBuilder, source: string, start: number, end: number): void {
  let previous: string | undefined;
  let pendingBlank = -1;
  let thousands = -1;
  for (let i = start; i < end; i++) {
    const code = source.charCodeAt(i);
    if (isBlank(code)) {
      if (pendingBlank < 0) pendingBlank = i;
      continue;
    }
    if (pendingBlank < 0 && isPlain[code]) {
      const from = i;
      while (i + 1 < end && isPlain[source.charCodeAt(i + 1)]) i++;
      builder.pushRun(source, from, i + 1);
      previous = source.charAt(i);
      continue;
    }
    let c = source.charAt(i);
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
          (isNumeric(before) &&
            isNumeric(code) &&
            !tornNumber(source, i, end) &&
            !groupedNumber(source, i, end)))
      )
        builder.push(' ', pendingBlank);
      pendingBlank = -1;
    }
    // “蒙速办": typed marks of both kinds make a pair all the same.
    if (c === '"' || c === '＂') c = builder.quoted ? '”' : '“';
    if (c === '“' || c === '”') builder.quoted = c === '“';
    if (c === '，' && i > thousands) thousands = thousandsEnd(source, i);
    const folded = i < thousands && c === '，' ? ',' : foldCharacter(c, previous, source.charAt(i + 1));
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

/** 2 870人: a blank parts the thousands. */
function groupedNumber(source: string, at: number, end: number): boolean {
  return (
    /^\d{3}(?: \d{3})*\s?(?![\d年月日号.])[\u4e00-\u9fff%]/.test(source.slice(at, Math.min(end, at + 14))) &&
    /(?:^|[^\d.])\d{1,3}(?: \d{3})* $/.test(source.slice(Math.max(0, at - 10), at))
  );
}

function cellSpans(source: string, line: Line, append: (start: number, end: number) => Span): Span[] {
  const cells: Span[] = [];
  let from = line.start;
  const { cells: separator } = line;
  // | a | b |: the outer bars part nothing.
  let end = line.end;
  if (separator === '|' || separator === '│') {
    if (source.charAt(from) === separator) from++;
    if (source.charAt(end - 1) === separator) end--;
  }
  for (let i = from; i <= end; i++) {
    const parts = separator === ' ' ? isBlank(source.charCodeAt(i)) : source.charAt(i) === separator;
    if (i < end && !parts) continue;
    if (separator !== ' ' || i > from) cells.push(append(from, i));
    from = i + 1;
  }
  return cells;
}

/** A table's drawn border: no words. */
const border = /^[\s|:┌┐└┘├┤┬┴┼─━═╔╗╚╝╠╣╦╩╬│-]*[|┌└├┼─━═╔╚╠-]{3,}[\s|:┌┐└┘├┤┬┴┼─━═╔╗╚╝╠╣╦╩╬│-]*$/;

/** Appends a cell. Lines that its author parted stay apart, by a tab as between cells: 1.新建5所 and 2.改造3所 are two things. */
function appendCell(builder: MappedTextBuilder, source: string, cell: Span): void {
  let before = '';
  let at = cell.start;
  for (const line of source.slice(cell.start, cell.end).split(/[\n\f\r]/)) {
    const words = line.replace(ornament, '').trim();
    if (words !== '') {
      if (before !== '' && !goesOnInCell(before, words)) builder.push('\t', at - 1);
      appendRun(builder, source, at + (ornament.exec(line)?.[0].length ?? 0), at + line.length);
      before = words;
    }
    at += line.length + 1;
  }
}

/** Appends a table's row; `places` knows the clean place of each cell before it by its source start. */
function appendRow(
  builder: MappedTextBuilder,
  source: string,
  row: TableRow,
  places: Map<number, Span>,
): Pick<Paragraph, 'cells' | 'merged'> {
  let last = row.start;
  const cells = row.cells.map((cell, column): Span => {
    if (column > 0) builder.push('\t', Math.min(last, source.length - 1));
    const start = builder.length;
    if (cell) {
      appendCell(builder, source, cell);
      last = cell.end;
    }
    const place = { start, end: builder.length };
    if (cell && place.end > place.start) places.set(cell.start, place);
    return place;
  });
  return { cells, merged: row.merged.map((cell) => (cell && places.get(cell.start)) ?? null) };
}

/**
 * The copy that analysis works on: lines that a page's width broke are joined, blanks inside Chinese and page numbers are gone,
 * full-width forms are folded. Every character knows its place in the source.
 */
export function normalize(
  source: string,
  tables: readonly Table[] = [],
  printed: SourceText['lines'] = [],
): NormalizedText {
  const placed = linesAndRows(source, withPrintedPlaces(splitLines(source), printed), tables);
  const all = withIndicatorTables(
    source,
    withVerticalRows(
      source,
      withVerticalTasks(
        source,
        withShiftedRows(source, withParagraphs(source, withRunOnTasks(source, placed))),
      ),
    ),
  );
  const isPageMark = pageMarks(
    all.map((line) =>
      isTableRow(line)
        ? null
        : { words: source.slice(line.start, Math.min(line.end, line.start + 17)), gap: line.gap },
    ),
  );
  const lines = all.filter((_line, index) => !isPageMark(index));
  const width = wrapWidth(
    source,
    lines.flatMap((line) => (isTableRow(line) ? [] : [line])),
  );
  const places = new Map<number, Span>();
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
      merged: [],
      table: done.first.table,
    });
    builder.push('\n', done.last.end);
    builder.quoted = false;
  };

  for (const line of lines) {
    if (isTableRow(line)) {
      close();
      const start = builder.length;
      const row = appendRow(builder, source, line, places);
      paragraphs.push({ ...row, start, end: builder.length, indent: 0, gap: false, table: line.table });
      builder.push('\n', line.end);
      continue;
    }
    const raw = source.slice(line.start, line.end);
    if (border.test(raw)) {
      close();
      continue;
    }
    const skip = ornament.exec(raw)?.[0].length ?? 0;
    if (line.cells) {
      close();
      if (border.test(raw)) continue;
      const start = builder.length;
      const cells = cellSpans(source, line, (from, to) => {
        if (builder.length > start) builder.push('\t', Math.max(line.start, from - 1));
        const cellStart = builder.length;
        appendRun(builder, source, from, to);
        return { start: cellStart, end: builder.length };
      });
      const rest = { gap: line.gap, table: line.table };
      paragraphs.push({ start, end: builder.length, indent: 0, cells, merged: [], ...rest });
      builder.push('\n', line.end);
      continue;
    }
    const current = open[0];
    const reach = current ? columnsOf(source, current.last) : 0;
    if (current && skip === 0 && goesOn(current.joined, current.last, line, raw, width, reach)) {
      // Latin words broken over two lines keep a blank between them.
      if (/^[A-Za-z]/.test(raw) && /[A-Za-z]$/.test(current.joined.tail)) builder.push(' ', current.last.end);
      appendRun(builder, source, line.start, line.end);
      open[0] = { ...current, last: line, joined: joined(current.joined, raw) };
    } else {
      close();
      open[0] = {
        start: builder.length,
        first: line,
        last: line,
        joined: joined(null, raw.slice(skip), line.indent),
      };
      appendRun(builder, source, line.start + skip, line.end);
    }
  }
  close();
  return { clean: builder.build(source.length), paragraphs };
}
