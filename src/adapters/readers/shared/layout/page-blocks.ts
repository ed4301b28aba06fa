import { type CellLine, cellLines } from './cell-lines.js';
import { linesOf } from './lines-of.js';
import { finishLine, gatherLines, joinRows, type OpenLine, type PageLine } from './page-lines.js';
import type { PlacedText } from './placed-text.js';
import { inReadingOrder } from './reading-order.js';
import { type Grid, type GridCell, ruledGrids } from './ruled-grids.js';
import type { Rulings } from './rulings.js';

/** A cell with its lines in reading order. */
export interface PageCell extends GridCell {
  readonly lines: readonly CellLine[];
}

/** A ruled table on a page. */
export interface PageTable {
  readonly cells: readonly PageCell[];
  /** Places of its columns' borders, for telling whether it goes on on the next page. */
  readonly xs: readonly number[];
  readonly rows: number;
}

export type PageBlock = PageLine | PageTable;

export const isTable = (block: PageBlock): block is PageTable => 'cells' in block;

/** All printed lines of blocks, those of cells too. */
export const linesIn = (blocks: readonly PageBlock[]): readonly PageLine[] =>
  blocks.flatMap((block) => (isTable(block) ? block.cells.flatMap(({ lines }) => lines) : [block]));

/** With fewer filled cells it is a frame, a chart or a form's decoration. */
const leastFilled = { cells: 3, share: 0.25 };

/** Lines and ruled tables of a page in reading order; what stands in a cell stays together. */
export function blocksOf(pieces: readonly PlacedText[], rulings: Rulings): PageBlock[] {
  const tables = ruledGrids(rulings).map((grid) => ({ grid, pieces: new Map<GridCell, PlacedText[]>() }));
  if (tables.length === 0) return linesOf(pieces);
  const outside: PlacedText[] = [];
  for (const piece of pieces) {
    if (!tables.some((table) => take(table, piece))) outside.push(piece);
  }
  const drawn = gatherLines(outside);
  const standIns = new Map<OpenLine, PageTable>();
  for (const { grid, pieces: inside } of tables) {
    const table = tableOf(grid, inside);
    if (table) {
      const standIn = standInFor(grid);
      standIns.set(standIn, table);
      drawn.splice(placeAmong(drawn, standIn), 0, standIn);
    } else drawn.push(...gatherLines([...inside.values()].flat()));
  }
  return inOrder(drawn, standIns);
}

/** Whether a piece stands in a cell of the table: by its middle, as the letters of a full cell touch its borders. */
function take(
  { grid, pieces }: { readonly grid: Grid; readonly pieces: Map<GridCell, PlacedText[]> },
  piece: PlacedText,
): boolean {
  const [x0, y0, x1, y1] = piece.box;
  const cell = grid.at((x0 + x1) / 2, (y0 + y1) / 2);
  if (!cell) return false;
  const inCell = pieces.get(cell);
  if (inCell) inCell.push(piece);
  else pieces.set(cell, [piece]);
  return true;
}

function tableOf(grid: Grid, pieces: ReadonlyMap<GridCell, readonly PlacedText[]>): PageTable | null {
  const cells = grid.cells.map((cell): PageCell => {
    const [left = 0, right = 0] = [grid.xs[cell.column], grid.xs[cell.column + cell.columnSpan]];
    return { ...cell, lines: cellLines(linesOf(pieces.get(cell) ?? []), left, right) };
  });
  const filled = cells.filter(({ lines }) => lines.length > 0).length;
  if (filled < leastFilled.cells || filled < cells.length * leastFilled.share) return null;
  return { cells, xs: grid.xs, rows: grid.ys.length - 1 };
}

/** A line in the table's place: what stands above the table comes before it, what stands below after it. */
function standInFor({ xs, ys }: Grid): OpenLine {
  const [from = 0, to = 0, across = 0] = [xs[0], xs.at(-1), ys[0]];
  return { direction: 0, across, size: 1, from, to, pieces: [] };
}

/** Before the first line that is drawn below its top. */
function placeAmong(drawn: readonly OpenLine[], standIn: OpenLine): number {
  const below = drawn.findIndex(({ direction, across }) => direction === 0 && across > standIn.across);
  return below < 0 ? drawn.length : below;
}

function inOrder(drawn: readonly OpenLine[], standIns: ReadonlyMap<OpenLine, PageTable>): PageBlock[] {
  const blocks: PageBlock[] = [];
  let between: OpenLine[] = [];
  const flush = () => {
    for (const line of joinRows(between).map(finishLine)) if (line.text.trim() !== '') blocks.push(line);
    between = [];
  };
  for (const line of inReadingOrder(drawn)) {
    const table = standIns.get(line);
    if (!table) between.push(line);
    else {
      flush();
      blocks.push(table);
    }
  }
  flush();
  return blocks;
}
