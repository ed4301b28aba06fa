import type { GreyImage, PixelBox } from '../image/grey-image.js';
import { columnsOf, lineHeight } from './columns.js';
import { columnSums, type Ink, inkOf, rowSums, stretches } from './ink.js';
import { eraseLines, ruledLines } from './ruled-lines.js';
import { type RuledCell, type RuledTable, ruledTables } from './ruled-table.js';

/** What a page is made of, from the top down: columns of text, and tables with the parts of their cells that hold ink. */
export type LayoutPart =
  | { readonly kind: 'text'; readonly box: PixelBox }
  | {
      readonly kind: 'table';
      readonly cells: readonly { readonly cell: RuledCell; readonly box: PixelBox | null }[];
    };

const inset = 4;

/** The part of a box that holds ink; null for none. */
function inked(ink: Ink, box: PixelBox): PixelBox | null {
  const rows = stretches(rowSums(ink, box), 1, ink.height).at(0);
  const columns = stretches(columnSums(ink, box), 1, ink.width).at(0);
  if (!rows || !columns || rows.to - rows.from < 6) return null;
  return {
    left: Math.max(box.left, box.left + columns.from - 3),
    right: Math.min(box.right, box.left + columns.to + 3),
    top: Math.max(box.top, box.top + rows.from - 3),
    bottom: Math.min(box.bottom, box.top + rows.to + 3),
  };
}

function tablePart(ink: Ink, { cells }: RuledTable): LayoutPart {
  const inside = ({ left, top, right, bottom }: RuledCell) => ({
    left: left + inset,
    top: top + inset,
    right: Math.max(left + inset, right - inset),
    bottom: Math.max(top + inset, bottom - inset),
  });
  return { kind: 'table', cells: cells.map((cell) => ({ cell, box: inked(ink, inside(cell)) })) };
}

function textParts(ink: Ink, box: PixelBox): LayoutPart[] {
  const around = inked(ink, box);
  if (!around) return [];
  return columnsOf(ink, around).flatMap((column) => {
    const part = inked(ink, column);
    return part ? [{ kind: 'text' as const, box: part }] : [];
  });
}

/** Finds tables and columns of a level page; the lines of tables are taken out of the picture. */
export function layOut(image: GreyImage): LayoutPart[] {
  const lines = ruledLines(inkOf(image));
  eraseLines(image, lines);
  const ink = inkOf(image);
  const { width, height } = image;
  const parts: LayoutPart[] = [];
  let top = 0;
  const gap = lineHeight(ink, { left: 0, top: 0, right: width, bottom: height }) * 2;
  for (const table of ruledTables(lines)) {
    if (table.top < top) continue;
    parts.push(...textParts(ink, { left: 0, top, right: width, bottom: table.top }));
    if (table.left > gap)
      parts.push(
        ...textParts(ink, { left: 0, top: table.top, right: table.left - inset, bottom: table.bottom }),
      );
    parts.push(tablePart(ink, table));
    if (width - table.right > gap)
      parts.push(
        ...textParts(ink, { left: table.right + inset, top: table.top, right: width, bottom: table.bottom }),
      );
    top = table.bottom;
  }
  return [...parts, ...textParts(ink, { left: 0, top, right: width, bottom: height })];
}
