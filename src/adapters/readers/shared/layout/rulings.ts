/** A drawn straight line in points from the page's upper left corner: at `at` across, from `from` to `to` along. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Level and upright lines of a page. */
export interface Rulings {
  readonly level: readonly Ruling[];
  readonly upright: readonly Ruling[];
}

/** In points: lines that are nearer are one, ends that are nearer touch. */
export const touching = 3;
/** Shorter ones are strokes of a drawing. */
const shortest = 6;
/** A filled box up to this wide is a line. */
const thin = 3;
/** More lines are a map or a chart, no table. */
const mostRulings = 4_000;

/** In points from the page's upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Gathers straight lines while a page's drawings are gone through. */
export class RulingCollector {
  readonly #level: Ruling[] = [];
  readonly #upright: Ruling[] = [];

  /** False when there are too many for a table: nothing more need be looked at. */
  get takesMore(): boolean {
    return this.#level.length + this.#upright.length < mostRulings;
  }

  /** A stroke between two points; slanted ones are left out. */
  addStroke(x0: number, y0: number, x1: number, y1: number): void {
    if (Math.abs(y0 - y1) < 1 && Math.abs(x0 - x1) >= shortest)
      this.#level.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    else if (Math.abs(x0 - x1) < 1 && Math.abs(y0 - y1) >= shortest)
      this.#upright.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  }

  /** A stroked figure's sides; of a filled one the line that it is, when it is thin. */
  addFigure(points: readonly Point[], isStroked: boolean, isFilled: boolean): void {
    if (points.length < 2) return;
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    if (isFilled && right - left <= thin) {
      this.addStroke((left + right) / 2, top, (left + right) / 2, bottom);
    } else if (isFilled && bottom - top <= thin) {
      this.addStroke(left, (top + bottom) / 2, right, (top + bottom) / 2);
    } else if (isStroked) {
      points.forEach((point, i) => {
        const before = points[i - 1];
        if (before) this.addStroke(before.x, before.y, point.x, point.y);
      });
    }
  }

  finish(): Rulings {
    if (!this.takesMore) return { level: [], upright: [] };
    return { level: joinedRulings(this.#level), upright: joinedRulings(this.#upright) };
  }
}

/** Pieces of one line, and lines drawn as the two edges of a thin box, put together. */
function joinedRulings(rulings: readonly Ruling[]): Ruling[] {
  const joined: { at: number; from: number; to: number }[] = [];
  for (const { at, from, to } of rulings.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    let same: (typeof joined)[number] | undefined;
    for (let i = joined.length - 1; i >= 0 && at - (joined[i]?.at ?? 0) <= touching; i--) {
      const other = joined[i];
      if (other && from <= other.to + touching && to >= other.from - touching) same = other;
    }
    if (same) {
      same.from = Math.min(same.from, from);
      same.to = Math.max(same.to, to);
    } else joined.push({ at, from, to });
  }
  return joined;
}
