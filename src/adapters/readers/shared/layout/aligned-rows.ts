import type { PrintedRow } from './printed-rows.js';
import type { Ruling } from './rulings.js';

const numeral = /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．]?$/;
/** Of the narrowest distance between lines: from here on a wider one parts rows. */
const parting = 1.15;

/**
 * To which row of a table each printed line belongs; the first is the heading. Level lines part rows where there are any
 * between them, else a number in the first column begins a row or stands in its middle, else wider white does, else a
 * line that fills most columns.
 * @param filled by line, the columns in which something stands
 * @param firsts by line, what stands in the first column
 */
export function alignedRows(
  lines: readonly PrintedRow[],
  filled: readonly ReadonlySet<number>[],
  firsts: readonly string[],
  levels: readonly Ruling[],
): number[] {
  const starts = startsOf(lines, filled, firsts, levels);
  let row = 0;
  return lines.map((_line, i) => (i > 0 && starts.has(i) ? ++row : row));
}

function startsOf(
  lines: readonly PrintedRow[],
  filled: readonly ReadonlySet<number>[],
  firsts: readonly string[],
  levels: readonly Ruling[],
): ReadonlySet<number> {
  const gaps = lines.map(({ across }, i) => across - (lines[i - 1]?.across ?? across));
  const ruled = new Set<number>();
  for (let i = 1; i < lines.length; i++) {
    const [above, below] = [lines[i - 1]?.across ?? 0, lines[i]?.across ?? 0];
    if (levels.some(({ at }) => at > above && at < below)) ruled.add(i);
  }
  // The line under the heading alone parts no rows.
  if (ruled.size > 1) return ruled;
  const pitch = Math.min(...gaps.slice(2).filter((gap) => gap > 0));
  const numbered = lines.flatMap((_line, i) => (i > 0 && numeral.test(firsts[i] ?? '') ? [i] : []));
  if (numbered.length > 0) return startsByNumbers(numbered, gaps, pitch);
  const most = Math.max(2, Math.ceil(Math.max(...filled.slice(1).map(({ size }) => size)) * 0.6));
  const wide = gaps.map((gap, i) => i > 1 && gap > pitch * parting);
  const byWhite = wide.includes(true);
  return new Set(
    lines.flatMap((_line, i) => {
      const begins = byWhite ? wide[i] : filled[i]?.has(0) && (filled[i]?.size ?? 0) >= most;
      return i === 1 || begins ? [i] : [];
    }),
  );
}

/** Rows with a number each: above the first line of the cell, or half way down. */
function startsByNumbers(numbered: readonly number[], gaps: readonly number[], pitch: number): Set<number> {
  const starts = new Set([1]);
  let start = 1;
  for (const [n, at] of numbered.entries()) {
    const next = numbered[n + 1];
    if (next === undefined) break;
    const between = gaps.slice(at + 1, next + 1);
    const widest = Math.max(...between);
    const isParted = widest > pitch * parting || between.length === 1;
    // Without wider white a number in the middle has as many lines below it as above.
    start = isParted
      ? at + 1 + between.lastIndexOf(widest)
      : Math.min(next, at > start ? 2 * at - start + 1 : next);
    starts.add(start);
  }
  return starts;
}
