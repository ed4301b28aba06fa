import { type Ruling, type Rulings, touching } from './rulings.js';

/** A cell of a ruled table by its borders. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A ruled table: places of its rows' and columns' borders, and its cells in reading order. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** By column, from where to where its words reach, where no borders tell. */
  readonly insides?: readonly { readonly from: number; readonly to: number }[];
  /** The cell at a point; null outside. */
  at(x: number, y: number): GridCell | null;
}

/** More fields than any table has are a squared paper or a chart. */
const mostFields = 20_000;

/** The grids that rulings form: at least two rows and two columns. */
export function ruledGrids(rulings: Rulings): Grid[] {
  return connected(rulings).flatMap(({ level, upright }) => {
    const xs = places(upright);
    const ys = places(level);
    if (xs.length < 3 || ys.length < 3 || xs.length * ys.length > mostFields) return [];
    const grid = gridOf(xs, ys, level, upright);
    return grid.cells.length < 4 ? [] : [grid];
  });
}

/** Groups of lines that cross or touch one another. */
function connected({ level, upright }: Rulings): Rulings[] {
  const all = [...level, ...upright];
  const parent = all.map((_ruling, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  for (const [i, h] of level.entries()) {
    for (const [k, v] of upright.entries()) {
      const crosses =
        v.at >= h.from - touching &&
        v.at <= h.to + touching &&
        h.at >= v.from - touching &&
        h.at <= v.to + touching;
      if (crosses) parent[root(i)] = root(level.length + k);
    }
  }
  const groups = new Map<number, { level: Ruling[]; upright: Ruling[] }>();
  for (const [i, ruling] of all.entries()) {
    const group = groups.get(root(i)) ?? { level: [], upright: [] };
    groups.set(root(i), group);
    (i < level.length ? group.level : group.upright).push(ruling);
  }
  return [...groups.values()];
}

/** Distinct places of borders in ascending order. */
function places(rulings: readonly Ruling[]): number[] {
  const found: number[] = [];
  for (const at of rulings.map((ruling) => ruling.at).sort((a, b) => a - b))
    if (found.length === 0 || at - (found.at(-1) ?? 0) > touching) found.push(at);
  return found;
}

function gridOf(
  xs: readonly number[],
  ys: readonly number[],
  level: readonly Ruling[],
  upright: readonly Ruling[],
): Grid {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const hasBorder = (rulings: readonly Ruling[], at: number, from: number, to: number) => {
    const middle = (from + to) / 2;
    return rulings.some(
      (ruling) => Math.abs(ruling.at - at) <= touching && ruling.from <= middle && ruling.to >= middle,
    );
  };
  // Fields without a border between them are one cell; each knows the first field of its cell.
  const first = Array.from({ length: rows * columns }, (_v, i) => i);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const field = r * columns + c;
      const [left = 0, right = 0, top = 0, bottom = 0] = [xs[c], xs[c + 1], ys[r], ys[r + 1]];
      if (c > 0 && !hasBorder(upright, left, top, bottom)) first[field] = first[field - 1] ?? field;
      if (r > 0 && !hasBorder(level, top, left, right)) {
        const above = first[field - columns] ?? field;
        // A cell is a rectangle: it goes on downwards in all of its columns or in none.
        if (first[field] === field || first[field] === above) first[field] = above;
      }
    }
  }
  const cells = new Map<number, { -readonly [Key in keyof GridCell]: GridCell[Key] }>();
  first.forEach((key, field) => {
    const [row, column] = [Math.floor(field / columns), field % columns];
    const cell = cells.get(key);
    if (!cell) cells.set(key, { row, column, rowSpan: 1, columnSpan: 1 });
    else {
      cell.rowSpan = Math.max(cell.rowSpan, row - cell.row + 1);
      cell.columnSpan = Math.max(cell.columnSpan, column - cell.column + 1);
    }
  });
  return {
    xs,
    ys,
    cells: [...cells.values()],
    at(x, y) {
      const [column, row] = [intervalOf(xs, x), intervalOf(ys, y)];
      if (column < 0 || row < 0) return null;
      return cells.get(first[row * columns + column] ?? -1) ?? null;
    },
  };
}

/** Between which two of the places; -1 outside. */
function intervalOf(sorted: readonly number[], at: number): number {
  if (at < (sorted[0] ?? 0) || at > (sorted.at(-1) ?? 0)) return -1;
  let i = sorted.length - 2;
  while (i > 0 && at < (sorted[i] ?? 0)) i--;
  return i;
}
