import type { OpenLine } from './page-lines.js';

/** Beyond this many lines (a drawing, a map) comparing each with each costs more than the order is worth. */
const mostLines = 1_500;
/** In type sizes of the line above. */
const footerDistance = 2.5;

/**
 * Puts lines into reading order, changing as little as it can: a line comes after every line above it that shares its
 * columns, and otherwise the file's own order stands. So cells of a table and columns stay together, while a footer or a
 * letterhead that is drawn at another time goes to its place.
 */
export function inReadingOrder(drawn: readonly OpenLine[]): OpenLine[] {
  if (drawn.length > mostLines || !jumpsUp(drawn)) return [...drawn];
  const lines = footerLast(drawn);
  const waitsFor = lines.map(
    (line) => lines.filter((other) => other !== line && precedes(other, line)).length,
  );
  const done = lines.map(() => false);
  const ordered: OpenLine[] = [];
  while (ordered.length < lines.length) {
    let next = lines.findIndex((_line, i) => !done[i] && waitsFor[i] === 0);
    // Overlapping lines can wait for each other; the file's order decides then.
    if (next < 0) next = done.indexOf(false);
    const line = lines[next];
    if (!line) break;
    done[next] = true;
    ordered.push(line);
    for (const [i, other] of lines.entries()) {
      if (!done[i] && precedes(line, other)) waitsFor[i] = (waitsFor[i] ?? 1) - 1;
    }
  }
  return ordered;
}

/** A lone line well below all others is a page number, wherever it stands across the page. */
function footerLast(lines: readonly OpenLine[]): OpenLine[] {
  const [lowest, next] = lines.toSorted((a, b) => b.across - a.across);
  if (!lowest || !next || lowest.direction !== next.direction) return [...lines];
  if (lowest.across - next.across < footerDistance * next.size) return [...lines];
  return [...lines.filter((line) => line !== lowest), lowest];
}

function jumpsUp(lines: readonly OpenLine[]): boolean {
  return lines.some((line, i) => {
    const before = lines[i - 1];
    if (!before || before.direction !== line.direction) return false;
    return before.across - line.across > line.size * 0.5 || line.to < before.from;
  });
}

function precedes(a: OpenLine, b: OpenLine): boolean {
  if (a.direction !== b.direction) return false;
  const size = Math.max(a.size, b.size);
  if (Math.abs(a.across - b.across) <= size * 0.5) return a.to <= b.from && b.from - a.to < size;
  return a.across < b.across && a.from < b.to && b.from < a.to;
}
