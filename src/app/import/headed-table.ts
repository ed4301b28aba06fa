import type { SourceText, Span, Table } from '../../domain/source-text.js';

/** Where a table says what its columns hold: looked for among so many of its first rows, below a title and a note. */
const headingWithin = 12;

export interface Heading<Field> {
  /** As it is written. */
  readonly words: string;
  /** null: no column that is asked for. */
  readonly field: Field | null;
}

export interface HeadedRow<Field> {
  /** Sheet of a workbook, `#2` for the second of several tables; and the row within it, from 1. */
  readonly sheet: string | null;
  readonly line: number;
  /** Its first words, in whatever column. */
  readonly first: string;
  /** What stands in its cells, blanks around it left out; none for an empty cell. */
  readonly cells: ReadonlyMap<Field, string>;
  /** Where they stand in the text; `own` in this row, not in one above that a merged cell reaches down from. */
  readonly places: ReadonlyMap<Field, Span & { readonly own: boolean }>;
  /** One cell across all columns: what follows is about it. */
  readonly across: boolean;
}

export interface HeadedRows<Field> {
  readonly headings: readonly Heading<Field>[];
  readonly rows: readonly HeadedRow<Field>[];
}

/** Tells which column a heading names, blanks and brackets with remarks left out; the closest words first. */
export type HeadingReader<Field> = (words: string, close: boolean) => Field | null;

const squashed = (words: string): string => words.replace(/\s/gu, '').replace(/[（(][^）)]*[）)]?$/u, '');

interface Cell extends Span {
  readonly words: string;
  readonly own: boolean;
}
type Line = ReadonlyMap<number, Cell>;

/** Rows of a table by their columns; a merged cell stands in each row and column that it covers. */
function linesOf({ text }: SourceText, { cells }: Table): Map<number, Line> {
  const lines = new Map<number, Map<number, Cell>>();
  for (const { row, column, rowSpan, columnSpan, start, end } of cells) {
    const whole = text.slice(start, end);
    const words = whole.trim();
    const from = start + whole.length - whole.trimStart().length;
    for (let r = row; r < row + rowSpan; r++) {
      const line = lines.get(r) ?? new Map<number, Cell>();
      lines.set(r, line);
      const cell = { words, start: from, end: from + words.length, own: r === row };
      for (let c = column; c < column + columnSpan; c++) if (words !== '') line.set(c, cell);
    }
  }
  return new Map([...lines].sort(([a], [b]) => a - b));
}

const firstOf = (line: Line): string => line.get(Math.min(...line.keys()))?.words ?? '';

type Columns<Field> = ReadonlyMap<number, Heading<Field>>;

/** The columns that a row names, each field by the first that does; null where one that is needed is not among them. */
function columnsOf<Field>(
  line: Line,
  read: HeadingReader<Field>,
  needed: readonly Field[],
): Columns<Field> | null {
  const fields = new Map<number, Field>();
  const taken = new Set<Field>();
  const inOrder = [...line].sort(([a], [b]) => a - b);
  for (const close of [true, false])
    for (const [column, { words }] of inOrder) {
      const field = fields.has(column) ? null : read(squashed(words), close);
      if (field === null || taken.has(field)) continue;
      fields.set(column, field);
      taken.add(field);
    }
  const columns = new Map(
    inOrder.map(([column, { words }]) => [column, { words, field: fields.get(column) ?? null }]),
  );
  return needed.every((field) => taken.has(field)) ? columns : null;
}

/**
 * What stands under known headings in the tables of a file. A table without headings goes on the one before it where it is as
 * wide: so a long list breaks over pages. null where no table has the columns that are needed.
 */
export function headedRows<Field>(
  source: SourceText,
  read: HeadingReader<Field>,
  needed: readonly Field[],
): HeadedRows<Field> | null {
  const headings: Heading<Field>[] = [];
  const rows: HeadedRow<Field>[] = [];
  let columns: Columns<Field> | null = null;
  let width = 0;
  let sheet: string | null = null;
  for (const [index, table] of source.tables.entries()) {
    const lines = linesOf(source, table);
    const widest = Math.max(0, ...[...lines.values()].map((line) => Math.max(-1, ...line.keys()) + 1));
    if (columns !== null && (widest !== width || (table.sheet ?? null) !== sheet)) columns = null;
    sheet = table.sheet ?? null;
    let below = 0;
    for (const [row, line] of lines) {
      const named: Columns<Field> | null = below < headingWithin ? columnsOf(line, read, needed) : null;
      below += 1;
      if (named) {
        columns = named;
        width = widest;
        if (headings.length === 0) headings.push(...named.values());
        continue;
      }
      if (!columns) continue;
      const cells = new Map<Field, string>();
      const places = new Map<Field, Cell>();
      for (const [column, { field }] of columns) {
        const cell = line.get(column);
        if (field === null || cell === undefined) continue;
        cells.set(field, cell.words);
        places.set(field, cell);
      }
      const across = line.size > 1 && new Set([...line.values()].map(({ start }) => start)).size === 1;
      if (cells.size > 0)
        rows.push({
          sheet: sheet ?? (source.tables.length > 1 ? `#${index + 1}` : null),
          line: row + 1,
          first: firstOf(line),
          ...{ cells, places, across },
        });
    }
  }
  return headings.length > 0 ? { headings, rows } : null;
}
