import type { PixelBox } from '../image/grey-image.js';
import type { RuledLine, RuledLines } from './ruled-lines.js';

export interface RuledCell extends PixelBox {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface RuledTable extends PixelBox {
  readonly cells: readonly RuledCell[];
}

/** Pixels by which lines that belong together may miss each other. */
const near = 10;

const crosses = (level: RuledLine, upright: RuledLine): boolean =>
  upright.at >= level.from - near &&
  upright.at <= level.to + near &&
  level.at >= upright.from - near &&
  level.at <= upright.to + near;

/** Lines that hang together by crossing. */
function groups({ level, upright }: RuledLines): RuledLines[] {
  const left = new Set(upright);
  const rows = new Set(level);
  const found: RuledLines[] = [];
  for (const first of level) {
    if (!rows.delete(first)) continue;
    const group: { level: RuledLine[]; upright: RuledLine[] } = { level: [first], upright: [] };
    const open: [RuledLine, boolean][] = [[first, true]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [line, isLevel] = next;
      for (const other of isLevel ? left : rows) {
        if (!(isLevel ? crosses(line, other) : crosses(other, line))) continue;
        (isLevel ? left : rows).delete(other);
        (isLevel ? group.upright : group.level).push(other);
        open.push([other, !isLevel]);
      }
    }
    found.push(group);
  }
  return found;
}

/** Places of lines, those close together as one. */
function edges(lines: readonly RuledLine[]): number[] {
  const places: number[] = [];
  for (const { at } of lines.toSorted((a, b) => a.at - b.at))
    if (at - (places.at(-1) ?? -Infinity) > near) places.push(at);
  return places;
}

const covers = (lines: readonly RuledLine[], at: number, middle: number): boolean =>
  lines.some((line) => Math.abs(line.at - at) <= near && line.from <= middle && line.to >= middle);

function cellsOf({ level, upright }: RuledLines): RuledCell[] {
  const [ys, xs] = [edges(level), edges(upright)];
  const middle = (places: readonly number[], i: number) => ((places[i] ?? 0) + (places[i + 1] ?? 0)) / 2;
  const taken = new Set<string>();
  const cells: RuledCell[] = [];
  for (let row = 0; row + 1 < ys.length; row++) {
    for (let column = 0; column + 1 < xs.length; column++) {
      if (taken.has(`${row},${column}`)) continue;
      let [rowSpan, columnSpan] = [1, 1];
      while (
        column + columnSpan + 1 < xs.length &&
        !taken.has(`${row},${column + columnSpan}`) &&
        !covers(upright, xs[column + columnSpan] ?? 0, middle(ys, row))
      )
        columnSpan++;
      while (row + rowSpan + 1 < ys.length && !covers(level, ys[row + rowSpan] ?? 0, middle(xs, column)))
        rowSpan++;
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(`${r},${c}`);
      const [left = 0, right = 0] = [xs[column], xs[column + columnSpan]];
      const [top = 0, bottom = 0] = [ys[row], ys[row + rowSpan]];
      cells.push({ left, top, right, bottom, row, column, rowSpan, columnSpan });
    }
  }
  return cells;
}

/** Tables whose cells are ruled, from the top down. A frame around a page or a picture is none. */
export function ruledTables(lines: RuledLines): RuledTable[] {
  return groups(lines)
    .map((group) => ({ group, cells: cellsOf(group) }))
    .filter(({ cells }) => cells.length > 1)
    .map(({ group, cells }) => ({
      left: Math.min(...group.upright.map(({ at }) => at)),
      right: Math.max(...group.upright.map(({ at }) => at)),
      top: Math.min(...group.level.map(({ at }) => at)),
      bottom: Math.max(...group.level.map(({ at }) => at)),
      cells,
    }))
    .toSorted((a, b) => a.top - b.top);
}
