import type { OpenLine } from '../shared/layout/page-lines.js';

/**
 * The lines of a template and of the page over it as one drawing: what was filled in comes behind the label that stands
 * left of it on its base line, and what follows it there goes with it. A form's labels would else come first, all of them.
 */
export function besideTemplates(template: readonly OpenLine[], page: readonly OpenLine[]): OpenLine[] {
  if (template.length === 0) return [...page];
  const [labels, filled] = [template.flatMap(cells), page.flatMap(cells)];
  const behind = new Map<OpenLine | null, OpenLine[]>();
  let label: OpenLine | null = null;
  for (const line of filled) {
    label = labelOf(line, labels) ?? label;
    behind.set(label, [...(behind.get(label) ?? []), line]);
  }
  return [...labels.flatMap((line) => [line, ...(behind.get(line) ?? [])]), ...(behind.get(null) ?? [])];
}

/** From this gap on, in type sizes, what stands on a base line is another label or another answer. */
const cellGap = 2.5;

function cells(line: OpenLine): OpenLine[] {
  const found: OpenLine[] = [];
  for (const piece of line.pieces) {
    const cell = found.at(-1);
    if (!cell || piece.from - cell.to > cellGap * line.size) found.push({ ...piece, pieces: [piece] });
    else {
      cell.pieces.push(piece);
      cell.to = Math.max(cell.to, piece.to);
      cell.size = Math.max(cell.size, piece.size);
    }
  }
  return found;
}

/** The nearest label left of a line. */
function labelOf(line: OpenLine, labels: readonly OpenLine[]): OpenLine | null {
  let nearest: OpenLine | null = null;
  for (const label of labels) {
    const size = Math.max(label.size, line.size);
    const isBeside =
      label.direction === line.direction &&
      Math.abs(label.across - line.across) <= size * 0.5 &&
      // The right half of a colon is blank, and the answer may begin there.
      label.to <= line.from + size * 0.5;
    if (isBeside && label.to > (nearest?.to ?? -Infinity)) nearest = label;
  }
  return nearest;
}
