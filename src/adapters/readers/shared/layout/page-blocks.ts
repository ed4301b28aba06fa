import { alignedTables } from './aligned-tables.js';
import { type CellLine, cellLines } from './cell-lines.js';
import { finishLines, linesOf } from './lines-of.js';
import { finishLine, gatherLines, joinRows, type OpenLine, type PageLine } from './page-lines.js';
import type { PlacedText } from './placed-text.js';
import { inReadingOrder } from './reading-order.js';
import { type Grid, type GridCell, ruledGrids } from './ruled-grids.js';
import type { Rulings } from './rulings.js';

/** A cell with its lines in reading order. */
export interface PageCell extends GridCell {
  readonly lines: readonly CellLine[];
}

/** A table on a page, ruled or with columns told by blanks. */
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

/** Lines and tables of a page in reading order; what stands in a cell stays together. */
export const blocksOf = (pieces: readonly PlacedText[], rulings: Rulings): PageBlock[] =>
  blocksOfLayers([pieces], rulings, (layers) => layers.flat());

/** The same where a page is drawn in layers, whose lines outside tables `merge` brings together. */
export function blocksOfLayers(
  layers: readonly (readonly PlacedText[])[],
  rulings: Rulings,
  merge: (layers: readonly OpenLine[][]) => OpenLine[],
): PageBlock[] {
  const ruled = ruledGrids(rulings).map((grid) => ({ grid, pieces: new Map<GridCell, PlacedText[]>() }));
  const beside = layers.map((pieces) =>
    ruled.length === 0 ? pieces : pieces.filter((piece) => !ruled.some((table) => take(table, piece))),
  );
  const aligned = alignedTables(beside.flat(), rulings.level);
  const inside = new Set(aligned.flatMap(({ pieces }) => [...pieces.values()].flat()));
  const outside =
    aligned.length === 0 ? beside : beside.map((pieces) => pieces.filter((piece) => !inside.has(piece)));
  const tables = [...ruled, ...aligned];
  const drawn = merge(outside.map((pieces) => gatherLines(pieces)));
  if (tables.length === 0) return finishLines(drawn);
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
    const inside = grid.insides?.[cell.column];
    const [left = 0, right = 0] = inside
      ? [inside.from, inside.to]
      : [grid.xs[cell.column], grid.xs[cell.column + cell.columnSpan]];
    return { ...cell, lines: cellLines(linesOf(pieces.get(cell) ?? []), left, right, inside !== undefined) };
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

/** Where among the lines, as they were drawn, the fewest stand on its wrong side: a page's number may be drawn first. */
function placeAmong(drawn: readonly OpenLine[], standIn: OpenLine): number {
  const side = ({ direction, across }: OpenLine) => (direction !== 0 ? 0 : across > standIn.across ? 1 : -1);
  let [best, place, wrong] = [0, 0, 0];
  for (const [i, line] of drawn.entries()) {
    wrong += side(line);
    // One that is drawn beside it changes nothing: the table comes before it.
    if (wrong < best) [best, place] = [wrong, i + 1];
  }
  return place;
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
