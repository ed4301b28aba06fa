import type { BlockOutput, RowCell } from '../shared/block-output.js';
import type { CellDefinition } from './paragraphs.js';

interface Row {
  readonly cells: readonly string[];
  readonly definitions: readonly CellDefinition[];
}

/** Edges nearer than this are one: rows that were drawn apart miss each other by a hair. */
const sameEdge = 60;

/** Gathers the rows of a table, and finds its columns by the edges of all its cells. */
export class DocTable {
  readonly #rows: Row[] = [];
  #cells: string[] = [];
  #lines: string[] = [];

  line(text: string): void {
    this.#lines.push(text);
  }

  endCell(): void {
    this.#cells.push(this.#lines.join('\n').replace(/\t/g, ' '));
    this.#lines = [];
  }

  endRow(definitions: readonly CellDefinition[]): void {
    if (this.#lines.length > 0) this.endCell();
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, definitions });
    this.#cells = [];
  }

  write(output: BlockOutput): void {
    this.endRow([]);
    const edges = columnEdges(this.#rows);
    const above = new Map<number, { cell: RowCell; row: number }>();
    const placed = this.#rows.map((row, number) => {
      const cells: RowCell[] = [];
      for (const [i, words] of row.cells.entries()) {
        const definition = row.definitions.length === row.cells.length ? row.definitions[i] : undefined;
        const column = definition ? columnOf(edges, definition.from) : i;
        const columnSpan = definition ? Math.max(columnOf(edges, definition.to) - column, 1) : 1;
        const over = above.get(column);
        if (definition?.continues && over) {
          const grown = { ...over.cell, rowSpan: number - over.row + 1 };
          Object.assign(over.cell, grown);
          continue;
        }
        const cell: RowCell = { column, words, rowSpan: 1, columnSpan };
        above.set(column, { cell, row: number });
        cells.push(cell);
      }
      return cells;
    });
    output.openTable(null);
    for (const [number, cells] of placed.entries()) {
      if (cells.some(({ words }) => words !== '')) output.row(number, inPlaces(cells));
    }
    output.closeTable();
  }
}

/** A place for each column, so that a row's words stand under their headings. */
function inPlaces(cells: readonly RowCell[]): (RowCell | null)[] {
  const places: (RowCell | null)[] = [];
  for (const cell of cells) {
    while (places.length < cell.column) places.push(null);
    places.push(cell);
  }
  return places;
}

function columnEdges(rows: readonly Row[]): number[] {
  const all = rows.flatMap(({ cells, definitions }) =>
    cells.length === definitions.length ? definitions.flatMap(({ from, to }) => [from, to]) : [],
  );
  const edges: number[] = [];
  for (const edge of all.sort((a, b) => a - b))
    if (edge - (edges.at(-1) ?? -Infinity) > sameEdge) edges.push(edge);
  return edges;
}

/** The number of the column that begins at an edge. */
function columnOf(edges: readonly number[], edge: number): number {
  let column = 0;
  while (column + 1 < edges.length && (edges[column + 1] ?? 0) - sameEdge <= edge) column++;
  return column;
}
